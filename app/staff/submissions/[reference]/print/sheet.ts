// A file as it stands on paper and in the PDF: the same parts in the same words, in the order in which somebody reads them.
import { briefly } from '@/components/when';
import { defaultTexts } from '@/lib/documents/default-texts';
import { isDocumentSlug } from '@/lib/documents/document-text';
import { answerInWords } from '@/lib/forms/answer-in-words';
import { questionNamed } from '@/lib/forms/definition';
import { isSafetyAnswer } from '@/lib/forms/safety-answers';
import { isChosen, maySee } from '@/lib/review/print-choice';
import { SUMMARY } from '../summary';
import { safetyParts, scoreParts } from './sheet-safety';
import { type Sheet, type SheetPart, saidOn } from './sheet-words';

/** Only what was chosen, and of that only what the reader of `file` was given. */
export function sheetParts(sheet: Sheet): SheetPart[] {
  const { choice } = sheet;
  return [
    ...(choice.safety ? safetyParts(sheet) : []),
    ...(choice.parts.includes('summary') ? summaryPart(sheet) : []),
    ...answerParts(sheet),
    ...(choice.safety ? scoreParts(sheet) : []),
    ...(choice.notes ? noteParts(sheet) : []),
    ...(choice.parts.includes('documents') ? documentsPart(sheet) : []),
    ...(choice.parts.includes('appointment') ? appointmentPart(sheet) : []),
  ];
}

function summaryPart(sheet: Sheet): SheetPart[] {
  const { file, choice, t } = sheet;
  const rows = SUMMARY.flatMap((id) => {
    const question = questionNamed(id);
    const given = file.answers.get(id);
    if (!question || given?.state !== 'answered' || (isSafetyAnswer(id) && !choice.safety)) return [];
    const said = answerInWords(question, given).lines.join('\n');
    const value = id === 'B3' ? t('sheet.age', { date: said, years: file.age ?? 0 }) : said;
    return [{ label: question.short, value }];
  });
  return [{ level: 2, heading: t('sheet.summary'), rows }];
}

function answerParts(sheet: Sheet): SheetPart[] {
  const { file, choice, t } = sheet;
  return file.sections
    .filter((section) => isChosen(choice, section))
    .flatMap(({ number, title, questions }) => {
      const readable = questions.filter(
        ({ id, audience }) => maySee(audience, file.clinical) && (choice.safety || !isSafetyAnswer(id)),
      );
      if (readable.length === 0) return [];
      const asked = readable.filter(({ id }) => (file.answers.get(id)?.state ?? 'not-shown') !== 'not-shown');
      const names = readable
        .map(({ short }) => short)
        .filter((short) => !asked.some((one) => one.short === short));
      const notAsked = { label: t('sheet.notAsked'), value: [...new Set(names)].join(', ') };
      return [
        {
          level: 2 as const,
          heading: t('section', { number, title }),
          rows: [
            ...asked.map((question) => ({ label: question.short, value: saidOn(sheet, question) })),
            ...(names.length > 0 ? [notAsked] : []),
          ],
        },
      ];
    });
}

function noteParts({ file, t }: Sheet): SheetPart[] {
  const at = (when: Date) => briefly(when, file.zone);
  const heading = t('sheet.notes');
  if (file.notes.length === 0) return [{ level: 2, heading, texts: [t('sheet.none')] }];
  return [
    { level: 2, heading },
    ...file.notes.map(({ author, text, writtenAt, earlier }): SheetPart => {
      const corrected = earlier.length > 0 ? [t('sheet.putRight', { when: at(writtenAt) })] : [];
      const when = at(earlier.at(-1)?.writtenAt ?? writtenAt);
      return {
        level: 3,
        heading: t('sheet.note', { name: author, when }),
        texts: [...text.split(/\n+/), ...corrected],
      };
    }),
  ];
}

function documentsPart({ file, t }: Sheet): SheetPart[] {
  const rows = file.documents.map(({ slug, version, signedAt, standing, evidence }) => {
    const title = evidence?.record.document.title ?? (isDocumentSlug(slug) ? defaultTexts[slug].title : slug);
    const signed = t('sheet.signed', { when: briefly(signedAt, file.zone), version });
    return {
      label: title,
      value: standing === 'withdrawn' ? `${signed} ${t('sheet.withdrawn')}` : signed,
    };
  });
  const heading = t('sheet.documents');
  return [rows.length > 0 ? { level: 2, heading, rows } : { level: 2, heading, texts: [t('sheet.none')] }];
}

function appointmentPart({ file: { appointment, zone }, t }: Sheet): SheetPart[] {
  const heading = t('sheet.appointment');
  if (!appointment) return [{ level: 2, heading, texts: [t('sheet.none')] }];
  const rows = [
    { label: t('sheet.when'), value: briefly(appointment.startsAt, zone) },
    { label: t('sheet.with'), value: appointment.clinicianName },
    { label: t('sheet.format'), value: t('sheet.by', { format: appointment.format }) },
  ];
  return [{ level: 2, heading, rows }];
}
