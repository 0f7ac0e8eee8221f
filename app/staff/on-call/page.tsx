// Who is on call: now, in the next two weeks, and when nobody is. Everybody on the staff reads it, leads and admins set it.
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { AlertNotice } from '@/components/alert-notice';
import { DoneNotice } from '@/components/done-notice';
import { StaffPage } from '@/components/staff-page';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Notice } from '@/components/ui/notice';
import { When } from '@/components/when';
import { formDraft } from '@/lib/accounts/form-draft';
import { requireStaff } from '@/lib/accounts/require';
import { maySetRota } from '@/lib/clinic/change-rota';
import { DAYS_AHEAD, type Rota, rotaOf } from '@/lib/clinic/rota-view';
import { placeOf } from '@/lib/scheduling/time-in-words';
import { ROTA_FORM } from './addresses';
import { DaysAhead } from './days-ahead';
import { ShiftForm, shiftErrors } from './shift-form';
import { Shifts } from './shifts';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** `typed`: what was just refused is shown again; whoever comes back later begins anew. */
const load = cache(async (typed: boolean) => {
  const { actor, staff } = await requireStaff();
  const draft = typed ? await formDraft(actor, ROTA_FORM) : null;
  return { actor, staff, rota: await rotaOf(actor), draft };
});

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { draft } = await load('typed' in (await searchParams));
  const [t, common] = [await getTranslations('onCall'), await getTranslations('common')];
  return { title: draft?.errors.length ? common('errorTitle', { title: t('title') }) : t('title') };
}

export default async function OnCallPage({ searchParams }: Props) {
  const query = await searchParams;
  const { actor, staff, rota, draft } = await load('typed' in query);
  const [t, locale] = [await getTranslations('onCall'), await getLocale()];
  const { done } = query;
  const may = maySetRota(actor);
  return (
    <StaffPage active="onCall" who={staff.name} roles={staff.roles}>
      <ErrorSummary
        errors={shiftErrors(draft, t).map(({ field, message }) => ({ href: `#${field}`, message }))}
      />
      {(done === 'added' || done === 'removed') && !draft && <DoneNotice>{t(`done.${done}`)}</DoneNotice>}
      <h1>{t('title')}</h1>
      <p className="max-w-line">{t('lead', { place: placeOf(rota.zone) })}</p>
      <Now rota={rota} />
      <section aria-labelledby="ahead" className="flow">
        <h2 id="ahead">{t('ahead', { days: DAYS_AHEAD })}</h2>
        {rota.staffed ? (
          <p className="max-w-line">{t('gapsLead')}</p>
        ) : (
          <p className="max-w-line">
            {t.rich('noHours', {
              practice: (words) =>
                staff.roles.includes('admin') ? <a href="/staff/settings/practice">{words}</a> : words,
            })}
          </p>
        )}
        <DaysAhead rota={rota} locale={locale} />
      </section>
      <Shifts rota={rota} may={may} locale={locale} />
      {may ? <ShiftForm rota={rota} draft={draft} locale={locale} /> : <p>{t('whoSets')}</p>}
    </StaffPage>
  );
}

async function Now({ rota: { now, zone, leads } }: { rota: Rota }) {
  const t = await getTranslations('onCall');
  const until = now.until;
  const when = until ? { when: () => <When at={until} zone={zone} /> } : null;
  if (now.names.length === 0) {
    const names = leads.map(({ name }) => name).join(', ');
    return (
      <AlertNotice title={t('nobodyNow')}>
        <p>{names ? t('leadsTold', { names }) : t('nobodyAtAll')}</p>
        {when && <p>{t.rich('nobodyUntil', when)}</p>}
      </AlertNotice>
    );
  }
  return (
    <Notice kind="info" title={t('now')}>
      <p className="text-[1.15em] font-semibold">{now.names.join(', ')}</p>
      {when && <p>{t.rich('until', when)}</p>}
    </Notice>
  );
}
