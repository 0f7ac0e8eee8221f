// How somebody's way here ended, and the letter they got; with a way back for whoever may take it.
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Details } from '@/components/ui/details';
import { Tag } from '@/components/ui/tag';
import { When } from '@/components/when';
import type { Letter } from '@/lib/review/decline-letter';
import type { SubmissionFile } from '@/lib/review/submission-file';
import { pageOf } from './addresses';

export function Endings({ file }: { file: SubmissionFile }) {
  const t = useTranslations('endings.file');
  const reasons = useTranslations('endings.reason');
  return (
    <section aria-labelledby="ended" className="flow">
      <h2 id="ended">{t('title')}</h2>
      <Untold file={file} />
      <ul className="flex list-none flex-col gap-2 ps-0">
        {file.endings.map(({ id, kind, reason, by, at }) => (
          <li key={id}>
            {t('ending', { kind, reason: reasons(reason) })}
            <span className="block text-small text-ink-soft">
              {t.rich('by', { name: by, when: () => <When at={at} zone={file.zone} /> })}
            </span>
          </li>
        ))}
      </ul>
      {file.letters.map((letter, at) => (
        <LetterSent
          key={letter.id}
          letter={letter}
          zone={file.zone}
          holds={at === 0 && file.status === 'declined'}
        />
      ))}
      <WayBack file={file} />
    </section>
  );
}

/** No mail may tell them: it is somebody's to do, and said once it is done. */
function Untold({ file: { letterUntold, reference, zone, mayWrite } }: { file: SubmissionFile }) {
  const t = useTranslations('endings.file');
  if (!letterUntold) return null;
  const { dueAt, visitAt } = letterUntold;
  return (
    <form
      method="post"
      action={`${pageOf(reference)}/letter-told`}
      className="flow no-print rounded-soft border-2 border-warn bg-surface px-5 py-4"
    >
      <p className="font-semibold">
        {t.rich(visitAt ? 'untoldVisit' : 'untold', {
          when: () => <When at={dueAt} zone={zone} />,
          visit: () => visitAt && <When at={visitAt} zone={zone} />,
        })}
      </p>
      {mayWrite && <Button kind="secondary">{t('told')}</Button>}
    </form>
  );
}

function LetterSent({ letter, zone, holds }: { letter: Letter; zone: string; holds: boolean }) {
  const t = useTranslations('endings.file');
  const { from, writtenAt, readAt, text, places } = letter;
  return (
    <div>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-small text-ink-soft">
        <span>{t.rich('letterBy', { name: from, when: () => <When at={writtenAt} zone={zone} /> })}</span>
        {readAt ? (
          <span>{t.rich('read', { when: () => <When at={readAt} zone={zone} /> })}</span>
        ) : (
          <Tag tone="amber">{t('unread')}</Tag>
        )}
        {!holds && <Tag tone="neutral">{t('void')}</Tag>}
      </p>
      <Details summary={t('letter')}>
        <p className="wrap-anywhere whitespace-pre-line">{text}</p>
        {places.length > 0 && (
          <>
            <p className="font-semibold">{t('places')}</p>
            <ul>
              {places.map(({ name, whatFor, phone, web, note }) => (
                <li key={`${name} ${phone}`} className="wrap-anywhere">
                  {[name, whatFor, phone, web, note].filter(Boolean).join(' · ')}
                </li>
              ))}
            </ul>
          </>
        )}
      </Details>
    </div>
  );
}

function WayBack({ file: { changes, reference } }: { file: SubmissionFile }) {
  const t = useTranslations('endings.file');
  const way = changes.includes('reopen') ? 'reopen' : changes.includes('reconsider') ? 'reconsider' : null;
  if (!way) return null;
  return (
    <Details summary={t(way)}>
      <form method="post" action={`${pageOf(reference)}/${way}`} className="flow no-print">
        <p>{t(`${way}Says`)}</p>
        <Button kind="secondary">{t(way)}</Button>
      </form>
    </Details>
  );
}
