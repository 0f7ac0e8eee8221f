'use client';
// Where the browser knows another time zone than the one shown, it offers a link to it; nothing changes by itself.
import { useSyncExternalStore } from 'react';

const never = () => () => {};
const deviceZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** `words` holds `{zone}` where the zone's name goes; `path` is the page, without a zone. */
export function ZoneOffer({ shown, words, path }: { shown: string; words: string; path: string }) {
  const zone = useSyncExternalStore(never, deviceZone, () => shown);
  if (!zone || zone === shown) return null;
  const name = zone.replaceAll('_', ' ').split('/').at(-1) ?? zone;
  return (
    <p>
      <a href={`${path}${path.includes('?') ? '&' : '?'}zone=${encodeURIComponent(zone)}`}>
        {words.replace('{zone}', name)}
      </a>
    </p>
  );
}
