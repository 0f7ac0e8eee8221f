// What has happened to this file, the newest first, and who has read it.
import { useTranslations } from 'next-intl';
import { Details } from '@/components/ui/details';
import { briefly, When } from '@/components/when';
import { sectionNamed } from '@/lib/forms/definition';
import type { Happened } from '@/lib/review/history-of';
import type { SubmissionFile } from '@/lib/review/submission-file';
import type { Visit } from '@/lib/review/visits';
import { wordsOfEvent } from '../../event-words';

export function History({ file }: { file: SubmissionFile }) {
  const t = useTranslations('staff.submission.history');
  const { done, read } = file.history;
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t('title')}</h2>
      <Events events={done} zone={file.zone} />
      {read.length > 0 && (
        <Details summary={t('read')}>
          <Visits visits={read} zone={file.zone} />
        </Details>
      )}
    </section>
  );
}

function Events({ events, zone }: { events: Happened[]; zone: string }) {
  const t = useTranslations('staff.submission.history');
  return (
    <ol className="flex list-none flex-col gap-2">
      {events.map(({ id, at, by, ...what }) => (
        <li key={id} className="leading-snug">
          {t('line', {
            what: inWords(t, what),
            who: nameOf(t, by),
          })}
          <span className="block text-small text-ink-soft">
            <When at={at} zone={zone} />
          </span>
        </li>
      ))}
    </ol>
  );
}

/** What one person looked at in one sitting, with how often. */
function Visits({ visits, zone }: { visits: Visit<Happened['by']>[]; zone: string }) {
  const t = useTranslations('staff.submission.history');
  return (
    <ol className="flex list-none flex-col gap-2 ps-0">
      {visits.map(({ id, by, from, until, looks }) => (
        <li key={id} className="leading-snug">
          {t('line', {
            what: looks
              .map(({ event, times }) => t('times', { what: wordsOfEvent(t, event), times }))
              .join(' · '),
            who: nameOf(t, by),
          })}
          <span className="block text-small text-ink-soft">
            {briefly(from, zone) === briefly(until, zone) ? (
              <When at={from} zone={zone} />
            ) : (
              t.rich('fromUntil', {
                from: () => <When at={from} zone={zone} />,
                until: () => <When at={until} zone={zone} />,
              })
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}

type Words = ReturnType<typeof useTranslations<'staff.submission.history'>>;

const nameOf = (t: Words, by: Happened['by']): string => (by.kind === 'staff' ? by.name : t(by.kind));

function inWords(t: Words, { event, recovery, section }: Omit<Happened, 'id' | 'at' | 'by'>): string {
  if (recovery) return t('event.recovery.finished', recovery);
  const named = section === undefined ? undefined : sectionNamed(section);
  if (named) return t('event.section.named', { number: named.number, title: named.title });
  return wordsOfEvent(t, event);
}
