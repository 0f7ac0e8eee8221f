// One clinician's hours: to set, for whoever may; to read, for everybody on the staff; and the days that differ.
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AlertNotice } from '@/components/alert-notice';
import { DoneNotice } from '@/components/done-notice';
import { DropTyped, NotSaved } from '@/components/not-saved';
import { StaffPage } from '@/components/staff-page';
import { BackLink } from '@/components/ui/back-link';
import { ErrorSummary } from '@/components/ui/error-summary';
import { HOURS, hoursPage, problemNamed, type Said, savedNamed } from '../addresses';
import { ClockNotes } from './clock-notes';
import { Days } from './days';
import { sayDaysErrors, sayHoursErrors } from './errors';
import { HoursForm } from './hours-form';
import { HoursRead } from './hours-read';
import { type LoadedHours, loadHours } from './load-hours';

type Props = {
  params: Promise<{ clinician: string }>;
  searchParams: Promise<{ problem?: Said; saved?: Said }>;
};

/** Both forms' errors, in the order of the page. */
async function errorsOf({ draft, daysDraft }: LoadedHours) {
  const [form, days] = [await getTranslations('hours.form'), await getTranslations('hours.days')];
  return {
    hours: sayHoursErrors(draft, form, await getLocale()),
    days: sayDaysErrors(daysDraft, days),
  };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const errors = await errorsOf(await loadHours((await params).clinician));
  const [t, common] = [await getTranslations('hours.person'), await getTranslations('common')];
  const wrong = errors.hours.length + errors.days.length > 0;
  return { title: wrong ? common('errorTitle', { title: t('title') }) : t('title') };
}

export default async function HoursPage({ params, searchParams }: Props) {
  const loaded = await loadHours((await params).clinician);
  const { hours, staff, may } = loaded;
  const { problem, saved } = await searchParams;
  const t = await getTranslations('hours.person');
  const errors = await errorsOf(loaded);
  const [problemKnown, savedKnown] = [problemNamed(problem), savedNamed(saved)];
  return (
    <StaffPage active="hours" who={staff.name} roles={staff.roles}>
      <BackLink href={HOURS}>{t('back')}</BackLink>
      <ErrorSummary
        errors={[...errors.hours, ...errors.days].map(({ field, message }) => ({
          ...{ href: `#${field}`, message },
        }))}
      />
      {problemKnown && <AlertNotice>{t(`problem.${problemKnown}`)}</AlertNotice>}
      {savedKnown && <DoneNotice>{t(`saved.${savedKnown}`)}</DoneNotice>}
      <h1>{t('heading', { name: hours.name })}</h1>
      <Standing {...loaded} />
      <div className="grid gap-x-10 gap-y-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <section aria-labelledby="weekly" className="flow min-w-0">
          <h2 id="weekly">{t('weekly')}</h2>
          {loaded.overtaken && <Theirs {...loaded} />}
          {loaded.draft && !loaded.overtaken && <NotSaved action={`${hoursPage(hours.reference)}/save`} />}
          {may.hours ? (
            <HoursForm loaded={loaded} errors={errors.hours} />
          ) : (
            hours.setting && <HoursRead setting={hours.setting} />
          )}
          {hours.setting && (
            <ClockNotes hours={{ ...hours.setting, exceptions: hours.exceptions }} now={hours.now} />
          )}
        </section>
        {hours.setting && <Days loaded={loaded} errors={errors.days} />}
      </div>
    </StaffPage>
  );
}

/** What somebody must know who looks at these hours, before the hours themselves. */
async function Standing({ hours, may }: LoadedHours) {
  const t = await getTranslations('hours.person');
  if (!hours.setting) return <p className="max-w-line">{t('unset')}</p>;
  return (
    <>
      {!hours.isClinician && <p className="max-w-line">{t('notClinician')}</p>}
      {hours.isClinician && !hours.setting.takesNew && <p className="max-w-line">{t('noNew')}</p>}
      {!may.hours && <p className="max-w-line text-ink-soft">{t('readOnly')}</p>}
      <nav aria-label={t('onPage')} className="flex flex-wrap gap-x-6 xl:hidden">
        <a href="#weekly" className="inline-flex min-h-(--target) items-center">
          {t('weekly')}
        </a>
        <a href="#days" className="inline-flex min-h-(--target) items-center">
          {t('days')}
        </a>
      </nav>
    </>
  );
}

async function Theirs({ hours }: LoadedHours) {
  const t = await getTranslations('hours.person');
  return (
    <section className="flow max-w-[52rem] rounded-soft border-2 border-danger p-5" aria-labelledby="theirs">
      <div
        role="alert"
        tabIndex={-1}
        // biome-ignore lint/a11y/noAutofocus: who was refused begins here, without JavaScript too
        autoFocus
      >
        <h3 id="theirs">{t('meanwhileTitle')}</h3>
        <p className="max-w-line">{t('meanwhile')}</p>
      </div>
      {hours.setting && <HoursRead setting={hours.setting} />}
      <DropTyped action={`${hoursPage(hours.reference)}/save`} />
    </section>
  );
}
