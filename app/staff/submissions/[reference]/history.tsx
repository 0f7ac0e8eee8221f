// What has happened to this file, the newest first, and who has read it.
import { useTranslations } from 'next-intl';
import { Details } from '@/components/ui/details';
import { When } from '@/components/when';
import { sectionNamed } from '@/lib/forms/definition';
import type { Happened } from '@/lib/review/history-of';
import type { SubmissionFile } from '@/lib/review/submission-file';
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
          <Events events={read} zone={file.zone} />
        </Details>
      )}
    </section>
  );
}

function Events({ events, zone }: { events: Happened[]; zone: string }) {
  const t = useTranslations('staff.submission.history');
  const who = (by: Happened['by']) => (by.kind === 'staff' ? by.name : t(by.kind));
  return (
    <ol className="flex list-none flex-col gap-2">
      {events.map(({ id, at, by, ...what }) => (
        <li key={id} className="leading-snug">
          {t('line', {
            what: inWords(t, what),
            who: who(by),
          })}
          <span className="block text-small text-ink-soft">
            <When at={at} zone={zone} />
          </span>
        </li>
      ))}
    </ol>
  );
}

type Words = ReturnType<typeof useTranslations<'staff.submission.history'>>;

function inWords(t: Words, { event, recovery, section }: Omit<Happened, 'id' | 'at' | 'by'>): string {
  if (recovery) return t('event.recovery.finished', recovery);
  const named = section === undefined ? undefined : sectionNamed(section);
  if (named) return t('event.section.named', { number: named.number, title: named.title });
  return wordsOfEvent(t, event);
}
