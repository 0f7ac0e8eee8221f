// The few answers that are no page of ours: each says in one sentence what to do, with urgent help at hand.

const SENTENCES = {
  403: 'This form was sent from another site, so it was not taken. Go back and send it from here.',
  404: 'There is nothing here.',
  408: 'The connection was too slow, so nothing was taken. Go back and send it again.',
  413: 'That was more text than this form can take. Go back, shorten it, and send it again.',
  415: 'This form was not sent the usual way, so it was not taken. Go back and send it from the page.',
  422: 'This form had more fields than any of ours. Go back and send it from the page.',
  500: 'Something went wrong on our side. Go back: what you typed should still be there. Then send it again.',
  503: 'Too many people are here at once. Go back in a minute and send it again. Your text is still in the page.',
} as const;

/** A bare page with `status` and its sentence. */
export function plainAnswer(status: keyof typeof SENTENCES): Response {
  const body = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Please go back</title><h1>Please go back</h1><p>${SENTENCES[status]}</p>
<p><a href="/urgent-help">Urgent help</a> · <a href="/exit">Exit this page</a></p></html>`;
  return new Response(body, {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      ...(status === 503 && { 'Retry-After': '30' }),
    },
  });
}
