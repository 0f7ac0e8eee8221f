// What each service costs, as an admin sets it, and what a change does and doesn't do.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DoneNotice } from '@/components/done-notice';
import { NotSaved } from '@/components/not-saved';
import { StaffPage } from '@/components/staff-page';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import { CURRENCIES } from '@/lib/clinic/money';
import { FEES } from './addresses';
import { sayFeeErrors } from './errors';
import { loadFees } from './load-fees';
import { ServiceRows } from './service-rows';
import { Theirs } from './theirs';

export async function generateMetadata(): Promise<Metadata> {
  const { draft } = await loadFees();
  const [t, common] = [await getTranslations('fees'), await getTranslations('common')];
  return { title: draft?.errors.length ? common('errorTitle', { title: t('title') }) : t('title') };
}

export default async function FeesSettingsPage({
  searchParams,
}: {
  searchParams: Promise<{ saved?: string }>;
}) {
  const { staff, draft, overtaken, schedule, value, rows, stamp } = await loadFees();
  const t = await getTranslations('fees');
  const errors = sayFeeErrors(draft, t);
  const saved = (await searchParams).saved !== undefined && !draft;
  const field = (name: string) => ({
    name,
    defaultValue: value(name),
    error: errors.find((error) => error.field === name)?.message,
    autoComplete: 'off',
    spellCheck: false,
  });
  return (
    <StaffPage active="fees" who={staff.name} roles={staff.roles}>
      <ErrorSummary errors={errors.map((error) => ({ href: `#${error.field}`, message: error.message }))} />
      {saved && <DoneNotice>{t('saved')}</DoneNotice>}
      <h1>{t('title')}</h1>
      <p className="max-w-line">{t('lead')}</p>
      {!saved && (
        <Notice kind="quiet" title={t('publishTitle')}>
          {t('publish')}
        </Notice>
      )}
      {overtaken && <Theirs schedule={schedule} />}
      {draft && <NotSaved action={`${FEES}/save`} />}
      <form
        method="post"
        action={`${FEES}/save`}
        noValidate
        className="flex max-w-page min-w-0 flex-col gap-6"
      >
        <input type="hidden" name="stamp" value={stamp} />
        <ServiceRows rows={rows} value={value} errors={errors} />
        <fieldset className="flex min-w-0 flex-col gap-4">
          <legend className="mb-1 text-[1.05rem] font-semibold">{t('money')}</legend>
          <Select
            name="currency"
            label={t('currency')}
            value={value('currency')}
            error={field('currency').error}
            options={CURRENCIES.map((code) => ({ value: code, label: t(`currencyName.${code}`) }))}
          />
          <TextField
            {...field('npi')}
            label={t('npi')}
            hint={t('npiHint')}
            size="short"
            inputMode="numeric"
            optional
          />
          <TextField {...field('taxId')} label={t('taxId')} hint={t('taxIdHint')} size="short" optional />
          <TextField
            {...field('cancellationHours')}
            label={t('notice')}
            hint={t('noticeHint')}
            size="short"
            inputMode="numeric"
          />
        </fieldset>
        <div id="save">
          <Button>{t('save')}</Button>
        </div>
      </form>
    </StaffPage>
  );
}
