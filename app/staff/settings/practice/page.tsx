// The practice's own settings, as an admin sets them: its names, how to reach it, where it is, and when somebody is here.
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { DoneNotice } from '@/components/done-notice';
import { NotSaved } from '@/components/not-saved';
import { StaffPage } from '@/components/staff-page';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { formDraft } from '@/lib/accounts/form-draft';
import { requireStaff } from '@/lib/accounts/require';
import { dayName } from '@/lib/clinic/hours-in-words';
import { hoursFields, PRACTICE_REASONS, type Practice, WEEK } from '@/lib/clinic/practice-settings';
import { practiceNow } from '@/lib/clinic/save-practice';
import { PRACTICE, PRACTICE_FORM } from './addresses';
import { countryOptions, zoneOptions } from './choices';

const REASONS = [...PRACTICE_REASONS, 'changed-meanwhile'] as const;

/** Those that are no hours, in the order of the page. */
const FIELDS = ['name', 'shortName', 'licence', 'address', 'phone', 'email', 'country', 'zone'] as const;

const load = cache(async () => {
  const { actor, staff } = await requireStaff('admin');
  const [now, draft] = [await practiceNow(actor), await formDraft(actor, PRACTICE_FORM)];
  const overtaken = draft?.errors.some(({ reason }) => reason === 'changed-meanwhile') ?? false;
  const stands = asTyped(now.practice);
  const values = draft?.values ?? stands;
  const fields = [...FIELDS, ...WEEK.flatMap((day) => Object.values(hoursFields(day)))];
  const one = (all: Record<string, string[]>, field: string) => (all[field]?.[0] ?? '').trim();
  return {
    ...{ staff, draft, overtaken },
    /** What stands by somebody else's hand, where it is not what was typed here. */
    theirs: fields.flatMap((field) =>
      one(stands, field) === one(values, field) ? [] : [{ field, text: one(stands, field) }],
    ),
    value: (field: string) => values[field]?.[0] ?? '',
    // Who has been told of the other's change may save over it; who has only mistyped may not.
    stamp: draft && !overtaken ? (draft.values.stamp?.[0] ?? '') : now.stamp,
  };
});

function asTyped({ hours, ...rest }: Practice): Record<string, string[]> {
  const times = hours.flatMap(({ weekday, from, until }) => {
    const fields = hoursFields(weekday);
    const pairs: [string, string[]][] = [
      [fields.from, [from]],
      [fields.until, [until]],
    ];
    return pairs;
  });
  return {
    ...Object.fromEntries(Object.entries(rest).map(([field, text]) => [field, [text]])),
    ...Object.fromEntries(times),
  };
}

export async function generateMetadata(): Promise<Metadata> {
  const { draft } = await load();
  const [t, common] = [await getTranslations('practice'), await getTranslations('common')];
  return { title: draft?.errors.length ? common('errorTitle', { title: t('title') }) : t('title') };
}

/** What a field is called on the page. */
function labelOf(field: string, t: Awaited<ReturnType<typeof getTranslations<'practice'>>>, locale: string) {
  const [end, weekday] = field.split('-');
  if (end === 'from' || end === 'until') return t(end, { day: dayName(Number(weekday), locale) });
  const known = FIELDS.find((each) => each === field);
  return known ? t(known) : '';
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PracticePage({ searchParams }: Props) {
  const { staff, draft, overtaken, theirs, value, stamp } = await load();
  const [t, locale] = [await getTranslations('practice'), await getLocale()];
  const saved = (await searchParams).saved === 'yes' && !draft;
  const errors = (draft?.errors ?? []).flatMap(({ field, reason }) => {
    const known = REASONS.find((each) => each === reason);
    return known ? [{ field, message: t(`errors.${known}`, { field: labelOf(field, t, locale) }) }] : [];
  });
  const error = (name: string) => errors.find(({ field }) => field === name)?.message;
  const text = (name: string) => ({
    name,
    defaultValue: value(name),
    error: error(name),
    autoComplete: 'off',
  });
  const choose = { value: '', label: t('choose') };
  return (
    <StaffPage active="clinic" who={staff.name} roles={staff.roles}>
      <ErrorSummary errors={errors.map(({ field, message }) => ({ href: `#${field}`, message }))} />
      {saved && (
        <DoneNotice>
          <p>{t('saved')}</p>
          <p>{t('published')}</p>
        </DoneNotice>
      )}
      <h1>{t('title')}</h1>
      <p className="max-w-line">{t('lead')}</p>
      {overtaken && (
        <Notice kind="urgent">
          <p>{t('overtaken')}</p>
          <p>{t('theirs')}</p>
          <ul>
            {theirs.map(({ field, text }) => (
              <li key={field} className="whitespace-pre-line wrap-anywhere">
                {t('their', { field: labelOf(field, t, locale), text: text || t('empty') })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {draft && <NotSaved action={`${PRACTICE}/save`} />}
      <form
        method="post"
        action={`${PRACTICE}/save`}
        noValidate
        className="flex max-w-page min-w-0 flex-col gap-8"
      >
        <input type="hidden" name="stamp" value={stamp} />
        <Part title={t('names')}>
          <TextField {...text('name')} label={t('name')} hint={t('nameHint')} size="medium" />
          <TextField {...text('shortName')} label={t('shortName')} hint={t('shortNameHint')} size="medium" />
          <TextArea
            {...text('licence')}
            label={t('licence')}
            hint={t('licenceHint')}
            rows={3}
            maxLength={1000}
          />
        </Part>
        <Part title={t('reach')}>
          <TextField {...text('address')} label={t('address')} />
          <TextField {...text('phone')} label={t('phone')} size="medium" inputMode="tel" />
          <TextField {...text('email')} label={t('email')} size="medium" inputMode="email" />
        </Part>
        <Part title={t('place')}>
          <Select
            name="country"
            label={t('country')}
            value={value('country')}
            error={error('country')}
            options={[choose, ...countryOptions(locale)]}
          />
          <Select
            name="zone"
            label={t('zone')}
            hint={t('zoneHint')}
            value={value('zone')}
            error={error('zone')}
            options={zoneOptions(value('zone'))}
          />
        </Part>
        <Part title={t('hours')}>
          <p className="max-w-line">{t('hoursLead')}</p>
          {WEEK.map((day) => {
            const [fields, name] = [hoursFields(day), dayName(day, locale)];
            return (
              <div key={day} className="flex flex-wrap items-end gap-x-6 gap-y-2">
                <TextField {...text(fields.from)} label={t('from', { day: name })} size="short" />
                <TextField {...text(fields.until)} label={t('until', { day: name })} size="short" />
              </div>
            );
          })}
          <Notice kind="quiet" title={t('effectTitle')}>
            {t('effect')}
          </Notice>
        </Part>
        <div id="save">
          <Button>{t('save')}</Button>
        </div>
      </form>
    </StaffPage>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      <legend className="mb-2 text-[1.05rem] font-semibold">{title}</legend>
      {children}
    </fieldset>
  );
}
