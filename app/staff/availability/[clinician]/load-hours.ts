// Loads one clinician's hours and what was typed and not saved, once a request.
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { type FormDraft, formDraft } from '@/lib/accounts/form-draft';
import { requireStaff } from '@/lib/accounts/require';
import { MOST_ROWS, rowFields, rowsOf, SPARE_ROWS } from '@/lib/scheduling/hours-rows';
import { type HoursSetting, hoursToBeginWith } from '@/lib/scheduling/hours-setting';
import { HOURS_NUMBERS } from '@/lib/scheduling/hours-typed';
import { mayEditHours } from '@/lib/scheduling/may-edit-hours';
import { readHours } from '@/lib/scheduling/read-hours';
import { daysForm, hoursForm } from '../addresses';

export const loadHours = cache(async (reference: string) => {
  const { actor, staff } = await requireStaff();
  const hours = (await readHours(actor, reference)) ?? notFound();
  const may = {
    hours: mayEditHours(actor, hours.id, 'hours'),
    licences: mayEditHours(actor, hours.id, 'licences'),
    days: mayEditHours(actor, hours.id, 'days') && hours.setting !== null,
  };
  const [draft, daysDraft] = [
    may.hours ? whole(await formDraft(actor, hoursForm(reference))) : null,
    may.days ? await formDraft(actor, daysForm(reference)) : null,
  ];
  const overtaken = draft !== null && draft.values.stamp?.[0] !== hours.stamp;
  const values: Typed = draft?.values ?? asTyped(hours.setting ?? hoursToBeginWith(hours.clinicZone));
  return {
    ...{ actor, staff, hours, may, draft, overtaken },
    all: (field: string): readonly string[] => values[field] ?? [],
    value: (field: string): string => values[field]?.[0] ?? '',
    rows: Math.min(MOST_ROWS, Math.max(rowsIn(values), 1) + SPARE_ROWS),
    // Days that were to be taken out are no beginning of days to put in.
    daysDraft: daysDraft?.values.what?.[0] === 'add' ? daysDraft : null,
  };
});

export type LoadedHours = Awaited<ReturnType<typeof loadHours>>;

/** What doesn't say which hours it changes was not sent from this page. */
const whole = (draft: FormDraft | null) => (draft?.values.stamp?.[0] ? draft : null);

type Typed = Record<string, readonly string[]>;

function asTyped(setting: HoursSetting): Typed {
  const rows = rowsOf(setting.rules).flatMap((row, at) => {
    const fields = rowFields(at + 1);
    return [
      [fields.days, row.weekdays.map(String)],
      [fields.starts, [row.startsLocal]],
      [fields.ends, [row.endsLocal]],
      [fields.from, [row.effectiveFrom ?? '']],
      [fields.until, [row.effectiveUntil ?? '']],
    ] as const;
  });
  const numbers = HOURS_NUMBERS.map((field) => [field, [String(setting[field])]] as const);
  const { formats, languages, regions } = setting;
  return {
    ...Object.fromEntries<readonly string[]>([...rows, ...numbers]),
    ...{ zone: [setting.zone], formats, languages, regions },
    seesCouples: setting.seesCouples ? ['yes'] : [],
    takesNew: setting.takesNew ? ['yes'] : [],
  };
}

/** The last row with something in it. */
function rowsIn(values: Typed): number {
  let last = 0;
  for (let row = 1; row <= MOST_ROWS; row += 1)
    if (Object.values(rowFields(row)).some((field) => values[field]?.some((value) => value.trim())))
      last = row;
  return last;
}
