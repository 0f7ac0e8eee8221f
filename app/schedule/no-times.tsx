// No time can be offered: why, what would help, a way to be given one, and when somebody is there to talk to.

import { useLocale, useTranslations } from 'next-intl';
import { ChooseInstead, WhyNobody } from '@/components/another-way';
import { ClinicHours } from '@/components/clinic-hours';
import { MadeFor } from '@/components/made-for';
import { Button, ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { hoursElsewhere } from '@/lib/clinic/hours-elsewhere';
import { clock } from '@/lib/env/clock';
import { dayInWords } from '@/lib/scheduling/time-in-words';
import type { TimesToChoose } from '@/lib/scheduling/times-to-choose';
import { timesPath, waitingPath } from './query';

type Shown = Pick<
  TimesToChoose,
  | 'nobody'
  | 'format'
  | 'region'
  | 'request'
  | 'waitlist'
  | 'phone'
  | 'hours'
  | 'zone'
  | 'clinicZone'
  | 'moving'
  | 'with'
>;

export function NoTimes({ times }: { times: Shown }) {
  const t = useTranslations('schedule.noTimes');
  const locale = useLocale();
  const { nobody, request, phone, zone } = times;
  const waits = request !== null && !request.done;
  const helps = nobody !== null && (nobody.instead !== null || nobody.because === 'language');
  return (
    <div id="times" tabIndex={-1} className="flow">
      {times.with && (
        <p>
          <a href={timesPath({ zone, moving: times.moving ? 'yes' : null })}>{t('everybody')}</a>
        </p>
      )}
      {nobody ? (
        <WhyNobody nobody={nobody} wanted={times.format} region={times.region} />
      ) : (
        <p className="max-w-line text-lead">{t('none')}</p>
      )}
      {nobody && <ChooseInstead nobody={nobody} after="schedule" />}
      {waits && (
        <Notice kind="info" title={t('asked')}>
          <p>{t('askedSays', { date: dayInWords(request.dueAt, zone, locale) })}</p>
        </Notice>
      )}
      {!nobody && !times.moving && !times.waitlist && (
        <ButtonLink href={waitingPath(times)}>{t('wait')}</ButtonLink>
      )}
      {nobody && !waits && !times.moving && (
        <section aria-labelledby="ask">
          <h2 id="ask">{helps ? t('askElse') : t('ask')}</h2>
          <form method="post" action="/schedule/ask" className="flow">
            <MadeFor />
            <p className="max-w-line">{t('askSays')}</p>
            <Button kind={helps ? 'secondary' : 'primary'}>{t('askButton')}</Button>
          </form>
        </section>
      )}
      <section aria-labelledby="call">
        <h2 id="call">{t('call')}</h2>
        <p>
          {t.rich('callSays', {
            phone,
            a: (words) => <a href={`tel:${phone.replaceAll(' ', '')}`}>{words}</a>,
          })}
        </p>
        <ClinicHours {...hoursElsewhere({ hours: times.hours, zone: times.clinicZone }, zone, clock.now())} />
      </section>
    </div>
  );
}
