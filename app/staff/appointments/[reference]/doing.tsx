// What can be done with an appointment now: move or cancel it before it begins, say whether they came after.
import { useTranslations } from 'next-intl';
import { TypedForm } from '@/components/typed-form';
import { Button, ButtonLink } from '@/components/ui/button';
import { Details } from '@/components/ui/details';
import { TextArea } from '@/components/ui/text-area';
import type { FormDraft } from '@/lib/accounts/form-draft';
import type { AppointmentFile } from '@/lib/calendar/appointment-file';
import { newId } from '@/lib/env/ids';
import { LONGEST_MESSAGE } from '@/lib/review/write-message';
import { appointmentPage, bookingPage } from '../../calendar-addresses';
import { problemNamed } from './addresses';

type Shown = { file: AppointmentFile; draft: FormDraft | null };

export function Doing({ file, draft }: Shown) {
  const t = useTranslations('calendar.appointment');
  const may = file.whyNot === null;
  return (
    <section aria-labelledby="do" className="no-print flow">
      <h2 id="do">{t('do')}</h2>
      {file.whyNot && <p>{t(file.whyNot === 'not-allowed' ? 'look' : `problem.${file.whyNot}`)}</p>}
      {file.mayChange && <Change file={file} draft={draft} />}
      {file.marks.length > 0 && <Marks file={file} />}
      {may && file.status === 'cancelled' && <p>{t('nothing')}</p>}
      {may && file.status !== 'booked' && file.forms && (
        <ButtonLink kind="secondary" href={bookingPage(file.forms)}>
          {t('again')}
        </ButtonLink>
      )}
    </section>
  );
}

function Change({ file, draft }: Shown) {
  const t = useTranslations('calendar.appointment');
  const problem = problemNamed(draft?.errors[0]?.reason);
  const page = appointmentPage(file.reference);
  return (
    <>
      <ButtonLink kind="secondary" href={`${page}/move`}>
        {t('move')}
      </ButtonLink>
      <Details summary={t('cancel')} open={draft !== null}>
        <TypedForm
          action={`${page}/cancel`}
          draft={draft}
          button={<Button kind="danger">{t('cancelButton')}</Button>}
        >
          <p>{t('cancelLead')}</p>
          <input type="hidden" name="sequence" value={file.sequence} />
          <input type="hidden" name="token" value={newId()} />
          <TextArea
            name="why"
            label={t('why')}
            hint={t('whyHint')}
            error={problem ? t(`problem.${problem}`) : undefined}
            defaultValue={draft?.values.why?.[0]}
            optional
            rows={3}
            maxLength={LONGEST_MESSAGE}
          />
        </TypedForm>
      </Details>
    </>
  );
}

function Marks({ file }: { file: AppointmentFile }) {
  const t = useTranslations('calendar.appointment');
  return (
    <form
      method="post"
      action={`${appointmentPage(file.reference)}/mark`}
      className="flex flex-wrap items-center gap-3"
    >
      <p className="w-full font-semibold">{t(file.status === 'booked' ? 'came' : 'correct')}</p>
      {file.marks.map((mark) => (
        <Button key={mark} kind="secondary" name="mark" value={mark}>
          {t(`mark.${mark}`)}
        </Button>
      ))}
    </form>
  );
}
