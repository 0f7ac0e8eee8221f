// One document: in short, in full, and then a box to tick and a name to type.
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { DocumentMarkdown } from '@/components/document-markdown';
import { InShort } from '@/components/in-short';
import { TextChanges } from '@/components/text-changes';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Prose } from '@/components/ui/prose';
import { holds } from '@/lib/documents/standing';
import { dayInWords } from '@/lib/scheduling/time-in-words';
import { AskFirst } from './ask-first';
import { ChangeYourMind, EarlierSignature } from './earlier-signature';
import { loadDocument } from './load-document';
import { NotYet } from './not-yet';
import { SaidInForms } from './said-in-forms';
import { SignForm } from './sign-form';
import { signingErrors } from './signing-errors';

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { parts, draft } = await loadDocument((await params).slug);
  const t = await getTranslations('common');
  return {
    title: draft?.errors.length ? t('errorTitle', { title: parts.browserTitle }) : parts.browserTitle,
  };
}

export default async function DocumentPage({ params }: Props) {
  const shown = await loadDocument((await params).slug);
  const { slug, version, parts, clinic, signed, changes, refusal, draft, accountId } = shown;
  const t = await getTranslations('documents');
  const locale = await getLocale();
  const done = signed !== null && holds(signed.standing);
  const maySign = accountId !== null && refusal === null && !done;
  const errors = maySign ? signingErrors(t, parts, draft?.errors ?? []) : [];
  const back = accountId
    ? { href: '/home', label: t('back') }
    : { href: '/guide/starting', label: t('backToGuide') };

  return (
    <ClientPage back={back} caption={t(`captions.${parts.kind}`)} signedIn={accountId !== null}>
      <ErrorSummary errors={errors} />
      <h1>{parts.title}</h1>
      {signed && <EarlierSignature slug={slug} kind={parts.kind} signed={signed} zone={clinic.zone} />}
      {!done && refusal && <NotYet refusal={refusal} slug={slug} />}
      {changes && <TextChanges changes={changes} />}
      <InShort lines={parts.summary} />
      <Prose>
        <DocumentMarkdown text={version.body} />
        <p className="text-small text-ink-soft">
          {t('version', {
            version: version.version,
            date: dayInWords(version.publishedAt, clinic.zone, locale, true),
          })}
        </p>
      </Prose>
      <AskFirst slug={slug} clinic={clinic} questions={shown.questions} signedIn={accountId !== null} />
      {slug === 'messages' && accountId !== null && <SaidInForms />}
      {maySign && (
        <SignForm
          slug={slug}
          parts={parts}
          sha256={version.sha256}
          round={shown.round}
          accountId={accountId}
          draft={draft}
        />
      )}
      {signed?.kind === 'signature' && <ChangeYourMind slug={slug} />}
    </ClientPage>
  );
}
