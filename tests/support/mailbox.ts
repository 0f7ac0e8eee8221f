// Reads the site's local mailbox, as somebody would who waits for a mail.
import { setTimeout as pause } from 'node:timers/promises';

export type Mail = { to: string; subject: string; text: string; html: string; sentAt: string };

export type Mailbox = {
  /** Every mail to that address, newest first. */
  to: (address: string) => Promise<Mail[]>;
  /** Whom it holds mail for. */
  addresses: () => Promise<string[]>;
  /** The newest mail to that address sent at `since` or later whose text `holds` that, waiting up to a minute for it. */
  next: (address: string, since?: Date, holds?: RegExp) => Promise<Mail>;
};

/** Of the mail sent from `from` on: to open what others were sent before takes a site a while. */
export function mailboxOf(siteUrl: string, from = new Date()): Mailbox {
  const all = async (since: Date) => {
    const asked = new URLSearchParams({ since: since.toISOString() });
    const answer = await fetch(`${siteUrl}/mailbox/list?${asked}`);
    if (!answer.ok) throw new Error(`The mailbox answered ${answer.status}.`);
    return (await answer.json()) as Mail[];
  };
  const to = async (address: string, since = from) =>
    (await all(since))
      .filter((mail) => mail.to.toLowerCase() === address.toLowerCase())
      .sort((one, other) => Date.parse(other.sentAt) - Date.parse(one.sentAt));
  return {
    to: (address) => to(address),
    addresses: async () => (await all(from)).map((mail) => mail.to),
    async next(address, since = from, holds = /./) {
      for (const until = Date.now() + 60_000; Date.now() < until; await pause(150)) {
        const newest = (await to(address, since)).find(({ text }) => holds.test(text));
        if (newest) return newest;
      }
      throw new Error(`No mail came to ${address}.`);
    },
  };
}
