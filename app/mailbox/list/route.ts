// The demo's mailbox for programs: the same mails as JSON, newest first. `/mailbox` answers with it where JSON is asked for.
import { plainAnswer } from '@/lib/accounts/plain-answer';
import { readRoute } from '@/lib/accounts/read-route';
import { localMailbox } from '@/lib/notices/local-mailbox';

export const GET = readRoute(async () => {
  const messages = await localMailbox();
  if (!messages) return plainAnswer('404');
  return Response.json(
    messages.map(({ to, subject, text, html, sentAt }) => ({ to, subject, text, html, sentAt })),
  );
});
