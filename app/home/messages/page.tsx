// What the practice wrote to a client: theirs to read here, and nowhere else.

import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { MadeFor } from '@/components/made-for';
import { Button } from '@/components/ui/button';
import { requireClient } from '@/lib/accounts/require';
import { myMessages } from '@/lib/review/my-messages';
import { instantInWords } from '@/lib/scheduling/time-in-words';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('home.messages'))('title') };
}

export default async function MessagesPage() {
  const { actor } = await requireClient();
  const [t, home, mail, locale, { messages, zone }] = await Promise.all([
    getTranslations('home.messages'),
    getTranslations('home'),
    getTranslations('mail.preview'),
    getLocale(),
    myMessages(actor),
  ]);
  return (
    <ClientPage back={{ href: '/home', label: home('title') }} signedIn>
      <h1>{t('title')}</h1>
      <p className="text-lead">{messages.length > 0 ? t('lead') : t('none')}</p>
      <ul className="flex list-none flex-col gap-5 ps-0">
        {messages.map(({ id, text, from, writtenAt, readAt }) => (
          <li key={id} className="max-w-line rounded-soft border border-line bg-surface px-5 py-4">
            <h2>{t('from', { name: from })}</h2>
            <p className="text-small text-ink-soft">{instantInWords(writtenAt, zone, locale)}</p>
            <p className="mt-3 wrap-anywhere whitespace-pre-line">{text}</p>
            {readAt ? (
              <p className="mt-3 text-small text-ink-soft">
                {t('readOn', { date: instantInWords(readAt, zone, locale) })}
              </p>
            ) : (
              <form method="post" action="/home/messages/read" className="mt-4">
                <MadeFor />
                <input type="hidden" name="message" value={id} />
                <Button kind="secondary">{t('read')}</Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <p>
        <a href="/home/messages/preview" className="inline-flex min-h-(--target) items-center">
          {mail('link')}
        </a>
      </p>
      <p className="max-w-line">{t.rich('answer', { a: (words) => <a href="/home/reach">{words}</a> })}</p>
    </ClientPage>
  );
}
