// A client writes what they want to know about a document, and reads who will see it and how they are answered.

import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { MadeFor } from '@/components/made-for';
import { Button, ButtonLink, ButtonRow } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { TextArea } from '@/components/ui/text-area';
import { LONGEST_QUESTION, questionAudience } from '@/lib/documents/question';
import { newId } from '@/lib/env/ids';
import { askErrors } from './ask-errors';
import { loadAsk } from './load-ask';

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { draft } = await loadAsk((await params).slug);
  const [t, common] = [await getTranslations('documents.ask.page'), await getTranslations('common')];
  return { title: draft?.errors.length ? common('errorTitle', { title: t('title') }) : t('title') };
}

export default async function AskPage({ params }: Props) {
  const { slug, parts, clinic, draft } = await loadAsk((await params).slug);
  const t = await getTranslations('documents.ask');
  const errors = askErrors(t, draft?.errors ?? []);
  const back = `/documents/${slug}`;
  return (
    <ClientPage back={{ href: back, label: t('page.back') }} signedIn>
      <ErrorSummary errors={errors} />
      <h1>{t('page.heading', { title: parts.title })}</h1>
      <form method="post" action={`${back}/ask/send`} noValidate>
        <MadeFor />
        <input type="hidden" name="token" value={draft?.values.token?.[0] || newId()} />
        <TextArea
          name="question"
          label={t('page.label')}
          hint={t('page.hint')}
          error={errors[0]?.message}
          defaultValue={draft?.values.question?.[0] ?? ''}
          maxLength={LONGEST_QUESTION}
        />
        <p>{t(`page.readBy.${questionAudience(slug)}`)}</p>
        <p>
          {t.rich('page.how', {
            phone: clinic.phone,
            call: (number) => <a href={`tel:${clinic.phone.replace(/[^\d+]/g, '')}`}>{number}</a>,
          })}
        </p>
        <p>{t.rich('page.urgent', { help: (words) => <a href="/urgent-help">{words}</a> })}</p>
        <ButtonRow>
          <Button>{t('page.send')}</Button>
          <ButtonLink href={back} kind="quiet">
            {t('page.back')}
          </ButtonLink>
        </ButtonRow>
      </form>
    </ClientPage>
  );
}
