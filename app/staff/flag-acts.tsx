// What a clinician does about one danger sign: acknowledge it, take it over, write down a try, close it with its outcome.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { clockTime } from '@/components/clock';
import { TypedForm } from '@/components/typed-form';
import { Button } from '@/components/ui/button';
import { Radios } from '@/components/ui/choices';
import { Details } from '@/components/ui/details';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import type { FormDraft, FormDrafts } from '@/lib/accounts/form-draft';
import { clock } from '@/lib/env/clock';
import { calendarDate } from '@/lib/forms/birth-date';
import { LONGEST_DETAIL, LONGEST_NOTE } from '@/lib/review/close-flag';
import { ATTEMPT_WAYS, OUTCOMES } from '@/lib/review/flag-events';
import type { FlagWithAnswer } from '@/lib/review/submission-file';
import { actOn, type FlagAct, fieldsOf, flagForm } from './flag-addresses';
import { flagErrorAt } from './flag-words';

type Given = {
  flag: FlagWithAnswer;
  reference: string;
  /** What the question is called. */
  name: string;
  zone: string;
  readerId: string;
  /** The list's own place, for coming back to it; none on the file's page. */
  back?: string;
  drafts: FormDrafts;
  /** The one to see to first. */
  next: boolean;
};

export function FlagActs(given: Given) {
  const { flag, name, readerId, next } = given;
  const t = useTranslations('flags.act');
  if (flag.closed) return null;
  if (!flag.acknowledged)
    return (
      <ActForm {...given} act="acknowledge">
        <Button kind={next ? 'primary' : 'secondary'}>
          {t('acknowledge')}
          <span className="sr-only"> {t('acknowledgeHidden', { question: name })}</span>
        </Button>
      </ActForm>
    );
  return (
    <>
      {flag.holder?.id !== readerId && (
        <ActForm {...given} act="take-over">
          <Button kind="secondary">
            {t('take-over')}
            <span className="sr-only"> {t('take-overHidden', { question: name })}</span>
          </Button>
        </ActForm>
      )}
      {!flag.shut && <AttemptForm {...given} />}
      {!flag.shut && <OutcomeForm {...given} />}
    </>
  );
}

type OfAct = Pick<Given, 'flag' | 'reference' | 'back'> & { act: FlagAct; children: ReactNode };

function ActForm({ children, ...of }: OfAct) {
  return (
    <form method="post" action={actOn(of.reference, of.act)} noValidate className="flow">
      <Which {...of} />
      {children}
    </form>
  );
}

/** Of the two in which something is written. */
function WrittenActForm({
  children,
  draft,
  button,
  ...of
}: OfAct & { draft: FormDraft | null; button: string }) {
  return (
    <TypedForm
      action={actOn(of.reference, of.act)}
      draft={draft}
      className="group/act flow"
      button={<Button kind="secondary">{button}</Button>}
    >
      <Which {...of} />
      {children}
    </TypedForm>
  );
}

const Which = ({ flag, back }: Pick<OfAct, 'flag' | 'back'>) => (
  <>
    <input type="hidden" name="flag" value={flag.id} />
    {back && <input type="hidden" name="back" value={back} />}
  </>
);

const keptFor = ({ drafts, reference, flag }: Given, act: FlagAct) =>
  drafts.get(flagForm(reference, act, flag.id)) ?? null;

function Summary({ act, name }: { act: 'attempt' | 'close'; name: string }) {
  const t = useTranslations('flags.act');
  return (
    <>
      {t(act)}
      <span className="sr-only"> {t(`${act}Hidden`, { question: name })}</span>
    </>
  );
}

function AttemptForm(given: Given) {
  const { flag, name, zone } = given;
  const t = useTranslations('flags');
  const field = fieldsOf(flag.id);
  const kept = keptFor(given, 'attempt');
  const now = clock.now();
  return (
    <Details summary={<Summary act="attempt" name={name} />} open={kept !== null}>
      <WrittenActForm {...given} act="attempt" draft={kept} button={t('attempt.button')}>
        <Radios
          name={field.way}
          legend={t('attempt.way')}
          error={flagErrorAt(kept, field.way, t)}
          value={kept?.values[field.way]?.[0]}
          options={ATTEMPT_WAYS.map((value) => ({ value, label: t(`attempt.ways.${value}`) }))}
        />
        <div className="flex flex-wrap gap-x-6 gap-y-3">
          <TextField
            name={field.triedOn}
            type="date"
            label={t('attempt.on')}
            error={flagErrorAt(kept, field.triedOn, t)}
            defaultValue={kept?.values[field.triedOn]?.[0] ?? calendarDate(now, zone)}
            size="short"
          />
          <TextField
            name={field.triedAt}
            label={t('attempt.at')}
            defaultValue={kept?.values[field.triedAt]?.[0] ?? clockTime(now, zone)}
            size="short"
            autoComplete="off"
          />
        </div>
        <TextArea
          name={field.tried}
          label={t('attempt.note')}
          error={flagErrorAt(kept, field.tried, t)}
          defaultValue={kept?.values[field.tried]?.[0]}
          rows={2}
          maxLength={LONGEST_NOTE}
        />
      </WrittenActForm>
    </Details>
  );
}

/** Where the browser can, a field that belongs to one outcome shows with it; where it can't, all of them stand there. */
const WITH = {
  assessed: 'flow supports-[selector(:has(*))]:hidden group-has-[input[value=assessed]:checked]/act:block!',
  referred: 'supports-[selector(:has(*))]:hidden group-has-[input[value=referred]:checked]/act:block!',
};

function OutcomeForm(given: Given) {
  const { flag, name } = given;
  const t = useTranslations('flags');
  const field = fieldsOf(flag.id);
  const kept = keptFor(given, 'close');
  const typed = (of: keyof typeof field) => ({
    ...{
      name: field[of],
      error: flagErrorAt(kept, field[of], t),
      defaultValue: kept?.values[field[of]]?.[0],
    },
  });
  const attempts = t('outcome.attempts', { count: flag.attempts.length });
  return (
    <Details summary={<Summary act="close" name={name} />} open={kept !== null}>
      <WrittenActForm {...given} act="close" draft={kept} button={t('outcome.button')}>
        <Radios
          name={field.outcome}
          legend={t('outcome.legend')}
          error={flagErrorAt(kept, field.outcome, t)}
          value={kept?.values[field.outcome]?.[0]}
          options={OUTCOMES.map((value) => ({
            ...{ value, label: t(`outcome.${value}`) },
            ...(value === 'could-not-reach' && { hint: attempts }),
          }))}
        />
        <div className={WITH.assessed}>
          <TextField
            {...typed('tool')}
            label={t('outcome.tool')}
            size="medium"
            maxLength={LONGEST_DETAIL}
            autoComplete="off"
          />
          <TextField {...typed('on')} type="date" label={t('outcome.on')} size="short" />
        </div>
        <div className={WITH.referred}>
          <TextField
            {...typed('where')}
            label={t('outcome.where')}
            size="medium"
            maxLength={LONGEST_DETAIL}
            autoComplete="off"
          />
        </div>
        <TextArea
          {...typed('note')}
          label={t('outcome.note')}
          hint={t('outcome.noteHint')}
          rows={3}
          maxLength={LONGEST_NOTE}
        />
      </WrittenActForm>
    </Details>
  );
}
