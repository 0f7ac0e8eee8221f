// Mail through a server of the clinic's own.
//
// SMTP knows no key by which a server would take the same mail in once. When its answer is lost, or the worker dies
// right after it, nobody can know whether it took the mail; then it is sent again, because a lost appointment does more
// harm than the same mail twice. Both copies are the same, down to their Message-ID, which is made from the notice's id:
// many mail programs and servers show or keep one.
import { createTransport } from 'nodemailer';
import { type MailPort, NotSent, PATIENCE } from '../port';

/** The host in `Name <somebody@host>`. */
const hostOf = (from: string) => /@([^\s>]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';

const isThisMachine = (url: string) => ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);

export function smtpPort({ url, from }: { url: string; from: string }): MailPort {
  const server = createTransport(url, {
    from,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
    // Over a network nothing goes in plain text; `smtp://` begins so, and must turn to TLS.
    requireTLS: !isThisMachine(url),
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
        throw notSent(error as Fault);
      }
    },
  };
}

type Fault = { code?: string; responseCode?: number; syscall?: string };

/** The server's own words repeat the address: only the number and the kind are kept. */
function notSent({ code, responseCode: number = 0, syscall }: Fault) {
  const said = [number || '', code].filter(Boolean).join(' ') || 'nothing';
  return new NotSent(`the mail server answered ${said}`, {
    // 5xx to an address (RFC 5321, 4.2.1) is for good; 5xx to us, such as a wrong password, may be put right meanwhile.
    final: code === 'EENVELOPE' && number >= 500,
    // A connection that broke may have broken after the server took the mail.
    refused: number >= 400 || syscall === 'connect' || code === 'EDNS',
  });
}
