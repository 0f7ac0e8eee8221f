// A client's appointment: when, with whom, how, and how to change it.
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { Bullets } from '@/components/ui/bullets';
import { ButtonLink, ButtonRow } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { requireClient } from '@/lib/accounts/require';
import { costsOf } from '@/lib/estimates/costs-of-client';
import { hasSent } from '@/lib/forms/has-sent';
import { ownAppointment } from '@/lib/scheduling/own-appointment';
import { instantInWords } from '@/lib/scheduling/time-in-words';
import { AppointmentRows } from '../appointment-rows';
import { Cost, minutesOf } from '../cost';
import { CalendarPart } from './calendar-part';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('schedule.booked'))('title') };
}

/** How to have it to oneself. */
const VIDEO = ['place', 'headphones', 'screen', 'comesIn'] as const;
const IN_PERSON = ['way', 'asked', 'phone'] as const;

export default async function BookedPage({ searchParams }: { searchParams: Promise<{ kept?: string }> }) {
  const { actor } = await requireClient();
  const appointment = await ownAppointment(actor);
  if (!appointment) redirect('/schedule');
  const t = await getTranslations('schedule.booked');
  const locale = await getLocale();
  const [{ kept }, sent, costs] = [await searchParams, await hasSent(actor), await costsOf(actor)];
  const { zone, cancellationHours: hours, phone } = appointment;
  return (
    <ClientPage signedIn>
      <h1>{t('heading')}</h1>
      {kept && (
        <div role="status">
          <Notice kind="info" title={t('kept')}>
            <p>{t('keptSays')}</p>
          </Notice>
        </div>
      )}
      <AppointmentRows appointment={appointment} />
      <Cost minutes={minutesOf(appointment)} />
      {costs.may === 'yes' && costs.given.length === 0 && !costs.due && (
        <p>
          {(await getTranslations('schedule.cost')).rich('estimate', {
            a: (words) => <a href="/home/estimates">{words}</a>,
          })}
        </p>
      )}
      <section>
        <h2>{t('next')}</h2>
        <p>{t(sent ? 'nextSent' : 'nextText')}</p>
        <ButtonLink href="/home">{t('home')}</ButtonLink>
      </section>
      <section>
        <h2>{t('before')}</h2>
        <Bullets
          items={
            appointment.format === 'video'
              ? VIDEO.map((each) => t(`video.${each}`))
              : IN_PERSON.map((each) => t(`in-person.${each}`))
          }
        />
        <p>{t.rich('more', { private: (words) => <a href="/staying-private">{words}</a> })}</p>
      </section>
      <CalendarPart />
      <section>
        <h2>{t('change')}</h2>
        {appointment.mayChange ? (
          <>
            <p>{t('until', { until: instantInWords(appointment.changeableUntil, zone, locale) })}</p>
            <ButtonRow>
              <ButtonLink kind="secondary" href="/schedule?moving=yes">
                {t('move')}
              </ButtonLink>
              <ButtonLink kind="quiet" href="/schedule/cancel">
                {t('cancel')}
              </ButtonLink>
            </ButtonRow>
          </>
        ) : (
          <p>{t('tooLate', { hours, phone })}</p>
        )}
      </section>
    </ClientPage>
  );
}
