// Nobody has to sign before they have asked.
import { useTranslations } from 'next-intl';
import { Details } from '@/components/ui/details';

export function AskFirst({ clinic: { phone, email } }: { clinic: { phone: string; email: string } }) {
  const t = useTranslations('documents');
  return (
    <Details summary={t('ask.summary')}>
      <p>
        {t.rich('ask.body', {
          phone,
          email,
          call: (number) => <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{number}</a>,
          mail: (address) => <a href={`mailto:${email}`}>{address}</a>,
        })}
      </p>
    </Details>
  );
}
