// The few answers that are no page of ours: each says in one sentence what to do, with urgent help and Exit where they always are.
import frame from '@/messages/en/frame.json' with { type: 'json' };
import refused from '@/messages/en/refused.json' with { type: 'json' };

const { shortName, urgentHelp, exit } = frame;

/**
 * A small page with `status` and its sentence, whole in itself: it must show when nothing else can. `nonce` is the
 * request's own (`x-nonce`); without it the page is bare.
 */
export const plainAnswer = (status: keyof typeof refused.says, nonce?: string | null): Response =>
  plainPage(
    Number(status),
    { title: refused.title, body: `<p>${refused.says[status]}</p><p>${refused.help}</p>` },
    nonce,
  );

/** The same with words of another's: `body` is HTML that is safe to send. */
export function plainPage(
  status: number,
  says: { title: string; body: string },
  nonce?: string | null,
): Response {
  return new Response(page(says, nonce), {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      ...(status === 503 && { 'Retry-After': '30' }),
    },
  });
}

const page = ({ title, body }: { title: string; body: string }, nonce?: string | null) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${title} – ${shortName}</title>
${nonce ? `<style nonce="${nonce}">${STYLE}</style>` : ''}
<header><b>${shortName}</b><a href="/urgent-help">${urgentHelp}</a><a class="out" href="/exit">${exit.short} ${exit.rest}</a></header>
<main><h1>${title}</h1>${body}</main>
</html>
`;

/** The room's colours and measures, by hand: no other file may be needed. */
const STYLE = `:root{--g:#edf0f5;--i:#261a2c;--d:#2a3c5e;--o:#fff;--l:#c3cbd8}
@media(prefers-color-scheme:dark){:root{--g:#18131f;--i:#ece7ef;--d:#c6d6f1;--o:#18131f;--l:#3f374b}}
body{margin:0;background:var(--g);color:var(--i);font:1.125rem/1.6 system-ui,sans-serif}
header{display:flex;flex-wrap:wrap;align-items:center;gap:.4rem 1.2rem;padding:.5rem 1rem;border-bottom:1px solid var(--l)}
b{margin-inline-end:auto}a{color:var(--d);padding:.5rem 0}.out{background:var(--d);color:var(--o);padding:.5rem 1rem;border-radius:.6rem;font-weight:600;text-decoration:none}
main{max-width:31rem;margin:0 auto;padding:3rem 1rem}h1{font:600 2rem/1.2 Georgia,serif;margin:0}textarea{box-sizing:border-box;width:100%;min-height:9rem;padding:.6rem;border:1px solid;border-radius:.6rem;background:var(--g);color:var(--i);font:inherit}button{font:inherit;font-weight:600;padding:.6rem 1.2rem;border:0;border-radius:.6rem;background:var(--d);color:var(--o);cursor:pointer}:focus-visible{outline:3px solid;outline-offset:3px}`;
