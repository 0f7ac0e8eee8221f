// For how long a time that came free is kept for one person who waits, as an admin sets it.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { DoneNotice } from '@/components/done-notice';
import { StaffPage } from '@/components/staff-page';
import { BackLink } from '@/components/ui/back-link';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { TextField } from '@/components/ui/text-field';
import { formDraft } from '@/lib/accounts/form-draft';
import { requireStaff } from '@/lib/accounts/require';
import { FEWEST_OFFER_HOURS, MOST_OFFER_HOURS } from '@/lib/clinic/clinic';
import { offerHoursNow } from '@/lib/scheduling/save-offer-hours';
import { HOURS, WAITING } from './addresses';

/** `typed`: what was just refused is shown again; whoever comes back later sees what holds. */
const load = cache(async (typed: boolean) => {
  const { actor, staff } = await requireStaff('admin');
  return { staff, hours: await offerHoursNow(actor), draft: typed ? await formDraft(actor, WAITING) : null };
});

type Props = { searchParams: Promise<{ saved?: string; typed?: string }> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { draft } = await load('typed' in (await searchParams));
  const [t, common] = [await getTranslations('waitlist.setting'), await getTranslations('common')];
  return { title: draft?.errors.length ? common('errorTitle', { title: t('title') }) : t('title') };
}

export default async function WaitingSettingPage({ searchParams }: Props) {
  const { saved, ...query } = await searchParams;
  const { staff, hours, draft } = await load('typed' in query);
  const t = await getTranslations('waitlist.setting');
  const bounds = { fewest: FEWEST_OFFER_HOURS, most: MOST_OFFER_HOURS };
  const error = draft?.errors.length ? t('wrong', bounds) : undefined;
  return (
    <StaffPage active="hours" who={staff.name} roles={staff.roles}>
      <BackLink href={HOURS}>{t('back')}</BackLink>
      <ErrorSummary errors={error ? [{ href: '#hours', message: error }] : []} />
      {saved === 'yes' && !draft && <DoneNotice>{t('saved', { hours })}</DoneNotice>}
      <h1>{t('title')}</h1>
      <p className="max-w-line">{t('lead')}</p>
      <form
        method="post"
        action={`${WAITING}/save`}
        noValidate
        className="flex min-w-0 flex-col items-start gap-5"
      >
        <TextField
          name="hours"
          label={t('hours')}
          hint={t('hint', bounds)}
          error={error}
          defaultValue={draft?.values.hours?.[0] ?? String(hours)}
          size="short"
          inputMode="numeric"
          autoComplete="off"
        />
        <Button>{t('save')}</Button>
      </form>
    </StaffPage>
  );
}
