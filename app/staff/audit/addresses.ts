// Where the record is, and how what is asked of it stands in the address.
import type { RecordFilter } from '@/lib/review/record-asked';

export const RECORD = '/staff/audit';
export const VERIFY = `${RECORD}/verify`;

/** `after`: where the page before ended. */
export function recordPage(filter: Partial<RecordFilter> = {}, after?: string): string {
  const { who, group, client, from, to } = filter;
  const query = new URLSearchParams({
    ...(who && { who }),
    ...(group && { group }),
    ...(client && { client }),
    ...(from && { from }),
    ...(to && { to }),
    ...(after && { after }),
  }).toString();
  return query ? `${RECORD}?${query}` : RECORD;
}
