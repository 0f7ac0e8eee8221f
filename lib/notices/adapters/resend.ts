// Mail through Resend, which takes the same Idempotency-Key in once within 24 hours.
import { Resend } from 'resend';
import { type MailPort, NotSent, PATIENCE } from '../port';

/** `url`: another address than Resend's own, such as a test's. */
export function resendPort({ key, url, from }: { key: string; url?: string; from: string }): MailPort {
  const resend = new Resend(key, url ? { baseUrl: url.replace(/\/+$/, '') } : {});
  return {
    name: 'resend',
    async send({ to, subject, text, html, idempotencyKey }) {
      const { data, error } = await resend.emails.send(
        { from, to: [to], subject, text, html },
        { idempotencyKey, signal: AbortSignal.timeout(PATIENCE) },
      );
      // An earlier try was accepted and the words have changed since: the person has the mail.
      if (error?.name === 'invalid_idempotent_request') return { providerId: null };
      if (error) throw new NotSent(`Resend answered ${error.statusCode ?? 'nothing'} ${error.name}`);
      return { providerId: data.id };
    },
  };
}
