// Pressed when nobody is signed in any more: the words come back with the page, which sends them again once somebody is.
import refused from '@/messages/en/refused.json' with { type: 'json' };
import type { Fields } from './fields';
import { plainPage } from './plain-answer';

const { title, signIn: signInWords, text, again } = refused.signedOut;

/**
 * `action`: where it was sent, and is sent again as it was, whichever button was pressed. `signIn`: the page to sign in on,
 * in another tab. `boxes`: what of it was written.
 */
export function stillHere(
  nonce: string | null,
  given: {
    reader: 'client' | 'staff';
    action: string;
    signIn: string;
    fields: Fields;
    boxes: readonly string[] | undefined;
  },
): Response {
  const { reader, action, signIn, fields: posted, boxes = [] } = given;
  const all = Object.entries(posted.values()).flatMap(([name, values]) =>
    values.map((value) => ({ name, value })),
  );
  const inBoxes = all.filter(({ name, value }) => boxes.includes(name) && value.trim() !== '');
  const unseen = all.filter((one) => !inBoxes.includes(one));
  const fields = [
    ...inBoxes.map(
      // A line end that follows the tag is no part of the text.
      ({ name, value }, at) =>
        `<p><label for="t${at}">${text}</label><textarea id="t${at}" name="${html(name)}">\n${html(value)}</textarea></p>`,
    ),
    ...unseen.map(({ name, value }) => `<input type="hidden" name="${html(name)}" value="${html(value)}">`),
  ];
  const body = `<p>${refused.signedOut.says[reader]}</p><p><a href="${html(signIn)}" target="_blank" rel="noopener">${signInWords}</a></p>
<form method="post" action="${html(action)}">${fields.join('')}<p><button>${again}</button></p></form>`;
  return plainPage(401, { title, body }, nonce);
}

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const html = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
