import type { Sql } from 'postgres';

export function bareBooking(
  sql: Sql,
  booking: { clientId: string; clinicianId: string; startsAt: string; endsAt: string; formToken: string },
): Promise<boolean>;
