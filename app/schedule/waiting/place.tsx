// Somebody's place on the waiting list: the time that is kept for them, if one is, what they wait for, and the way off the list.

import { useLocale, useTranslations } from 'next-intl';
import { MadeFor } from '@/components/made-for';
import { Button, ButtonLink, ButtonRow } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { SummaryList } from '@/components/ui/summary-list';
import { wishRows } from '@/components/waitlist-words';
import { addressOfSlot } from '@/lib/scheduling/slot-address';
import { dayAndTimeInWords } from '@/lib/scheduling/time-in-words';
import type { WaitingChoices } from '@/lib/scheduling/waiting-choices';
import type { LiveOffer, OnWaitlist } from '@/lib/scheduling/waitlist-of';
import { When } from '../when';

type Choices = Pick<WaitingChoices, 'clinicZone' | 'address' | 'format'>;

export function Place({ waitlist, choices }: { waitlist: OnWaitlist; choices: Choices }) {
  const t = useTranslations('waitlist.own');
  const words = useTranslations('waitlist');
  const locale = useLocale();
  const { offer, resting, takenBack } = waitlist;
  return (
    <>
      {offer && <Offer offer={offer} zone={waitlist.zone} choices={choices} />}
      {!offer && resting && <Resting waitlist={waitlist} />}
      {!offer && !resting && (
        <>
          {takenBack && (
            <Notice kind="info" title={t('takenBack')}>
              {t('takenBackSays')}
            </Notice>
          )}
          <p className="text-lead">{t('waitsSays')}</p>
          <p>{t('goOn')}</p>
          <ButtonRow>
            <ButtonLink href="/home">{t('home')}</ButtonLink>
            <ButtonLink href="/schedule" kind="secondary">
              {t('look')}
            </ButtonLink>
          </ButtonRow>
        </>
      )}
      <section aria-labelledby="wishes" className="flow">
        <h2 id="wishes">{t('wishes')}</h2>
        <SummaryList rows={wishRows(words, waitlist, locale)} />
        <p>
          <a href="/schedule/waiting?change=yes" className="inline-flex min-h-(--target) items-center">
            {t('change')}
          </a>
        </p>
      </section>
      <section aria-labelledby="leave" className="flow">
        <h2 id="leave">{t('leaveHeading')}</h2>
        <form method="post" action="/schedule/waiting/leave">
          <MadeFor />
          <Button kind="secondary">{t('leave')}</Button>
        </form>
      </section>
    </>
  );
}

function Offer({ offer, zone, choices }: { offer: LiveOffer; zone: string; choices: Choices }) {
  const t = useTranslations('waitlist.own');
  const check = useTranslations('schedule.check');
  const locale = useLocale();
  const { startsAt, expiresAt, name, credential } = offer;
  const how = choices.format === 'video' ? check('byVideo') : check('inPerson', { address: choices.address });
  return (
    <>
      <SummaryList
        rows={[
          { label: check('when'), value: <When at={startsAt} zone={zone} clinicZone={choices.clinicZone} /> },
          { label: check('with'), value: [name, credential].filter(Boolean).join(', ') },
          { label: check('how'), value: how },
        ]}
      />
      <p>{t('offerSays', { until: dayAndTimeInWords(expiresAt, zone, locale) })}</p>
      <form method="post" action="/schedule/waiting/let-go">
        <MadeFor />
        <input type="hidden" name="offer" value={offer.reference} />
        <ButtonRow>
          <ButtonLink href={`/schedule/check?${addressOfSlot({ with: offer.with, startsAt, zone })}`}>
            {t('take')}
          </ButtonLink>
          <Button kind="secondary">{t('letGo')}</Button>
        </ButtonRow>
      </form>
    </>
  );
}

/** They say that they still wait by saying again what they wait for. */
function Resting({ waitlist }: { waitlist: OnWaitlist }) {
  const t = useTranslations('waitlist.own');
  const { weekdays, partsOfDay, zone, weeks } = waitlist;
  const fields: [string, string | number][] = [
    ...weekdays.map((day): [string, number] => ['days', day]),
    ...partsOfDay.map((part): [string, string] => ['parts', part]),
    ['with', waitlist.with ?? ''],
    ['zone', zone],
    ['weeks', weeks],
  ];
  return (
    <form method="post" action="/schedule/waiting/join" className="flow">
      <MadeFor />
      <Notice kind="info" title={t('resting')}>
        <p>{t('restingSays')}</p>
      </Notice>
      {fields.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <Button>{t('stillWait')}</Button>
    </form>
  );
}
