// One question with all that is known of it.
import { useTranslations } from 'next-intl';
import { SummaryList, type SummaryRow } from '@/components/ui/summary-list';
import {
  type ConditionFacts,
  conditionsIn,
  type FieldFacts,
  fieldsOf,
  type SignFacts,
  signsOf,
} from '@/lib/forms/about-question';
import { type Question, RETENTION } from '@/lib/forms/question';

type Words = ReturnType<typeof useTranslations<'staff.questionnaire'>>;
type Levels = ReturnType<typeof useTranslations<'staff.flag.level'>>;

/** `partOf`: the official questionnaire it is an item of. */
export function AboutQuestion({ question, partOf }: { question: Question; partOf: string | null }) {
  const t = useTranslations('staff.questionnaire');
  const levels = useTranslations('staff.flag.level');
  const { id, title, short, hint } = question;
  return (
    <article id={`question-${id}`} aria-labelledby={`title-${id}`} className="keep-together">
      <h3 id={`title-${id}`}>{title}</h3>
      <p className="text-small text-ink-soft">
        {t('id', { id })} · {short}
      </p>
      {hint && <p className="max-w-line">{hint}</p>}
      <SummaryList rows={rowsOf(t, levels, question, partOf)} />
    </article>
  );
}

function rowsOf(t: Words, levels: Levels, question: Question, partOf: string | null): SummaryRow[] {
  const shown = conditionsIn(question.shownIf).map((one) => conditionIn(t, one));
  const signs = signsOf(question).map((one) => signIn(t, levels, one));
  const also = [question.maySayNo && t('saysNo'), question.inPerson && t('inPerson')].filter(Boolean);
  const codes = [
    ...(question.code ? [t('codeOf', { code: question.code })] : []),
    ...fieldsOf(question).flatMap(({ options }) =>
      options.flatMap(({ label, code }) => (code ? [`${label}: ${code}`] : [])),
    ),
  ];
  const some = (label: string, lines: readonly unknown[]): SummaryRow[] =>
    lines.length > 0 ? [{ label, value: lines.join('\n') }] : [];
  return [
    {
      label: t('kind'),
      value: fieldsOf(question)
        .map((field) => fieldIn(t, field))
        .join('\n'),
    },
    ...some(t('also'), also),
    { label: t('audience'), value: t(`audienceIs.${question.audience}`) },
    { label: t('why'), value: question.why },
    { label: t('usedBy'), value: question.usedBy },
    { label: t('ifSkipped'), value: `${mustIn(t, question)}\n${question.ifSkipped}` },
    { label: t('ifRisk'), value: question.ifRisk },
    ...some(t('signs'), signs),
    { label: t('shown'), value: shown.length > 0 ? shown.join('\n') : t('always') },
    { label: t('retention'), value: RETENTION[question.retention] },
    ...some(t('code'), codes),
    ...some(t('instrument'), partOf ? [partOf] : []),
  ];
}

function mustIn(t: Words, { required, requiredIf }: Question): string {
  if (required) return t('required');
  const when = conditionsIn(requiredIf).map((one) => conditionIn(t, one));
  return when.length > 0 ? t('requiredIf', { when: when.join('; ') }) : t('maySkip');
}

function fieldIn(t: Words, { label, kind, most, options, ownWords }: FieldFacts): string {
  const how = t(`kinds.${kind}`, { most: most ?? 0 });
  const choices = options.map((option) => option.label).join(' · ');
  const own = ownWords === null ? '' : `, ${t('own', { most: ownWords })}`;
  return `${label ? `${label}: ` : ''}${how}${choices ? `: ${choices}` : ''}${own}`;
}

function conditionIn(t: Words, { question, how, answers }: ConditionFacts): string {
  const named = answers.map((answer) => `“${answer}”`).join(t('condition.or'));
  return t(`condition.${how}`, { question, answers: named });
}

function signIn(t: Words, levels: Levels, { level, what }: SignFacts): string {
  const said =
    what === 'open'
      ? t('signOpen')
      : 'from' in what
        ? t('signScore', { from: what.from, to: what.to })
        : what.answers.map((answer) => `“${answer}”`).join(t('condition.or'));
  return t('sign', { level: levels(level), what: said });
}
