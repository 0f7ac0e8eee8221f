// A clinician closes somebody's file: why, for the record, and what becomes of an appointment that is still ahead.
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { appointmentPage } from '@/app/staff/calendar-addresses';
import { NotSaved } from '@/components/not-saved';
import { StaffPage } from '@/components/staff-page';
import { BackLink } from '@/components/ui/back-link';
import { Button, ButtonLink, ButtonRow } from '@/components/ui/button';
import { Checkbox, Radios } from '@/components/ui/choices';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Notice } from '@/components/ui/notice';
import { formDraft } from '@/lib/accounts/form-draft';
import { requireStaff } from '@/lib/accounts/require';
import { toldByMail } from '@/lib/notices/told-by-mail';
import { CLOSE_REASONS } from '@/lib/review/close-submission';
import { type FileToDecide, fileToDecide } from '@/lib/review/file-to-decide';
import { instantInWords } from '@/lib/scheduling/time-in-words';
import { pageOf } from '../addresses';
import { closeForm, closePage, sayErrors } from './words';

type Props = { params: Promise<{ reference: string }> };

const load = cache(async (reference: string) => {
  const { actor, staff } = await requireStaff('clinician', 'lead');
  const file = await fileToDecide(actor, reference, 'close');
  if (!file) notFound();
  const told = await toldByMail(
    actor,
    file.times.map((time) => time.reference),
  );
  return { staff, file, told, draft: await formDraft(actor, closeForm(file.reference)) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { draft } = await load((await params).reference);
  const [t, common] = [await getTranslations('endings.close'), await getTranslations('common')];
  return { title: draft?.errors.length ? common('errorTitle', { title: t('title') }) : t('title') };
}

export default async function ClosePage({ params }: Props) {
  const { staff, file, told, draft } = await load((await params).reference);
  const [t, words, reasons, status] = await Promise.all([
    getTranslations('endings.close'),
    getTranslations('endings.decline'),
    getTranslations('endings.reason'),
    getTranslations('staff.status'),
  ]);
  const errors = sayErrors(draft, t);
  const back = pageOf(file.reference);
  return (
    <StaffPage active="queue" who={staff.name} roles={staff.roles}>
      <BackLink href={back}>{t('back')}</BackLink>
      <ErrorSummary errors={errors.map(({ field, message }) => ({ href: `#${field}`, message }))} />
      <h1>{t('title')}</h1>
      {!file.open ? (
        <Notice kind="info">{t('notNow', { status: status(file.status) })}</Notice>
      ) : file.redNotSeen ? (
        <Notice kind="urgent">
          <p>{t('errors.red-not-seen')}</p>
          <p>
            <a href={back}>{words('toFile')}</a>
          </p>
        </Notice>
      ) : (
        <>
          {draft && <NotSaved action={`${closePage(file.reference)}/confirm`} />}
          <form
            method="post"
            action={`${closePage(file.reference)}/confirm`}
            noValidate
            className="flow max-w-line"
          >
            <p>{t('lead', { name: file.name ?? words('noName') })}</p>
            <Radios
              name="reason"
              legend={t('reason')}
              hint={t('reasonHint')}
              error={errors.find(({ field }) => field === 'reason')?.message}
              value={draft?.values.reason?.[0]}
              options={CLOSE_REASONS.map((reason) => ({ value: reason, label: reasons(reason) }))}
            />
            <Ahead file={file} told={told} error={errors.find(({ field }) => field === 'cancels')?.message} />
            <ButtonRow>
              <Button>{t('button')}</Button>
              <ButtonLink kind="secondary" href={back}>
                {t('keep')}
              </ButtonLink>
            </ButtonRow>
          </form>
        </>
      )}
    </StaffPage>
  );
}

/** What the box carries is the time as it is shown: one that is moved meanwhile is not cancelled unseen. */
async function Ahead({
  file,
  told,
  error,
}: {
  file: FileToDecide;
  /** Those of which a mail tells, by their reference. */
  told: ReadonlySet<string>;
  error: string | undefined;
}) {
  const [t, locale] = [await getTranslations('endings.close'), await getLocale()];
  const [time] = file.times;
  if (!time) return null;
  return (
    <Notice kind="info">
      <p className="font-semibold">
        {t('ahead', { when: instantInWords(time.startsAt, file.clinic.zone, locale), name: time.with })}
      </p>
      <p>
        {t('aheadWhy')} <a href={appointmentPage(time.reference)}>{t('seeTime')}</a>
      </p>
      <Checkbox name="cancels" value={file.shown} label={t('cancel')} error={error} />
      <p>{t(told.has(time.reference) ? 'told' : 'untold')}</p>
      {file.leaves && <p>{t('leaves')}</p>}
    </Notice>
  );
}
