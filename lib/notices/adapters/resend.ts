// Mail through Resend, which takes the same Idempotency-Key in once within 24 hours.
import { type ErrorResponse, Resend } from 'resend';
import { type MailPort, NotSent, PATIENCE } from '../port';
import { retryAfter } from '../retry-after';

/** The tag that comes back with what Resend tells of a mail (`take-mail-event.ts`): the notice's id, which says nothing. */
export const NOTICE_TAG = 'notice';

/** What it says of a mail it will never take, such as an address that is none (422). */
const isFinal = (status: number | null) => status === 422;

/** `url`: another address than Resend's own, such as a test's. */
export function resendPort({ key, url, from }: { key: string; url?: string; from: string }): MailPort {
  const resend = new Resend(key, url ? { baseUrl: url.replace(/\/+$/, '') } : {});
  return {
    name: 'resend',
    async send({ id, to, subject, text, html, idempotencyKey }) {
      const tags = [{ name: NOTICE_TAG, value: id }];
      const { data, error, headers } = await resend.emails
        .send(
          { from, to: [to], subject, text, html, tags },
          { idempotencyKey, signal: AbortSignal.timeout(PATIENCE) },
        )
        // The library throws when it is cut short.
        .catch(() => ({ data: null, error: SILENCE, headers: null }));
      // An earlier try was accepted and the words have changed since: the person has the mail.
      if (error?.name === 'invalid_idempotent_request') return { providerId: null };
      if (error) throw notSent(error, headers);
      return { providerId: data.id };
    },
  };
}

const SILENCE: ErrorResponse = { name: 'application_error', message: '', statusCode: null };

function notSent({ statusCode: status, name }: ErrorResponse, headers: Record<string, string> | null) {
  return new NotSent(`Resend answered ${status ?? 'nothing'} ${name}`, {
    retryAfter: retryAfter(headers?.['retry-after']),
    final: isFinal(status),
    // A server's own trouble may have come after it took the mail in, and so may silence.
    refused: status !== null && status >= 400 && status < 500 && name !== 'concurrent_idempotent_requests',
  });
}
