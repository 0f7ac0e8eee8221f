// What the hours somebody typed would do, before they are saved.
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { BeforeSaving, beforeSavingTitle } from '@/components/before-saving';
import { HoursEffectShown } from '@/components/hours-effect';
import { formDraft } from '@/lib/accounts/form-draft';
import { requireStaff } from '@/lib/accounts/require';
import { fieldsOf } from '@/lib/accounts/typed-again';
import { clock } from '@/lib/env/clock';
import { whoIsBooked } from '@/lib/review/who-is-booked';
import { hoursFrom } from '@/lib/scheduling/hours-typed';
import { previewHours } from '@/lib/scheduling/save-hours';
import { hoursForm, hoursPage, type Said } from '../../addresses';
import { ClockNotes } from '../clock-notes';
import { Changed } from './changed';

type Props = { params: Promise<{ clinician: string }>; searchParams: Promise<{ problem?: Said }> };

/** Once a request: looking is one line in the record. */
const load = cache(async (clinician: string) => {
  const { actor, staff } = await requireStaff();
  const draft = await formDraft(actor, hoursForm(clinician));
  const read = draft && hoursFrom(fieldsOf(draft));
  // Nothing whole was typed, or other hours stand by now: the page before says which.
  if (!draft || !read?.ok) redirect(hoursPage(clinician));
  const stamp = draft.values.stamp?.[0] ?? '';
  const previewed = await previewHours(actor, { clinician, input: read.input, stamp });
  if (!previewed.ok) redirect(hoursPage(clinician));
  const { file, setting, effect, shown } = previewed;
  const rows = await whoIsBooked(actor, file.id, [{ stranded: effect.stranded, zone: setting.zone }]);
  return { ...previewed, staff, looked: { draft, shown, rows, already: effect.outsideAlready } };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return beforeSavingTitle((await load((await params).clinician)).looked);
}

export default async function HoursPreviewPage({ params, searchParams }: Props) {
  const { clinician } = await params;
  const { file, setting, parts, effect, staff, looked } = await load(clinician);
  const t = await getTranslations('hours.preview');
  return (
    <BeforeSaving
      staff={staff}
      looked={looked}
      heading={t('heading', { name: file.name })}
      back={hoursPage(clinician)}
      save={{ action: `${hoursPage(clinician)}/save`, label: t('save') }}
      problem={(await searchParams).problem}
      changed={
        <>
          <Changed before={file.setting} after={setting} parts={parts} />
          <ClockNotes hours={{ ...setting, exceptions: file.exceptions }} now={clock.now()} />
        </>
      }
      effect={<HoursEffectShown effect={effect} zone={setting.zone} />}
    />
  );
}
