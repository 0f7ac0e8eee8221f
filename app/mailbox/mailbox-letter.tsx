// One mail as its reader would get it, in plain text, with its links to follow.
import { useFormatter, useTranslations } from 'next-intl';
import type { MailboxMessage } from '@/lib/notices/local-mailbox';

export function MailboxLetter({ message }: { message: MailboxMessage }) {
  const t = useTranslations('notices');
  const format = useFormatter();
  const { id, to, subject, text, sentAt } = message;
  const day = format.dateTime(sentAt, { day: 'numeric', month: 'long' });
  const time = format.dateTime(sentAt, { timeStyle: 'medium', hourCycle: 'h23' });
  return (
    <article
      aria-labelledby={`mail-${id}`}
      className="rounded-round border border-line bg-surface px-5 py-5 sm:px-7"
    >
      <h3 id={`mail-${id}`}>{subject}</h3>
      <p className="mt-1 flex flex-wrap gap-x-6 text-small text-ink-soft">
        <span className="wrap-anywhere">{t('mailbox.to', { to })}</span>
        <time dateTime={sentAt.toISOString()}>{t('mailbox.at', { day, time })}</time>
      </p>
      <div className="mt-4 max-w-line space-y-2 wrap-anywhere">
        {text
          .trim()
          .split('\n\n')
          .map((paragraph, place) => (
            <p
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never move
              key={place}
              className={
                /^\d+$/.test(paragraph) ? 'text-h2 font-semibold tabular-nums' : 'whitespace-pre-line'
              }
            >
              {linked(paragraph)}
            </p>
          ))}
      </div>
      <p className="mt-4 border-t border-line pt-2 text-small">
        <a href={`/mailbox/${id}`} className="inline-flex min-h-(--target) items-center">
          {t('mailbox.asItLooks')}
          <span className="sr-only">{t('mailbox.which', { subject, to })}</span>
        </a>
      </p>
    </article>
  );
}

/** The text with every web address in it to be followed. */
const linked = (text: string) =>
  text.split(/(https?:\/\/\S+)/).map((part, place) =>
    part.startsWith('http') ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never move
      <a key={place} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  );
