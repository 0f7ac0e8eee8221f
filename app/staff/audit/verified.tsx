// Whether the record is whole, as it was last verified; and the button that verifies it now.
import { useTranslations } from 'next-intl';
import { AlertNotice } from '@/components/alert-notice';
import { Button } from '@/components/ui/button';
import { When } from '@/components/when';
import type { LastVerified } from '@/lib/review/verify-now';
import { VERIFY } from './addresses';

export function Verified({ verified, zone }: { verified: LastVerified | null; zone: string }) {
  const t = useTranslations('record.verify');
  return (
    <section aria-labelledby="whole" className="flow rounded-soft border border-line bg-sunk px-5 py-4">
      <h2 id="whole">{t('title')}</h2>
      {!verified && <p>{t('never')}</p>}
      {verified?.broken === 0 && (
        <p className="font-semibold">
          {t.rich('holds', { ...counted(verified), when: () => <When at={verified.at} zone={zone} /> })}
        </p>
      )}
      {verified && verified.broken > 0 && <Broken verified={verified} zone={zone} />}
      <div className="no-print flex flex-wrap items-center gap-x-6 gap-y-2">
        <form method="post" action={VERIFY}>
          <Button kind="secondary">{t('button')}</Button>
        </form>
        <p className="max-w-line text-small text-ink-soft">{t('lead')}</p>
      </div>
    </section>
  );
}

const counted = ({ by: name, chains, events, broken }: LastVerified) => ({ name, chains, events, broken });

function Broken({ verified, zone }: { verified: LastVerified; zone: string }) {
  const t = useTranslations('record.verify');
  return (
    <AlertNotice
      title={t.rich('broken', { ...counted(verified), when: () => <When at={verified.at} zone={zone} /> })}
    >
      <ul>
        {verified.first.map(({ subject, seq, why }) => (
          <li key={subject} className="wrap-anywhere">
            {t('line', {
              whose: subject === 'clinic' ? t('chain.clinic') : t('chain.other', { id: subject }),
              ...{ seq, why: t(`why.${why}`) },
            })}
          </li>
        ))}
      </ul>
      <p>{t('more')}</p>
    </AlertNotice>
  );
}
