// A client looks at the time they chose, once more and whole, before it is booked or moved.

import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { MadeFor } from '@/components/made-for';
import { Button, ButtonLink, ButtonRow } from '@/components/ui/button';
import { SummaryList } from '@/components/ui/summary-list';
import { formDraft } from '@/lib/accounts/form-draft';
import { requireClient } from '@/lib/accounts/require';
import { newId } from '@/lib/env/ids';
import { isToldOfAppointments } from '@/lib/notices/told-by-mail';
import { fieldsOfSlot } from '@/lib/scheduling/slot-address';
import { dayAndTimeInWords, instantInWords } from '@/lib/scheduling/time-in-words';
import { timeToCheck } from '@/lib/scheduling/time-to-check';
import { Cost } from '../cost';
import type { Query } from '../query';
import { afterRefusal, readQuery, timesAround } from '../query';
import { When } from '../when';

type Props = { searchParams: Promise<Query> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations('schedule.check');
  return { title: t(readQuery(await searchParams).moving ? 'movingTitle' : 'title') };
}

export default async function CheckPage({ searchParams }: Props) {
  const { actor } = await requireClient();
  const query = await searchParams;
  // Signed out between choosing and booking: what was chosen was kept.
  const draft = query.at === undefined ? await formDraft(actor, 'schedule') : null;
  const { slot, moving, only } = readQuery(draft?.values ?? query);
  if (!slot) redirect('/schedule');
  const choice = { ...fieldsOfSlot(slot), only, moving };
  const found = await timeToCheck(actor, slot, moving);
  if (!found.ok) redirect(afterRefusal(found.reason, choice));

  const t = await getTranslations('schedule.check');
  const locale = await getLocale();
  const { zone, startsAt } = slot;
  const told = await isToldOfAppointments(actor);
  const back = found.keptUntil
    ? { href: '/schedule/waiting', label: t('backToKept') }
    : { href: timesAround(choice), label: t('back') };
  const how = found.format === 'video' ? t('byVideo') : t('inPerson', { address: found.address });
  const when = (at: Date) => <When at={at} zone={zone} clinicZone={found.clinicZone} />;
  return (
    <ClientPage back={back} signedIn>
      <h1>{t(moving ? 'movingTitle' : 'title')}</h1>
      <SummaryList
        rows={[
          ...(found.old ? [{ label: t('was'), value: when(found.old.startsAt) }] : []),
          {
            label: t('when'),
            value: when(startsAt),
            ...(!found.keptUntil && { change: { href: back.href, hidden: t('changeTime') } }),
          },
          { label: t('with'), value: [found.name, found.credential].filter(Boolean).join(', ') },
          { label: t('how'), value: how },
          { label: t('length'), value: t('minutes', { minutes: found.minutes }) },
        ]}
      />
      {found.keptUntil && <p>{t('kept', { until: dayAndTimeInWords(found.keptUntil, zone, locale) })}</p>}
      <p>
        {found.changeableUntil
          ? t('later', { until: instantInWords(found.changeableUntil, zone, locale) })
          : t('laterNever')}
      </p>
      <Cost minutes={found.minutes} />
      <p>{t(told ? 'mail' : 'noMail')}</p>
      {!moving && <p>{t('known')}</p>}
      <form action={moving ? '/schedule/move' : '/schedule/book'} method="post">
        <MadeFor />
        {Object.entries(fieldsOfSlot(slot)).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {only && <input type="hidden" name="only" value="yes" />}
        {found.old ? (
          <>
            <input type="hidden" name="moving" value="yes" />
            <input type="hidden" name="appointment" value={found.old.reference} />
          </>
        ) : (
          <input type="hidden" name="token" value={newId()} />
        )}
        <ButtonRow>
          <Button>{t(moving ? 'move' : 'book')}</Button>
          <ButtonLink kind="quiet" href={back.href}>
            {back.label}
          </ButtonLink>
        </ButtonRow>
      </form>
    </ClientPage>
  );
}
