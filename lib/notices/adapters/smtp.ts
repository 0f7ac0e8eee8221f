// Mail through a server of the clinic's own. Each mail keeps its Message-ID at every try, so that a mail program shows it once.
import { createTransport } from 'nodemailer';
import { type MailPort, NotSent, PATIENCE } from '../port';

/** The host in `Name <somebody@host>`. */
const hostOf = (from: string) => /@([^\s>]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';

export function smtpPort({ url, from }: { url: string; from: string }): MailPort {
  const server = createTransport(url, {
    from,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    name: 'smtp',
    async send({ to, subject, text, html, idempotencyKey }) {
      try {
        const messageId = `<${idempotencyKey}@${hostOf(from)}>`;
        // As an object, the address can't be read as a list of several.
        await server.sendMail({ to: { name: '', address: to }, subject, text, html, messageId });
        return { providerId: messageId };
      } catch (error) {
        // The server's own words repeat the address: only the number and the kind are kept.
        const { code, responseCode } = error as { code?: string; responseCode?: number };
        throw new NotSent(
          `the mail server answered ${[responseCode, code].filter(Boolean).join(' ') || 'nothing'}`,
        );
      }
    },
  };
}
