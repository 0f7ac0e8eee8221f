// The danger signs, before anything else: the exact answer, since when, and what has been done about it.
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Radios } from '@/components/ui/choices';
import { Details } from '@/components/ui/details';
import { Tag } from '@/components/ui/tag';
import { TextArea } from '@/components/ui/text-area';
import { When } from '@/components/when';
import type { FormDraft } from '@/lib/accounts/form-draft';
import { answerInWords } from '@/lib/forms/answer-in-words';
import { questionNamed } from '@/lib/forms/definition';
import { LONGEST_NOTE } from '@/lib/review/close-flag';
import { OUTCOMES } from '@/lib/review/flag-events';
import type { FlagWithAnswer, SubmissionFile } from '@/lib/review/submission-file';
import { flagPlace, noteField, outcomeField, pageOf } from './addresses';
import { errorOf } from './problems';

type Given = { file: SubmissionFile; draft: FormDraft | null };
/** `next` = the one to see to first. */
type GivenFlag = Given & { flag: FlagWithAnswer; next: boolean };

export function Flags({ file, draft }: Given) {
  const t = useTranslations('staff.submission.flags');
  if (file.flags.length === 0) return null;
  const next = file.flags.find(({ acknowledged }) => !acknowledged);
  return (
    <section aria-labelledby="flags">
      <h2 id="flags">{t('title')}</h2>
      <ul className="flex list-none flex-col gap-3">
        {file.flags.map((flag) => (
          <li
            key={flag.id}
            id={flagPlace(flag.id)}
            className={`scroll-mt-24 keep-together rounded-soft bg-surface px-5 py-4 ${edge(flag)}`}
          >
            <Flag flag={flag} file={file} draft={draft} next={flag === next} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function edge({ closed, level }: FlagWithAnswer): string {
  if (closed) return 'border border-line';
  return level === 'amber' ? 'border-2 border-warn' : 'border-2 border-danger';
}

function Flag({ flag, file, draft, next }: GivenFlag) {
  const t = useTranslations('staff');
  const question = questionNamed(flag.question);
  const said = question && flag.given ? answerInWords(question, flag.given).lines : [];
  const tone = flag.closed ? 'neutral' : flag.level === 'amber' ? 'amber' : 'red';
  return (
    <div className="grid gap-x-8 gap-y-3 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="flex flex-col items-start gap-1">
        <Tag tone={tone}>{t(`flag.level.${flag.level}`)}</Tag>
        <h3>{question?.title ?? flag.question}</h3>
        <p className="text-[1.15em] font-semibold whitespace-pre-line">
          {said.join('\n') || t('submission.flags.noAnswer')}
        </p>
        <p className="text-ink-soft">
          {t.rich('submission.flags.raised', { when: () => <When at={flag.raisedAt} zone={file.zone} /> })}
          {flag.changedSince && ` ${t('submission.flags.changedSince')}`}
        </p>
      </div>
      <div className="flex flex-col items-start gap-2">
        <Due flag={flag} zone={file.zone} />
        <Act flag={flag} file={file} draft={draft} next={next} name={question?.short ?? flag.question} />
      </div>
    </div>
  );
}

function Due({ flag, zone }: { flag: FlagWithAnswer; zone: string }) {
  const t = useTranslations('staff.submission.flags');
  const { acknowledged, closed, dueAt } = flag;
  const by = (at: Date) => ({ when: () => <When at={at} zone={zone} /> });
  if (closed)
    return (
      <>
        <p className="font-semibold">
          {t.rich('closed', { outcome: t(`outcomes.${closed.outcome}`), name: closed.by, ...by(closed.at) })}
        </p>
        {closed.note && <p className="whitespace-pre-line">{closed.note}</p>}
      </>
    );
  if (acknowledged) return <p>{t.rich('acknowledged', { name: acknowledged.by, ...by(acknowledged.at) })}</p>;
  if (!dueAt) return <p>{t('beforeSession')}</p>;
  return <p className="font-semibold">{t.rich(flag.late ? 'late' : 'due', by(dueAt))}</p>;
}

function Act({ flag, file, draft, next, name }: GivenFlag & { name: string }) {
  const t = useTranslations('staff.submission');
  if (flag.closed) return null;
  if (!flag.acknowledged)
    return (
      <form method="post" action={`${pageOf(file.reference)}/acknowledge`}>
        <input type="hidden" name="flag" value={flag.id} />
        <Button kind={next ? 'primary' : 'secondary'}>
          {t('flags.acknowledge')}
          <span className="sr-only"> {t('flags.acknowledgeHidden', { question: name })}</span>
        </Button>
      </form>
    );
  const [outcome, note] = [outcomeField(flag.id), noteField(flag.id)];
  const kept = draft?.values.flag?.[0] === flag.id ? draft : null;
  return (
    <Details summary={t('flags.close')} open={kept !== null}>
      <form method="post" action={`${pageOf(file.reference)}/close-flag`} noValidate>
        <input type="hidden" name="flag" value={flag.id} />
        <Radios
          name={outcome}
          legend={t('flags.outcome')}
          error={errorOf(kept, outcome, t)}
          value={kept?.values[outcome]?.[0]}
          options={OUTCOMES.map((value) => ({ value, label: t(`flags.outcomes.${value}`) }))}
        />
        <TextArea
          name={note}
          label={t('flags.note')}
          hint={t('flags.noteHint')}
          error={errorOf(kept, note, t)}
          defaultValue={kept?.values[note]?.[0]}
          rows={3}
          maxLength={LONGEST_NOTE}
        />
        <Button kind="secondary">{t('flags.closeButton')}</Button>
      </form>
    </Details>
  );
}
