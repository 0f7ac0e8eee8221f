// The one way a mail leaves the house: an adapter takes it, or throws, and then it is tried again.

import { TryAgain } from '@/lib/jobs/without-words';

export type Mail = {
  /** The notice's id (a UUID). */
  id: string;
  /** One address, nothing else. */
  to: string;
  subject: string;
  text: string;
  html: string;
  /** The same at every try of the same mail: whoever honours it takes the mail in once. */
  idempotencyKey: string;
};

export type MailPort = {
  name: 'mailbox' | 'resend' | 'smtp' | 'nowhere';
  /** Resolves when the mail was accepted. Throws `NotSent` otherwise, or when that isn't known. */
  send(mail: Mail): Promise<{ providerId: string | null }>;
};

export type HowNotSent = {
  /** Milliseconds for which the provider asked to be left alone. */
  retryAfter?: number;
  /** Nothing will change by trying again: the address is none, or is refused. */
  final?: boolean;
  /** It was refused, for certain. Otherwise it may have been taken, and only the answer was lost. */
  refused?: boolean;
};

/** Why a mail was not taken; its message is kept with the notice, so it never holds an address or a text. */
export class NotSent extends TryAgain {
  override name = 'NotSent';

  constructor(
    message: string,
    readonly how: HowNotSent = {},
  ) {
    super(message);
  }
}

/** Milliseconds after which a provider's silence counts as a refusal; a job lives 20 seconds. */
export const PATIENCE = 8_000;
