// Who was told, and by when they will have tried to reach the client, in the way the client named as safe.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ClinicHours } from '@/components/clinic-hours';
import { Notice } from '@/components/ui/notice';
import { hoursElsewhere } from '@/lib/clinic/hours-elsewhere';
import { clock } from '@/lib/env/clock';
import type { SupportFacts } from '@/lib/forms/support-facts';

export type When = { day: string; time: string; place: string } | null;

export function WhatHappensNow({ facts, when }: { facts: SupportFacts; when: When }) {
  const t = useTranslations('forms.support');
  // Once all has ended their forms are closed, but how they may be reached stays theirs to change.
  const reach = facts.ended ? '/home/reach' : '/forms/5/j5';
  const b = (words: ReactNode) => <strong>{words}</strong>;
  const inTime = (by: SupportFacts['by']) => {
    // Who will do it is named only where it was just said who was told.
    const how = facts.goesTo === 'nobody' && !facts.seen ? t(`byNobody.${by}`) : t(`by.${by}`);
    return when ? t.rich('until', { b, how, ...when }) : t('soon', { how });
  };
  return (
    <Notice kind="info" title={t('now')}>
      <p>
        {t('notWatched')} {t(toldBy(facts))} {inTime(facts.by)}
      </p>
      {facts.by === 'site' && (
        <p>
          {t.rich('bySite', {
            phone: facts.clinic.phone,
            home: (words) => <a href="/home">{words}</a>,
            a: (words) => <a href={reach}>{words}</a>,
            call: (words) => <a href={`tel:${facts.clinic.phone.replaceAll(' ', '')}`}>{words}</a>,
          })}
        </p>
      )}
      {!facts.staffedNow && (
        <>
          <p>{t(facts.goesTo === 'on-call' ? 'awayOnCall' : 'away')}</p>
          <ClinicHours {...hoursElsewhere(facts.clinic, facts.zone, clock.now())} />
        </>
      )}
      {facts.by !== 'site' && <p>{t.rich('change', { a: (words) => <a href={reach}>{words}</a> })}</p>}
      <p>{t('private')}</p>
    </Notice>
  );
}

/** Only what is true: who was told depends on the hour, and on whether anybody is there to be told. */
function toldBy({ seen, goesTo }: SupportFacts) {
  if (seen) return 'seen';
  return ({ 'on-call': 'told', leads: 'toldLead', nobody: 'toldNobody' } as const)[goesTo];
}
