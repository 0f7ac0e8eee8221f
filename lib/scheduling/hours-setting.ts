// How a clinician works, as it is set: one shape for what is stored, typed, shown and compared.
import { createHash } from 'node:crypto';
import type { WorkingHours } from './availability';
import type { WeeklyHours } from './local-hours';

export interface HoursSetting extends Omit<WorkingHours, 'exceptions'> {
  formats: string[];
  regions: string[];
  seesCouples: boolean;
  languages: string[];
  takesNew: boolean;
}

/** What a form begins with for somebody who has set none. */
export const hoursToBeginWith = (zone: string): HoursSetting => ({
  zone,
  sessionMinutes: 50,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 10,
  noticeHours: 24,
  horizonDays: 28,
  dailyMaximum: 6,
  formats: [],
  regions: [],
  seesCouples: false,
  languages: ['en'],
  takesNew: true,
  rules: [],
});

/** The same times in the same order and form, however they were stored or typed. */
export function inOrder(setting: HoursSetting): HoursSetting {
  const rules = setting.rules
    .map(({ weekday, startsLocal, endsLocal, effectiveFrom, effectiveUntil }) => ({
      ...{ weekday, effectiveFrom, effectiveUntil },
      startsLocal: startsLocal.slice(0, 5),
      endsLocal: endsLocal.slice(0, 5),
    }))
    .sort((a, b) => keyOfRule(a).localeCompare(keyOfRule(b)));
  const { formats, regions, languages } = setting;
  return {
    ...{ zone: setting.zone, rules },
    sessionMinutes: setting.sessionMinutes,
    bufferBeforeMinutes: setting.bufferBeforeMinutes,
    bufferAfterMinutes: setting.bufferAfterMinutes,
    noticeHours: setting.noticeHours,
    horizonDays: setting.horizonDays,
    dailyMaximum: setting.dailyMaximum,
    formats: [...formats].sort(),
    regions: [...regions].sort(),
    seesCouples: setting.seesCouples,
    languages: [...languages].sort(),
    takesNew: setting.takesNew,
  };
}

export const keyOfRule = (rule: WeeklyHours): string =>
  [
    ...[rule.weekday, rule.startsLocal.slice(0, 5), rule.endsLocal.slice(0, 5)],
    ...[rule.effectiveFrom ?? '', rule.effectiveUntil ?? ''],
  ].join(' ');

/** Stands for what a form was made from; `none` where nothing is set yet. */
export const stampOfHours = (setting: HoursSetting | null): string =>
  setting === null
    ? 'none'
    : createHash('sha256')
        .update(JSON.stringify(inOrder(setting)))
        .digest('hex')
        .slice(0, 16);

/** The parts in which two differ. */
export function changedParts(before: HoursSetting | null, after: HoursSetting): (keyof HoursSetting)[] {
  const now = inOrder(after);
  const was = before && inOrder(before);
  return (Object.keys(now) as (keyof HoursSetting)[]).filter(
    (part) => JSON.stringify(was?.[part]) !== JSON.stringify(now[part]),
  );
}
