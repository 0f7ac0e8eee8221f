// How somebody may safely be reached, in what order, and whom nobody must contact about them.
import { useTranslations } from 'next-intl';
import type { PersonToReach } from '@/lib/review/person-to-reach';
import { Notice } from './ui/notice';

export function Reaching({ person }: { person: Pick<PersonToReach, 'silent' | 'never' | 'contact'> }) {
  const t = useTranslations('staff.reaching');
  const { silent, never, contact } = person;
  return (
    <>
      {silent && (
        <Notice kind="urgent" title={t('silent')}>
          <p>{t('silentText')}</p>
        </Notice>
      )}
      {never && (
        <Notice kind="urgent" title={t('never')}>
          <p className="whitespace-pre-line">{never}</p>
        </Notice>
      )}
      <h3>{t('contact')}</h3>
      {!silent && !contact.some(({ id }) => id === 'A4') && <p>{t('noContact')}</p>}
      <dl className="grid gap-x-8 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
        {contact.map(({ id, label, lines }) => (
          <div key={id}>
            <dt className="text-small text-ink-soft">{label}</dt>
            <dd className="whitespace-pre-line">{lines.join('\n')}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
