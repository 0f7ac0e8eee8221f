// What of a file's paper is about safety: flags, how to reach somebody, and totals that can show a danger.
import { briefly } from '@/components/when';
import { answerInWords } from '@/lib/forms/answer-in-words';
import { instrumentNamed, questionNamed } from '@/lib/forms/definition';
import type { ScoreGiven } from '@/lib/review/scores-of';
import type { FlagWithAnswer } from '@/lib/review/submission-file';
import { type Sheet, type SheetPart, type SheetRow, saidOn } from './sheet-words';

export function safetyParts(sheet: Sheet): SheetPart[] {
  const { file, t } = sheet;
  const flags = file.flags.map((flag) => flagPart(sheet, flag));
  return [
    ...(flags.length > 0 ? [{ level: 2 as const, heading: t('sheet.flags') }, ...flags] : []),
    reach(sheet),
  ];
}

function flagPart({ file, t }: Sheet, flag: FlagWithAnswer): SheetPart {
  const question = questionNamed(flag.question);
  const said = question && flag.given ? answerInWords(question, flag.given).lines.join('\n') : '';
  const by = ({ by: name, at }: { by: string; at: Date }) =>
    t('sheet.byAt', { name, when: briefly(at, file.zone) });
  const { acknowledged, closed } = flag;
  const { tool, on, where } = closed?.detail ?? {};
  const outcome = closed && [
    t(`sheet.outcomes.${closed.outcome}`),
    ...[tool, on, where, closed.note, by(closed)],
  ];
  const rows = [
    { label: t('sheet.level'), value: t(`sheet.levels.${flag.level}`) },
    { label: t('sheet.answer'), value: said || t('sheet.byTotal') },
    { label: t('sheet.raised'), value: briefly(flag.raisedAt, file.zone) },
    {
      label: t('sheet.acknowledged'),
      value: acknowledged ? by(acknowledged) : t('sheet.notAcknowledged'),
    },
    ...(outcome ? [{ label: t('sheet.outcome'), value: outcome.filter(Boolean).join('\n') }] : []),
  ];
  const heading = question?.short ?? instrumentNamed(flag.question)?.title ?? flag.question;
  return { level: 3, heading, rows };
}

/** What the answers about it come to; the answers themselves stand in their sections. */
function reach({ file: { reach, silent }, t }: Sheet): SheetPart {
  const heading = t('sheet.reach');
  if (silent) return { level: 2, heading, texts: [t('sheet.silent')] };
  const rows: SheetRow[] = [{ label: t('sheet.usual'), value: t('sheet.way', { way: reach.usual }) }];
  if (reach.worried) rows.push({ label: t('sheet.worried'), value: t('sheet.way', { way: reach.worried }) });
  return { level: 2, heading, rows };
}

export function scoreParts(sheet: Sheet): SheetPart[] {
  const { file, t } = sheet;
  if (file.scores.length === 0) return [];
  return [{ level: 2, heading: t('sheet.scores') }, ...file.scores.map((given) => scorePart(sheet, given))];
}

function scorePart(sheet: Sheet, { instrument, score, begun, items, unscored }: ScoreGiven): SheetPart {
  const { t } = sheet;
  const most = Math.max(...instrument.bands.map(({ to }) => to));
  const total = score.complete
    ? t('sheet.whole', { total: score.total, most, band: score.band.name })
    : t('sheet.incomplete', { answered: score.answered, of: score.of, atLeast: score.atLeast });
  const points = (value: number | null) => (value === null ? '' : ` ${t('sheet.points', { points: value })}`);
  return {
    level: 3,
    heading: instrument.title,
    rows: [
      { label: t('sheet.total'), value: begun ? total : t('sheet.state.not-answered') },
      ...(begun
        ? [...items, ...unscored.map((question) => ({ question, points: null }))].map((item) => ({
            label: item.question.title,
            value: `${saidOn(sheet, item.question)}${points(item.points)}`,
          }))
        : []),
    ],
    texts: [instrument.notice],
  };
}
