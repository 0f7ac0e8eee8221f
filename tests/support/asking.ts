// Asks a site over HTTP as whoever holds a session: what no page of ours would send, as well as what it would.

export type Answered = { status: number; to: string; text: string };
export type Asking = {
  get: (path: string, headers?: Record<string, string>) => Promise<Answered>;
  /** `fields` as they stand in a form; a list where a name stands more than once. */
  post: (path: string, fields: Record<string, string> | [string, string][]) => Promise<Answered>;
};

/** `token` is the session's, undefined for a visitor. No redirect is followed; asked for data, the one to the data's own address is. */
export function askingAs(url: string, token?: string): Asking {
  const ours = { Origin: url, Accept: 'text/html', ...(token && { Cookie: `foyer=${token}` }) };
  const answered = async (answer: Response): Promise<Answered> => ({
    status: answer.status,
    to: (answer.headers.get('location') ?? '').replace(url, ''),
    text: await answer.text(),
  });
  const get = async (path: string, headers: Record<string, string> = {}, patience = 5): Promise<Answered> => {
    const answer = await answered(
      await fetch(url + path, { redirect: 'manual', headers: { ...ours, ...headers } }),
    );
    // Turned away because too many stand at the door: asked again.
    if (answer.status === 503 && patience > 0) return get(path, headers, patience - 1);
    return 'RSC' in headers && /[?&]_rsc\b/.test(answer.to) && !/[?&]_rsc\b/.test(path)
      ? get(answer.to, headers)
      : answer;
  };
  return {
    get,
    post: async (path, fields) =>
      answered(
        await fetch(url + path, {
          ...{ method: 'POST', redirect: 'manual', headers: ours, body: new URLSearchParams(fields) },
        }),
      ),
  };
}
