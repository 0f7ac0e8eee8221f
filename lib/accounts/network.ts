// Where a request comes from, as far as it can be believed.
import { isIPv6 } from 'node:net';
import { settings } from '@/lib/env/settings';

/**
 * The address a request came from. Our own server writes the true peer at the end of `X-Forwarded-For`; each trusted
 * proxy (`TRUSTED_PROXIES`) adds one before it. What stands further left was written by the client, and is ignored.
 */
export function ipOf(headers: Headers): string {
  const hops = (headers.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim());
  return hops[Math.max(0, hops.length - 1 - settings.trustedProxies)] || 'unknown';
}

/**
 * What counts as one place a request may come from. Of IPv6 it is the first 64 bits: whoever has one address there has
 * the other 2^64 too (RFC 6177). An IPv4 address stands for itself, also where it is written as IPv6 (`::ffff:`, or
 * `64:ff9b::` behind a translator, RFC 6052). A port or a zone is left out; what is no address stays as it is.
 */
export function networkOf(ip: string): string {
  const bare = ip
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/^([\d.]+):\d+$/, '$1')
    .replace(/%.*$/, '');
  if (!isIPv6(bare)) return bare;
  const hex = inHex(bare);
  const carried = /^(?:0{20}ffff|0064ff9b0{16})(.{8})$/.exec(hex)?.[1];
  return carried ? Buffer.from(carried, 'hex').join('.') : `${hex.slice(0, 16)}/64`;
}

/** The 32 digits of an IPv6 address, however it is written. */
function inHex(ip: string): string {
  // As a host it is put into its one shortest form, without dots.
  const [left = '', right = ''] = new URL(`http://[${ip}]`).hostname.slice(1, -1).split('::');
  const digits = (half: string) =>
    half === ''
      ? ''
      : half
          .split(':')
          .map((group) => group.padStart(4, '0'))
          .join('');
  const before = digits(left);
  return before + digits(right).padStart(32 - before.length, '0');
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
