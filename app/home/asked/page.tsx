// What somebody here asked this client for: their words, each question with a way to answer it, and a box for an answer of one's own.

import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { ClientPage } from '@/components/client-page';
import { KeepTyping } from '@/components/keep-typing';
import { MadeFor } from '@/components/made-for';
import { typingWordsIn } from '@/components/typing-words';
import { Button, ButtonRow } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { SummaryList } from '@/components/ui/summary-list';
import { TextArea } from '@/components/ui/text-area';
import { formDraft } from '@/lib/accounts/form-draft';
import { requireClient } from '@/lib/accounts/require';
import { hoursOfClinic } from '@/lib/clinic/hours-of-clinic';
import { askedOfMe } from '@/lib/review/asked-of-me';
import { LONGEST_REPLY } from '@/lib/review/give-more';
import { dayInWords } from '@/lib/scheduling/time-in-words';
import { ASKED_FORM, sayFault } from './words';

const load = cache(async () => {
  const { actor } = await requireClient();
  const asked = await askedOfMe(actor);
  if (!asked) redirect('/home');
  const { zone } = await hoursOfClinic(actor);
  return { asked, zone, draft: await formDraft(actor, ASKED_FORM) };
});

export async function generateMetadata(): Promise<Metadata> {
  const [t, common] = [await getTranslations('home.request'), await getTranslations('common')];
  const { draft } = await load();
  return { title: draft?.errors.length ? common('errorTitle', { title: t('title') }) : t('title') };
}

export default async function AskedPage() {
  const { asked, zone, draft } = await load();
  const [t, home, forms, locale] = await Promise.all([
    getTranslations('home.request'),
    getTranslations('home'),
    getTranslations('forms'),
    getLocale(),
  ]);
  const [error] = (draft?.errors ?? []).map(({ reason }) => sayFault(t, reason));
  const typing = { ...typingWordsIn(await getTranslations('forms.typing')), kept: forms('typing.keptHere') };
  return (
    <ClientPage back={{ href: '/home', label: home('title') }} signedIn>
      <ErrorSummary errors={error ? [{ href: '#reply', message: error }] : []} />
      <h1>{t('heading')}</h1>
      <p className="max-w-line">{t('lead')}</p>
      <section className="max-w-line rounded-soft border border-line bg-surface px-5 py-4">
        <h2>{t('from', { name: asked.from })}</h2>
        <p className="text-small text-ink-soft">{dayInWords(asked.askedAt, zone, locale, true)}</p>
        <p className="mt-3 wrap-anywhere whitespace-pre-line">{asked.message}</p>
      </section>
      {asked.questions.length > 0 && (
        <section aria-labelledby="questions">
          <h2 id="questions">{t('questions')}</h2>
          <SummaryList
            rows={asked.questions.map(({ name, lines, answered, path }) => ({
              label: name,
              value: (
                <>
                  <span className="wrap-anywhere">{lines.join('\n')}</span>
                  <span className="block text-small text-ink-soft">
                    {t(answered ? 'answered' : 'notYet')}
                  </span>
                </>
              ),
              change: { href: path, hidden: name },
            }))}
          />
        </section>
      )}
      <form method="post" action="/home/asked/send" noValidate>
        <MadeFor />
        <TextArea
          name="reply"
          label={t('reply')}
          hint={t('replyHint')}
          error={error}
          defaultValue={draft?.values.reply?.[0]}
          rows={6}
          maxLength={LONGEST_REPLY}
        />
        <p className="max-w-line text-small text-ink-soft">
          {forms.rich('notRead', { a: (words) => <a href="/urgent-help">{words}</a> })}
        </p>
        <p className="text-small text-ink-soft">{forms('audience.clinical')}</p>
        <ButtonRow>
          <Button name="intent" value="send">
            {t('send')}
          </Button>
          <Button kind="quiet" name="intent" value="later">
            {forms('later')}
          </Button>
        </ButtonRow>
        <KeepTyping words={typing} />
      </form>
    </ClientPage>
  );
}
