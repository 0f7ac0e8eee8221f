// Where the browser's clock shows other times than the page, it offers a link to its zone; nothing changes by itself.
import { headers } from 'next/headers';
import { offsetAt } from '@/lib/scheduling/zone-offsets';

/**
 * Runs where it stands, before the page is painted: a link that came later would push the times away from under a
 * finger. It fills the link in front of it and shows it. The zone's name is asked for only where the clocks differ:
 * the first question to `Intl` holds a phone up for longer than all the rest of the page.
 */
const FILL = `(() => {
  const line = document.currentScript.previousElementSibling;
  const same = (clock) => {
    const [at, ahead] = clock.split(' ').map(Number);
    return new Date(at).getTimezoneOffset() === -ahead;
  };
  if (line.dataset.clocks.split(',').every(same)) return;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!zone) return;
  const link = line.firstElementChild;
  link.textContent = link.textContent.replace('{zone}', zone.replaceAll('_', ' ').split('/').pop());
  link.search += (link.search ? '&' : '?') + 'zone=' + encodeURIComponent(zone);
  line.hidden = false;
})()`;

/** An instant, and how many minutes the zone's clock is ahead of UTC then. */
const clockAt = (at: Date, zone: string) => `${at.getTime()} ${offsetAt(at.getTime(), zone) / 60_000}`;

type Offer = { zone: string; times: readonly Date[]; words: string; path: string };

/** `times`: the first and last that are shown in `zone`. `words` holds `{zone}` where a zone's name goes; `path` is the page, without a zone. */
export async function ZoneOffer({ zone, times, words, path }: Offer) {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <>
      <p hidden data-clocks={times.map((at) => clockAt(at, zone)).join()} suppressHydrationWarning>
        <a href={path} suppressHydrationWarning>
          {words}
        </a>
      </p>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own words, with this request's nonce */}
      <script nonce={nonce} dangerouslySetInnerHTML={{ __html: FILL }} />
    </>
  );
}
