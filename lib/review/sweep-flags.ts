// Every few minutes: whichever danger sign is late and was not told again, for whatever reason, is told now.
import { sql } from 'drizzle-orm';
import { as } from '@/db/client';
import { clock } from '@/lib/env/clock';
import { firstSessionOfFlag } from './case-of';
import { escalateFlag } from './escalate-flag';

/** Returns how many were told again. One that fails holds up no other; the failure is thrown at the end. */
export async function sweepFlags(): Promise<number> {
  const now = clock.now().toISOString();
  const late = await as({ kind: 'job', name: 'flag.sweep' }, (tx) =>
    // As few as may have a step due: a step comes an hour after the one before at the earliest, or four.
    tx.execute<{ id: string }>(sql`
      select f.id from flag f
      where not exists (select from flag_event e where e.flag_id = f.id)
        and case when f.level = 'amber'
          then ${firstSessionOfFlag} - interval '1 day' <= ${now}::timestamptz
            and (select count(*) from flag_escalation x where x.flag_id = f.id)
              < case when ${firstSessionOfFlag} <= ${now}::timestamptz then 2 else 1 end
          else f.due_at <= ${now}::timestamptz
            and not exists (select from flag_escalation x where x.flag_id = f.id
              and x.at > ${now}::timestamptz - case f.level when 'red' then interval '4 hours' else interval '1 hour' end)
        end
      order by f.raised_at`),
  );
  let [told, failure]: [number, unknown] = [0, undefined];
  for (const { id } of late) {
    try {
      if (await escalateFlag(id)) told += 1;
    } catch (error) {
      failure = error;
    }
  }
  if (failure !== undefined) throw failure;
  return told;
}
