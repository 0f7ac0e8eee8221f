// Where a request comes from, as far as it can be believed.
import { settings } from '@/lib/env/settings';

/**
 * The address a request came from. Our own server writes the true peer at the end of `X-Forwarded-For`; each trusted
 * proxy (`TRUSTED_PROXIES`) adds one before it. What stands further left was written by the client, and is ignored.
 */
export function ipOf(headers: Headers): string {
  const hops = (headers.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim());
  return hops[Math.max(0, hops.length - 1 - settings.trustedProxies)] || 'unknown';
}

/** What the browser calls itself, at most 300 characters. */
export const userAgentOf = (headers: Headers): string => (headers.get('user-agent') ?? '').slice(0, 300);

/** A path on this site and nothing else, or `fallback`: never a place on another host, never a script. */
export function ownPath(given: string | null | undefined, fallback: string): string {
  if (!given || !/^\/(?![/\\])[\w\-./?=&%]*$/.test(given)) return fallback;
  const url = new URL(given, settings.publicUrl);
  const into = /^\/(home|documents|forms|schedule|support|guide|staff)(\/|\?|$)/.test(
    url.pathname + url.search,
  );
  return into && url.origin === settings.publicUrl.origin ? url.pathname + url.search : fallback;
}
