// Who has looked, told as visits: what one person looked at in one sitting is said once, however often it was. The record keeps each look.
import type { AuditEventName } from '@/lib/audit/events';

export type Look<By> = { id: string; at: Date; event: AuditEventName; by: By; who: string };

export type Visit<By> = {
  /** That of its newest look. */
  id: string;
  by: By;
  from: Date;
  until: Date;
  looks: { event: AuditEventName; times: number }[];
};

/** `looks` and visits alike with the newest first. `who` tells sittings apart: a person, and the sign-in they came with. */
export function visitsOf<By>(looks: readonly Look<By>[]): Visit<By>[] {
  const visits: (Visit<By> & { who: string })[] = [];
  for (const { id, at, event, by, who } of looks) {
    const last = visits.at(-1);
    if (last?.who !== who) {
      visits.push({ id, by, who, from: at, until: at, looks: [{ event, times: 1 }] });
      continue;
    }
    last.from = at;
    const same = last.looks.find((look) => look.event === event);
    if (same) same.times += 1;
    else last.looks.push({ event, times: 1 });
  }
  return visits.map(({ who: _, ...visit }) => visit);
}
