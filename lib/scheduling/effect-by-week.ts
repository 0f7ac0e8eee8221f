// Free times before and after a change, counted by week and told by day, in the clinician's own zone.
import type { Slot } from './availability';
import { dayNumber } from './local-hours';
import { localDateOf } from './time-in-words';

export interface WeekOfEffect {
  /** The Monday, local: `2026-11-23`. */
  monday: string;
  before: number;
  after: number;
  opens: number;
  closes: number;
}

export type TimesOfEffect = Record<'before' | 'after' | 'opens' | 'closes', Slot[]>;

/** A row for each week that has times before or after, in order. */
export function effectByWeek(effect: TimesOfEffect, zone: string): WeekOfEffect[] {
  const weeks = new Map<string, WeekOfEffect>();
  for (const part of ['before', 'after', 'opens', 'closes'] as const) {
    for (const { startsAt } of effect[part]) {
      const monday = mondayOf(localDateOf(startsAt, zone));
      const week = weeks.get(monday) ?? { monday, before: 0, after: 0, opens: 0, closes: 0 };
      week[part] += 1;
      weeks.set(monday, week);
    }
  }
  return [...weeks.values()].sort((a, b) => a.monday.localeCompare(b.monday));
}

/** Times under their local days, in order. */
export function timesByDay(slots: readonly Slot[], zone: string): { date: string; starts: Date[] }[] {
  const days = new Map<string, Date[]>();
  for (const { startsAt } of slots) {
    const date = localDateOf(startsAt, zone);
    days.set(date, [...(days.get(date) ?? []), startsAt]);
  }
  return [...days].map(([date, starts]) => ({ date, starts }));
}

function mondayOf(date: string): string {
  const day = dayNumber(date);
  // Day 0 was a Thursday.
  const sinceMonday = (((day + 3) % 7) + 7) % 7;
  return new Date((day - sinceMonday) * 86_400_000).toISOString().slice(0, 10);
}
