// One mail of the demo as it looks in a mail program: its own HTML, which can load nothing and run nothing.
import { plainAnswer } from '@/lib/accounts/plain-answer';
import { readRoute } from '@/lib/accounts/read-route';
import { mailboxMessageOf } from '@/lib/notices/local-mailbox';

type Context = { params: Promise<{ id: string }> };

export const GET = readRoute(async (_: Request, { params }: Context) => {
  const message = await mailboxMessageOf((await params).id);
  if (!message) return plainAnswer('404');
  return new Response(message.html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
});
