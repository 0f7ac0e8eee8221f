// What closing days, or opening them again, would do to everybody's times, before it is saved.
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { BeforeSaving, beforeSavingTitle } from '@/components/before-saving';
import { Table } from '@/components/ui/table';
import { formDraft } from '@/lib/accounts/form-draft';
import { requireStaff } from '@/lib/accounts/require';
import { fieldsOf } from '@/lib/accounts/typed-again';
import { whoIsBooked } from '@/lib/review/who-is-booked';
import { type PreviewedHolidays, previewHolidays } from '@/lib/scheduling/change-holidays';
import { MAY_EDIT_HOLIDAYS } from '@/lib/scheduling/may-edit-hours';
import { briefDate } from '@/lib/scheduling/week-in-words';
import { HOLIDAYS, HOLIDAYS_FORM } from '../addresses';
import { typedHolidays } from '../typed-holidays';

type Props = { searchParams: Promise<{ problem?: string | string[] }> };

/** Once a request: looking is one line in the record. */
const load = cache(async () => {
  const { actor, staff } = await requireStaff(...MAY_EDIT_HOLIDAYS);
  const draft = await formDraft(actor, HOLIDAYS_FORM);
  const read = draft && (await typedHolidays(actor, fieldsOf(draft)));
  if (!draft || !read?.ok) redirect(HOLIDAYS);
  const previewed = await previewHolidays(actor, read.asked);
  if (!previewed.ok) redirect(HOLIDAYS);
  const { people, shown } = previewed;
  const rows = await whoIsBooked(
    actor,
    'clinic',
    people.map(({ file, zone, effect: { stranded } }) => ({ stranded, zone, with: file.name })),
  );
  const already = people.reduce((sum, { effect }) => sum + effect.outsideAlready, 0);
  return { staff, people, asked: read.asked, looked: { draft, shown, rows, already } };
});

export async function generateMetadata(): Promise<Metadata> {
  return beforeSavingTitle((await load()).looked);
}

export default async function HolidaysPreviewPage({ searchParams }: Props) {
  const { staff, people, asked, looked } = await load();
  const [t, days] = [await getTranslations('hours.holidays'), await getTranslations('hours.days')];
  const locale = await getLocale();
  const [from, until] = [briefDate(asked.from, locale), briefDate(asked.until, locale)];
  const when = asked.from === asked.until ? from : days('range', { from, until });
  const adds = asked.what === 'add';
  const preview = await getTranslations('hours.preview');
  return (
    <BeforeSaving
      staff={staff}
      looked={looked}
      heading={preview('title')}
      back={HOLIDAYS}
      save={{ action: `${HOLIDAYS}/save`, label: t(adds ? 'saveAdd' : 'saveRemove') }}
      problem={(await searchParams).problem}
      changed={<p className="font-semibold">{t(adds ? 'previewAdd' : 'previewRemove', { when })}</p>}
      effect={<EachOnes people={people} />}
    />
  );
}

async function EachOnes({ people }: Pick<Extract<PreviewedHolidays, { ok: true }>, 'people'>) {
  const [t, effect] = [await getTranslations('hours.holidays'), await getTranslations('hours.effect')];
  return (
    <section aria-labelledby="times" className="flow min-w-0">
      <h2 id="times">{t('everybody')}</h2>
      <Table
        caption={t('everybodyTable')}
        captionHidden
        numeric={[1, 2, 3, 4]}
        head={[effect('person'), effect('now'), effect('then'), effect('appear'), effect('go')]}
        rows={people.map(({ file, effect: { before, after, opens, closes } }) => [
          file.name,
          ...[before.length, after.length, opens.length || '–', closes.length || '–'],
        ])}
      />
    </section>
  );
}
