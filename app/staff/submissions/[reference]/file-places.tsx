// A file with the list of what stands on its page, by the names its parts have there.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { OnThisPage } from '@/components/on-this-page';
import type { SubmissionFile } from '@/lib/review/submission-file';
import { type Part, readableSections, sectionPlace } from './parts';

type Given = { file: SubmissionFile; parts: readonly Part[]; children: ReactNode };

export function FilePlaces({ file, parts, children }: Given) {
  const names = useNames();
  const within = readableSections(file).map(({ number, title }) => ({
    id: sectionPlace(number),
    name: `${number}. ${title}`,
  }));
  const places = parts.map((part) => ({
    id: part,
    name: names[part],
    ...(part === 'answers' && { within }),
  }));
  return <OnThisPage places={places}>{children}</OnThisPage>;
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
