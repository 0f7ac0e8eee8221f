// The addresses of staff's mail pages: what is shown stands in them.
import type { NoticeState, SentNotices } from '@/lib/notices/notices-sent';

export const messagePage = (reference = '') => `/staff/messages/${reference}`;

export const STATE_TONES = {
  queued: 'todo',
  sent: 'done',
  withheld: 'neutral',
  'gave-up': 'red',
  bounced: 'amber',
  complained: 'amber',
} as const satisfies Record<NoticeState, string>;

/** The list with some of what it shows changed; a page's place holds only for the list it was made from. */
export function listPage(
  shown: SentNotices['shown'],
  change: { state?: string | null; kind?: string | null; after?: string },
): string {
  const { state, kind, after } = { after: undefined, ...shown, ...change };
  const query = new URLSearchParams({
    ...(state && { state }),
    ...(kind && { kind }),
    ...(after && { after }),
  }).toString();
  return query ? `/staff/messages?${query}` : '/staff/messages';
}
