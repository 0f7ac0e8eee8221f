// One appointment: who, when and with whom, what can be done with it, how they may be reached, and what happened to it.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AlertNotice } from '@/components/alert-notice';
import { AppointmentStatus } from '@/components/appointment-status';
import { DoneNotice } from '@/components/done-notice';
import { Reaching } from '@/components/reaching';
import { StaffPage } from '@/components/staff-page';
import { BackLink } from '@/components/ui/back-link';
import { localDateOf } from '@/lib/scheduling/time-in-words';
import { calendarAddress } from '../../calendar-addresses';
import { DONE, problemNamed } from './addresses';
import { AppointmentHistory } from './appointment-history';
import { Doing } from './doing';
import { loadAppointment } from './load-appointment';
import { MeetingRows } from './meeting-rows';

type Props = {
  params: Promise<{ reference: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { draft } = await loadAppointment((await params).reference);
  const [t, common] = [await getTranslations('calendar.appointment'), await getTranslations('common')];
  return { title: draft?.errors.length ? common('errorTitle', { title: t('title') }) : t('title') };
}

export default async function AppointmentPage({ params, searchParams }: Props) {
  const { file, staff, draft, mailed } = await loadAppointment((await params).reference);
  const query = await searchParams;
  const problem = problemNamed(query.problem);
  const done = DONE.find((each) => each === query.done);
  const t = await getTranslations('calendar');
  const on = localDateOf(file.startsAt, file.clinicZone);
  return (
    <StaffPage active="calendar" who={staff.name} roles={staff.roles}>
      <BackLink href={calendarAddress({ span: 'week', on, names: false })}>{t('appointment.back')}</BackLink>
      {problem && <AlertNotice>{t(`appointment.problem.${problem}`)}</AlertNotice>}
      {done && !problem && <DoneNotice>{t(`appointment.done.${done}`)}</DoneNotice>}
      <div>
        <h1>{file.person.name ?? t('noName')}</h1>
        <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1">
          <span>{t('appointment.title')}</span>
          <span className="font-semibold">{file.reference}</span>
          <AppointmentStatus status={file.status} unmarked={file.begun && file.status === 'booked'} />
        </p>
      </div>
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="flow min-w-0">
          <MeetingRows file={file} />
          <section aria-labelledby="reach" className="flow">
            <h2 id="reach">{t('appointment.reach')}</h2>
            <p>{t(mailed ? 'appointment.mailed' : 'appointment.notMailed')}</p>
            <Reaching person={file.person} />
          </section>
        </div>
        <div className="flow min-w-0">
          <Doing file={file} draft={draft} />
          <AppointmentHistory file={file} />
        </div>
      </div>
    </StaffPage>
  );
}
