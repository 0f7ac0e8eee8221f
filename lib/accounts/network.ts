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
  const groups = groupsOf(bare);
  const [first, second, , , , sixth] = groups;
  const upToFifth = groups.slice(0, 5).every((group) => group === 0);
  const translated = first === 0x64 && second === 0xff9b && groups.slice(2, 6).every((group) => group === 0);
  if ((upToFifth && sixth === 0xffff) || translated)
    return groups
      .slice(6)
      .flatMap((group) => [group >> 8, group & 255])
      .join('.');
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`;
}

/** The eight groups of an IPv6 address, however it is written. */
function groupsOf(ip: string): number[] {
  // As a host it is put into its one shortest form, without dots.
  const [left = '', right] = new URL(`http://[${ip}]`).hostname.slice(1, -1).split('::');
  const read = (half: string | undefined) =>
    half ? half.split(':').map((group) => Number.parseInt(group, 16)) : [];
  const [before, after] = [read(left), read(right)];
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
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
