// What putting days in, or taking them out, would do, before it is saved.
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { BeforeSaving, beforeSavingTitle } from '@/components/before-saving';
import { HoursEffectShown } from '@/components/hours-effect';
import { formDraft } from '@/lib/accounts/form-draft';
import { requireStaff } from '@/lib/accounts/require';
import { fieldsOf } from '@/lib/accounts/typed-again';
import { whoIsBooked } from '@/lib/review/who-is-booked';
import { previewDays } from '@/lib/scheduling/change-days';
import { daysForm, hoursPage, type Said } from '../../../addresses';
import { daysRange, daysTimes } from '../../days-in-words';
import { typedDays } from '../typed-days';

type Props = { params: Promise<{ clinician: string }>; searchParams: Promise<{ problem?: Said }> };

/** Once a request: looking is one line in the record. */
const load = cache(async (clinician: string) => {
  const { actor, staff } = await requireStaff();
  const draft = await formDraft(actor, daysForm(clinician));
  const read = draft && (await typedDays(actor, clinician, fieldsOf(draft)));
  // Nothing whole was typed, or they may not: the page before says which.
  if (!draft || !read?.ok || !read.hours.setting) redirect(hoursPage(clinician));
  const previewed = await previewDays(actor, read.asked);
  if (!previewed.ok) redirect(hoursPage(clinician));
  const { file, effect, shown } = previewed;
  const { zone } = read.hours.setting;
  const rows = await whoIsBooked(actor, file.id, [{ stranded: effect.stranded, zone }]);
  const looked = { draft, shown, rows, already: effect.outsideAlready };
  return { file, effect, staff, zone, looked, asked: read.asked };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return beforeSavingTitle((await load((await params).clinician)).looked);
}

export default async function DaysPreviewPage({ params, searchParams }: Props) {
  const { clinician } = await params;
  const { file, effect, staff, zone, looked, asked } = await load(clinician);
  const { what, days } = asked;
  const [t, words] = [await getTranslations('hours.preview'), await getTranslations('hours.days')];
  const said = {
    when: daysRange(days, words, await getLocale()),
    times: daysTimes(days, words, { inLine: true }),
  };
  return (
    <BeforeSaving
      staff={staff}
      looked={looked}
      heading={t('heading', { name: file.name })}
      back={hoursPage(clinician)}
      save={{
        action: `${hoursPage(clinician)}/days/save`,
        label: t(what === 'add' ? 'saveDays' : 'removeDays'),
      }}
      problem={(await searchParams).problem}
      changed={
        <p className="max-w-line font-semibold">
          {t(`${what === 'add' ? 'dayAdd' : 'dayRemove'}.${days.kind}`, said)}
        </p>
      }
      effect={<HoursEffectShown effect={effect} zone={zone} />}
    />
  );
}
