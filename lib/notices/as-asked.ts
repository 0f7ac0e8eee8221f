// A provider that asks to be left alone is left alone by every mail of this process, not only by the one it refused.
import { clock } from '@/lib/env/clock';
import { type MailPort, NotSent } from './port';

/** The same port; until the moment the provider named, a mail is not even tried. */
export function asAsked(port: MailPort): MailPort {
  let quietUntil = 0;
  return {
    name: port.name,
    async send(mail) {
      const left = quietUntil - clock.now().getTime();
      if (left > 0) throw new NotSent('the provider asked us to wait', { refused: true, retryAfter: left });
      try {
        return await port.send(mail);
      } catch (error) {
        const wait = error instanceof NotSent ? (error.how.retryAfter ?? 0) : 0;
        if (wait > 0) quietUntil = clock.now().getTime() + wait;
        throw error;
      }
    },
  };
}
