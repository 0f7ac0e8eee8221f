// Where the browser knows another time zone than the one shown, it offers a link to it; nothing changes by itself.
import { headers } from 'next/headers';

/**
 * Runs where it stands, before the page is painted: a link that came later would push the times away from under a
 * finger. It fills the link in front of it and shows it.
 */
const FILL = `(() => {
  const line = document.currentScript.previousElementSibling;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!zone || zone === line.dataset.shown) return;
  const link = line.firstElementChild;
  link.textContent = link.textContent.replace('{zone}', zone.replaceAll('_', ' ').split('/').pop());
  link.search += (link.search ? '&' : '?') + 'zone=' + encodeURIComponent(zone);
  line.hidden = false;
})()`;

/** `words` holds `{zone}` where the zone's name goes; `path` is the page, without a zone. */
export async function ZoneOffer({ shown, words, path }: { shown: string; words: string; path: string }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <>
      <p hidden data-shown={shown} suppressHydrationWarning>
        <a href={path} suppressHydrationWarning>
          {words}
        </a>
      </p>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own words, with this request's nonce */}
      <script nonce={nonce} dangerouslySetInnerHTML={{ __html: FILL }} />
    </>
  );
}
