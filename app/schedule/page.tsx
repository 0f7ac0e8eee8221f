// A client chooses a time: days with free times, in their own zone, with somebody who can see them.
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { Details } from '@/components/ui/details';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Notice } from '@/components/ui/notice';
import { requireClient } from '@/lib/accounts/require';
import { clock } from '@/lib/env/clock';
import { isToldOfAppointments } from '@/lib/notices/told-by-mail';
import { pathBefore } from '@/lib/onboarding/journey-facts';
import { dayInWords, placeOf, zoneInWords } from '@/lib/scheduling/time-in-words';
import { timesToChoose } from '@/lib/scheduling/times-to-choose';
import { ChoicesForm } from './choices-form';
import { NearestTimes } from './nearest-times';
import { NoTimes } from './no-times';
import type { Query } from './query';
import { readQuery, timesPath } from './query';
import { TimeList } from './time-list';
import { NoneSuits, WaitsNotice } from './waiting-ways';
import { ZoneOffer } from './zone-offer';

type Props = { searchParams: Promise<Query> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations('schedule');
  const { problem, moving } = readQuery(await searchParams);
  const title = t(moving ? 'choose.movingTitle' : 'choose.title');
  return { title: problem ? t('error', { title }) : title };
}

export default async function SchedulePage({ searchParams }: Props) {
  const { actor } = await requireClient();
  const asked = readQuery(await searchParams);
  const times = await timesToChoose(actor, asked);
  if (!times.ok) {
    if (times.reason === 'has-appointment') redirect('/schedule/booked');
    if (times.reason === 'no-appointment') redirect('/schedule');
    // The document that changed, or the home page, says what comes first and why.
    redirect((await pathBefore(actor, '/schedule')) ?? '/home');
  }
  const t = await getTranslations('schedule');
  const locale = await getLocale();
  const { days, nearest, zone, clinicZone, moving, clinicians } = times;
  const kept = { with: times.with, zone, moving: moving ? 'yes' : null };
  const chosen = clinicians.find(({ reference }) => reference === times.with);
  const alone = chosen ?? (clinicians.length === 1 ? clinicians[0] : undefined);
  const shown = { zone, clinicZone, moving, only: chosen !== undefined };
  const hasNearest = days.length > 0 && nearest !== null;
  const first = days[0]?.slots[0]?.startsAt ?? clock.now();

  return (
    <ClientPage
      back={
        moving ? { href: '/schedule/booked', label: t('backToBooked') } : { href: '/home', label: t('back') }
      }
      width="wide"
      signedIn
    >
      {asked.problem && (
        <ErrorSummary
          errors={[{ href: hasNearest ? '#nearest' : '#times', message: t(`problem.${asked.problem}`) }]}
        />
      )}
      <h1>{t(moving ? 'choose.movingTitle' : 'choose.title')}</h1>
      {asked.cancelled && (
        <Notice kind="info" title={t('cancel.done')}>
          <p>{t('cancel.doneText', { told: String(await isToldOfAppointments(actor)) })}</p>
          <p>
            {t.rich('calendar.cancelled', {
              get: (words) => <a href="/schedule/booked/appointment.ics">{words}</a>,
            })}
          </p>
        </Notice>
      )}
      {times.waitlist && <WaitsNotice waitlist={times.waitlist} />}
      {days.length === 0 ? (
        <NoTimes times={times} />
      ) : (
        <>
          <p className="max-w-line">
            {moving ? t('choose.movingLead') : t('choose.lead', { format: times.format ?? 'other' })}
          </p>
          {nearest && <NearestTimes nearest={nearest} {...shown} />}
          <h2 id="times" tabIndex={-1} className={hasNearest ? undefined : 'sr-only'}>
            {t('choose.allTimes')}
          </h2>
          <p className="max-w-line">
            {alone ? t('choose.whoOne', { name: alone.name }) : t('choose.whoAll')}{' '}
            {t('choose.shown', { zone: placeOf(zone), name: zoneInWords(first, zone, locale) })}{' '}
            {zone !== clinicZone && t('choose.clinicToo', { zone: placeOf(clinicZone) })}
          </p>
          <ZoneOffer
            zone={zone}
            times={[first, days.at(-1)?.slots.at(-1)?.startsAt ?? first]}
            words={t.raw('choose.deviceZone')}
            path={timesPath({ ...kept, zone: null })}
          />
          <Details summary={t(clinicians.length > 1 ? 'choose.change' : 'choose.changeZone')}>
            <ChoicesForm {...{ clinicians, zone, clinicZone, moving, at: first, with: times.with }} />
          </Details>
          {days.map(({ date, slots }) => (
            <section key={date}>
              <h2>{dayInWords(slots[0]?.startsAt ?? first, zone, locale)}</h2>
              <TimeList slots={slots} {...shown} />
            </section>
          ))}
          {(times.earlier || times.later) && (
            <nav aria-label={t('choose.pages')} className="flex flex-wrap gap-6">
              {times.earlier && (
                <a href={timesPath({ ...kept, from: times.earlier })}>{t('choose.earlier')}</a>
              )}
              {times.later && <a href={timesPath({ ...kept, from: times.later })}>{t('choose.later')}</a>}
            </nav>
          )}
          {!moving && !times.waitlist && <NoneSuits times={times} />}
        </>
      )}
    </ClientPage>
  );
}
