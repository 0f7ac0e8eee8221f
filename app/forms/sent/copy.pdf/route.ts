// A client's copy of what they sent, as a PDF file to keep: their own answers, and nothing that was made of them.
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { pdfAnswer } from '@/app/pdf-answer';
import { readRoute } from '@/lib/accounts/read-route';
import { requireClient } from '@/lib/accounts/require';
import { hoursOfClinic } from '@/lib/clinic/hours-of-clinic';
import { documentPdf, paperOf } from '@/lib/documents/document-pdf';
import { drawInTurn } from '@/lib/documents/draw-in-turn';
import { canPrint } from '@/lib/documents/pdf-letters';
import { type SectionToCheck, sectionsToCheck } from '@/lib/forms/sections-to-check';
import { dayInWords } from '@/lib/scheduling/time-in-words';

export const GET = readRoute(async () => {
  const { actor } = await requireClient();
  return drawInTurn(actor.id, async () => {
    const { sections, sent, intake } = await sectionsToCheck(actor);
    if (!sent || !intake?.submittedAt) redirect('/home');
    const { zone, country } = await hoursOfClinic(actor);
    const [t, locale] = [await getTranslations('forms.copy'), await getLocale()];
    const { reference, submittedAt } = intake;
    const drawn = sections.map((section) => sectionOf(section, t('notAsked')));
    const printable = drawn.flatMap(({ rows }) => rows.map(({ value }) => value)).every(canPrint);
    const bytes = await documentPdf({
      title: t('title'),
      browserTitle: t('browserTitle'),
      locale,
      lead: [
        t('lead', { date: dayInWords(submittedAt, zone, locale, true), reference }),
        ...(printable ? [] : [t('missingLetters')]),
      ].join(' '),
      sections: drawn,
      foot: (page, of) => t('page', { reference, page, of }),
      paper: paperOf(country),
    });
    return pdfAnswer(bytes, `copy-${reference}.pdf`);
  });
});

type Rows = { heading: string; rows: { label: string; value: string }[] };

function sectionOf({ number, title, answers, notAsked: ruledOut }: SectionToCheck, notAsked: string): Rows {
  const rows = answers.map(({ question, lines }) => ({ label: question.short, value: lines.join('; ') }));
  return {
    heading: `${number}. ${title}`,
    rows: ruledOut.length > 0 ? [...rows, { label: notAsked, value: ruledOut.join(', ') }] : rows,
  };
}
