// One mail of the demo as it looks in a mail program: its own HTML, which can load nothing and run nothing.
import { plainAnswer } from '@/lib/accounts/plain-answer';
import { mailboxMessageOf } from '@/lib/notices/local-mailbox';

export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const message = await mailboxMessageOf((await params).id);
  if (!message) return plainAnswer('404');
  return new Response(message.html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}
