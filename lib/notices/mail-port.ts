// Which way mail goes, as the settings say: Resend, a mail server, or the local mailbox of the demo.

import { givesAway } from '@/lib/clinic/neutral-name';
import type { Settings } from '@/lib/env/settings';
import { mailboxPort } from './adapters/mailbox';
import { resendPort } from './adapters/resend';
import { smtpPort } from './adapters/smtp';
import { type MailPort, NotSent } from './port';

type MailSettings = Pick<Settings, 'mail' | 'mailboxOpen'>;

/** A clinic that runs for real and hasn't said how mail is sent: it waits as a job, and is lost to nobody. */
const nowherePort: MailPort = {
  name: 'nowhere',
  send: async () => {
    throw new NotSent('no way to send mail is set: set RESEND_API_KEY or SMTP_URL', { refused: true });
  },
};

/** Throws an Error with one sentence that says what to do when the mail settings contradict each other. */
export function mailPort({ mail, mailboxOpen }: MailSettings): MailPort {
  const { resendKey, resendUrl, webhookSecret, smtpUrl, from } = mail;
  if (resendKey && smtpUrl)
    throw new Error('RESEND_API_KEY and SMTP_URL are both set: keep the one that mail should go through.');
  if (!resendKey && (resendUrl || webhookSecret))
    throw new Error(
      `${resendUrl ? 'RESEND_BASE_URL' : 'RESEND_WEBHOOK_SECRET'} is set and RESEND_API_KEY is not: set it too, or leave both out.`,
    );
  if (!resendKey && !smtpUrl) return mailboxOpen ? mailboxPort : nowherePort;
  checkSender(from);
  return smtpUrl
    ? smtpPort({ url: smtpUrl, from })
    : resendPort({ key: resendKey ?? '', url: resendUrl, from });
}

function checkSender(from: string) {
  if (!/^([^<>\p{Cc}]*<)?[^\s<>@,]+@[^\s<>@,]+\.[^\s<>@,]+>?$/u.test(from)) {
    throw new Error(
      'MAIL_FROM must be the address mail comes from, such as: Harbour Practice <hello@harbour.example>.',
    );
  }
  if (givesAway(from.split('<')[0] ?? '') && from.includes('<')) {
    throw new Error('MAIL_FROM must have a neutral name: it stands in the inbox for anybody to read.');
  }
}
