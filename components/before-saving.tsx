// A change of hours before it is saved: what is different, what it does, whom it would leave outside, and saving it once that was seen.
import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { FormDraft } from '@/lib/accounts/form-draft';
import { pairsOf } from '@/lib/accounts/typed-again';
import type { StrandedRow } from '@/lib/review/who-is-booked';
import { AlertNotice } from './alert-notice';
import { StaffPage } from './staff-page';
import { StrandedAppointments } from './stranded';
import { BackLink } from './ui/back-link';
import { Button, ButtonLink, ButtonRow } from './ui/button';
import { Checkbox } from './ui/choices';
import { ErrorSummary } from './ui/error-summary';

/** What was typed, what stands for the appointments that were shown, and how many lie outside already. */
export type Looked = { draft: FormDraft; shown: string; rows: StrandedRow[]; already: number };

type Props = {
  staff: { name: string; roles: readonly string[] };
  looked: Looked;
  heading: string;
  back: string;
  save: { action: string; label: string };
  /** What the address says stood in the way. */
  problem?: string | string[];
  changed: ReactNode;
  effect: ReactNode;
};

/** It was saved without saying that the appointments stay. */
const isUnsaid = ({ draft, rows }: Looked): boolean =>
  rows.length > 0 && draft.errors.some(({ reason }) => reason === 'not-confirmed');

export async function beforeSavingTitle(looked: Looked): Promise<Metadata> {
  const [t, common] = [await getTranslations('hours.preview'), await getTranslations('common')];
  return { title: isUnsaid(looked) ? common('errorTitle', { title: t('title') }) : t('title') };
}

export function BeforeSaving({ staff, looked, heading, back, save, problem, changed, effect }: Props) {
  const [t, outside] = [useTranslations('hours.preview'), useTranslations('hours.stranded')];
  const error = isUnsaid(looked) ? outside('errors.not-confirmed') : undefined;
  return (
    <StaffPage active="hours" who={staff.name} roles={staff.roles}>
      <BackLink href={back}>{t('change')}</BackLink>
      <ErrorSummary errors={error ? [{ href: '#confirmed', message: error }] : []} />
      {problem === 'shown-otherwise' && (
        <AlertNotice title={outside('otherwiseTitle')}>{outside('otherwise')}</AlertNotice>
      )}
      <h1>{heading}</h1>
      <p className="max-w-line">{t('lead')}</p>
      <div className="grid gap-x-10 gap-y-6 xl:grid-cols-2 xl:grid-rows-[auto_1fr]">
        <div className="flow min-w-0">{changed}</div>
        <div className="min-w-0 xl:col-start-2 xl:row-span-2 xl:row-start-1">{effect}</div>
        <div className="flow min-w-0">
          <StrandedAppointments rows={looked.rows} already={looked.already} />
          <Save looked={looked} error={error} {...save} back={back} />
        </div>
      </div>
    </StaffPage>
  );
}

const OWN = ['shown', 'confirmed'];

function Save(given: { looked: Looked; error?: string; action: string; label: string; back: string }) {
  const [t, outside] = [useTranslations('hours.preview'), useTranslations('hours.stranded')];
  const { draft, shown, rows } = given.looked;
  return (
    <form method="post" action={given.action} noValidate className="flex min-w-0 flex-col gap-4">
      {pairsOf(draft)
        .filter(([name]) => !OWN.includes(name))
        .map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
      <input type="hidden" name="shown" value={shown} />
      {rows.length > 0 && (
        <Checkbox
          name="confirmed"
          value={String(rows.length)}
          label={outside('confirm', { count: rows.length })}
          error={given.error}
        />
      )}
      <ButtonRow>
        <Button>{given.label}</Button>
        <ButtonLink kind="secondary" href={given.back}>
          {t('change')}
        </ButtonLink>
      </ButtonRow>
    </form>
  );
}
