// Whose diary is shown: everybody's, or one clinician's.
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';

type Clinicians = readonly { reference: string; name: string }[];

export function WhoseSelect({ clinicians, chosen }: { clinicians: Clinicians; chosen: string | null }) {
  const t = useTranslations('calendar');
  return (
    <>
      <Select
        name="with"
        label={t('who')}
        value={chosen ?? ''}
        options={[
          { value: '', label: t('everybody') },
          ...clinicians.map(({ reference, name }) => ({ value: reference, label: name })),
        ]}
      />
      <Button kind="secondary">{t('show')}</Button>
    </>
  );
}
