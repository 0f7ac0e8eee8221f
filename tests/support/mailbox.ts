// Reads the site's local mailbox, as somebody would who waits for a mail.
import { setTimeout as pause } from 'node:timers/promises';

export type Mail = { to: string; subject: string; text: string; html: string; sentAt: string };

export type Mailbox = {
  /** Every mail to that address, newest first. */
  to: (address: string) => Promise<Mail[]>;
  /** The newest mail to that address sent at `since` or later, waiting up to 15 seconds for it. */
  next: (address: string, since?: Date) => Promise<Mail>;
};

function mailsIn(answer: unknown): Mail[] {
  if (Array.isArray(answer)) return answer as Mail[];
  const { messages } = answer as { messages?: Mail[] };
  return messages ?? [];
}

export function mailboxOf(siteUrl: string): Mailbox {
  const to = async (address: string) => {
    const answer = await fetch(`${siteUrl}/mailbox`, { headers: { Accept: 'application/json' } });
    if (!answer.ok) throw new Error(`The mailbox answered ${answer.status}.`);
    return mailsIn(await answer.json())
      .filter((mail) => mail.to.toLowerCase() === address.toLowerCase())
      .sort((one, other) => Date.parse(other.sentAt) - Date.parse(one.sentAt));
  };
  return {
    to,
    async next(address, since = new Date(0)) {
      for (const until = Date.now() + 15_000; Date.now() < until; await pause(150)) {
        const newest = (await to(address)).find((mail) => Date.parse(mail.sentAt) >= since.getTime());
        if (newest) return newest;
      }
      throw new Error(`No mail came to ${address}.`);
    },
  };
}
