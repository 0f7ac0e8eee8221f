// The list of what stands on a file's page, by the names its parts have there.
import { useTranslations } from 'next-intl';
import { OnThisPage } from '@/components/on-this-page';
import type { SubmissionFile } from '@/lib/review/submission-file';
import { type Part, readableSections, sectionPlace } from './parts';

export function FilePlaces({ file, parts }: { file: SubmissionFile; parts: readonly Part[] }) {
  const names = useNames();
  const sections = readableSections(file).map(({ number, title }) => ({
    id: sectionPlace(number),
    name: `${number}. ${title}`,
  }));
  return (
    <OnThisPage
      places={parts.map((part) => ({
        id: part,
        name: names[part],
        ...(part === 'answers' && { within: sections }),
      }))}
    />
  );
}

function useNames(): Record<Part, string> {
  const t = useTranslations('staff.submission');
  const elsewhere = {
    flags: useTranslations('flags'),
    notes: useTranslations('notes'),
    ended: useTranslations('endings.file'),
    estimates: useTranslations('estimates.submission'),
  };
  return {
    flags: elsewhere.flags('title'),
    case: t('case.title'),
    safety: t('safety.title'),
    asked: t('asked.title'),
    changed: t('changedSince.title'),
    summary: t('summary.title'),
    notes: elsewhere.notes('title'),
    scores: t('scores.title'),
    answers: t('sections.title'),
    reflections: t('reflections.title'),
    ended: elsewhere.ended('title'),
    appointment: t('appointment.title'),
    messages: t('messages.title'),
    estimates: elsewhere.estimates('title'),
    documents: t('documents.title'),
    history: t('history.title'),
  };
}
