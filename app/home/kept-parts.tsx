// What stays at home to come back to: the receipt, the copies, their notes, and how they are reached and get in.
import { useLocale, useTranslations } from 'next-intl';
import type { Home } from '@/lib/onboarding/home';
import { dayInWords } from '@/lib/scheduling/time-in-words';

export function SentPart({ reference }: { reference: string | null }) {
  const t = useTranslations('home');
  return (
    <section aria-labelledby="sent">
      <h2 id="sent">{t('sent.heading')}</h2>
      {reference && <p className="mt-2">{t('sent.reference', { reference })}</p>}
      <p>{t('sent.whatNext')}</p>
      <p>
        <a href="/forms/sent" className="inline-flex min-h-(--target) items-center">
          {t('sent.see')}
        </a>
      </p>
      <p>
        <a href="/forms/check" className="inline-flex min-h-(--target) items-center">
          {t('sent.correct')}
        </a>
      </p>
    </section>
  );
}

/** How they may be reached, theirs to change at any time; and what was written to them. */
export function ReachPart({ messages: { all } }: { messages: Home['messages'] }) {
  const t = useTranslations('home');
  return (
    <section aria-labelledby="reach">
      <h2 id="reach">{t('reach.heading')}</h2>
      <ul className="mt-2 list-none ps-0">
        <li>
          <a href="/home/reach" className="inline-flex min-h-(--target) items-center">
            {t('reach.see')}
          </a>
        </li>
        <li>
          <a href="/home/messages" className="inline-flex min-h-(--target) items-center">
            {all > 0 ? t('messages.see', { all }) : t('messages.heading')}
          </a>
        </li>
      </ul>
    </section>
  );
}

/** The way to what they keep of the guide. */
export function NotesPart({ count }: { count: number }) {
  const t = useTranslations('home');
  if (count === 0) return null;
  return (
    <section aria-labelledby="notes">
      <h2 id="notes">{t('notes.heading')}</h2>
      <p className="mt-2">
        <a href="/home/reflections" className="inline-flex min-h-(--target) items-center">
          {t('notes.see', { count })}
        </a>
      </p>
    </section>
  );
}

export function CopiesPart({ copies }: { copies: Home['copies'] }) {
  const t = useTranslations('home');
  const locale = useLocale();
  if (copies.length === 0) return null;
  return (
    <section aria-labelledby="copies">
      <h2 id="copies">{t('copies.heading')}</h2>
      <ul className="@container mt-2 max-w-line list-none divide-y divide-line border-y border-line ps-0">
        {copies.map(({ slug, title, signedAt, withdrawn, zone }) => (
          <li
            key={slug}
            className="flex flex-col items-start justify-between gap-x-4 py-2 @sm:flex-row @sm:items-center"
          >
            <a href={`/documents/${slug}/copy`} className="inline-flex min-h-(--target) items-center">
              {title}
            </a>
            <span className="shrink-0 text-small text-ink-soft">
              {withdrawn
                ? t('copies.withdrawn', { date: dayInWords(signedAt, zone, locale, true) })
                : dayInWords(signedAt, zone, locale, true)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How they get in, and the address they get in with. */
export function GettingInPart() {
  const t = useTranslations('home.gettingIn');
  const link = 'inline-flex min-h-(--target) items-center';
  return (
    <section aria-labelledby="getting-in">
      <h2 id="getting-in">{t('heading')}</h2>
      <ul className="mt-2 flex list-none flex-col items-start ps-0">
        <li>
          <a href="/home/getting-in" className={link}>
            {t('keys')}
          </a>
        </li>
        <li>
          <a href="/home/address" className={link}>
            {t('address')}
          </a>
        </li>
      </ul>
    </section>
  );
}

/** The way to delete what was begun and never sent. */
export function DeleteDraftPart() {
  const t = useTranslations('home.deleteDraft');
  return (
    <section aria-labelledby="delete-draft">
      <h2 id="delete-draft">{t('title')}</h2>
      <p className="mt-2">
        <a href="/home/delete-draft" className="inline-flex min-h-(--target) items-center">
          {t('see')}
        </a>
      </p>
    </section>
  );
}
