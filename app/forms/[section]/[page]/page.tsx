// One question, or one small group: why it is asked, who sees it, and a way on, around it, or back later.

import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { KeepTyping } from '@/components/keep-typing';
import { MadeFor } from '@/components/made-for';
import { Button, ButtonRow } from '@/components/ui/button';
import { Caption } from '@/components/ui/caption';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Notice } from '@/components/ui/notice';
import { OPENED_ON, THIS_PAGE } from '@/lib/accounts/written';
import { type CameFrom, FROM } from '@/lib/forms/came-from';
import { instrumentNamed, sectionNamed } from '@/lib/forms/definition';
import { regionsSeen } from '@/lib/forms/not-for-us';
import type { Input, Question } from '@/lib/forms/question';
import { isRequired } from '@/lib/forms/shown';
import { messagesAllowMail } from '@/lib/notices/may-mail';
import { sayError, typingWords } from '../../words';
import { AnsweredBefore } from './answered-before';
import { BothVersions } from './both-versions';
import { loadPage } from './load-page';
import { MessagesSaid } from './messages-said';
import { PinOffer } from './pin-offer';
import { QuestionFields } from './question-fields';
import { QuestionTitle } from './question-title';
import { SkipOrKeep } from './skip-or-keep';
import { TypedElsewhere } from './typed-elsewhere';
import { WhereWeSeePeople } from './where-we-see-people';
import { WhyWeAsk } from './why-we-ask';

const CLASHES = ['no-number', 'call-not-allowed', 'text-not-allowed'] as const;

type Props = {
  params: Promise<{ section: string; page: string }>;
  searchParams: Promise<{ from?: string }>;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { section, page } = await params;
  const { position, errors } = await loadPage(section, page, (await searchParams)[FROM]);
  const [t, common] = await Promise.all([getTranslations('forms'), getTranslations('common')]);
  const title = t('title', { section, question: position });
  return { title: errors.length > 0 ? common('errorTitle', { title }) : title };
}

export default async function QuestionPage({ params, searchParams }: Props) {
  const { section, page: slug } = await params;
  const shown = await loadPage(section, slug, (await searchParams)[FROM]);
  const t = await getTranslations('forms');
  const { actor, page, position, of, before, answers, email } = shown;
  const messages = shown.errors.map((error) => ({ ...error, message: sayError(t, error) }));
  const byField = new Map(messages.map(({ field, message }) => [field, message]));
  const mayLeaveOut = page.questions.every((question) => !isRequired(question, answers));
  const skipping = shown.skipping && mayLeaveOut && !shown.overtaken;
  const given = page.questions.some(
    ({ id }) => (answers.get(id)?.state ?? 'not-answered') !== 'not-answered',
  );
  const place = slug === 'a8' || slug.startsWith('a8-') ? { country: countryOn(slug) } : null;
  // How they may be reached has a list of its own, and there they go back to.
  const from = shown.onlyToReach ? null : shown.from;
  const refused = shown.errors.map(({ reason }) => reason);
  const clash = CLASHES.find((each) => refused.includes(each)) ?? shown.clash;
  const here = `/forms/${section}`;
  const opening = sectionNamed(section)?.opening ? `${here}/start` : '/home';
  const stem = page.questions[0]?.stem;
  const notice = instrumentNamed(page.questions[0]?.instrument ?? '')?.notice;

  return (
    <ClientPage
      back={{
        href:
          backFrom(from) ?? (shown.onlyToReach ? '/home/reach' : before ? `${here}/${before.slug}` : opening),
        label: t('check.backToLast'),
      }}
      signedIn
    >
      <ErrorSummary
        errors={messages.map(({ field, reason, message }) => ({
          href: reason === 'newer-version' ? '#versions' : `#${field}`,
          message,
        }))}
      />
      <div className="-mb-3">
        <Caption>{t('caption', { section, question: position, of })}</Caption>
      </div>
      {shown.offersPin && <PinOffer here={`${here}/${slug}`} />}
      {shown.corrects && (
        <Notice kind="quiet">
          <p>{t('corrects')}</p>
        </Notice>
      )}
      {shown.overtaken && (
        <BothVersions page={page} answers={answers} from={from} action={`${here}/${slug}/save`} />
      )}
      <TypedElsewhere page={page} asides={shown.asides} from={from} action={`${here}/${slug}/elsewhere`} />
      <AnsweredBefore changed={shown.changed} />
      <form method="post" action={`${here}/${slug}/save`} noValidate>
        <MadeFor />
        {shown.revisions.map(({ id, revision }) => (
          <input key={id} type="hidden" name={`base-${id}`} value={revision} />
        ))}
        <input type="hidden" name={THIS_PAGE} value={shown.thisPage} />
        <input type="hidden" name={OPENED_ON} value={shown.openedOn} />
        {from && <input type="hidden" name={FROM} value={from} />}
        {clash && (
          <Notice kind="info" title={t(`clash.${clash}`)}>
            <p>
              {t.rich(`clash.choice.${clash}`, {
                a: (words) => <a href={clash === 'no-number' ? '/forms/2/a2' : '/forms/2/a3'}>{words}</a>,
              })}
            </p>
          </Notice>
        )}
        {slug === 'a4' && <MessagesSaid allowsMail={await messagesAllowMail(actor)} />}
        {place && <WhereWeSeePeople regions={await regionsSeen(actor)} country={place.country} />}
        {shown.fromPhone && (
          <Notice kind="info">
            <p>{t('fromPhone')}</p>
          </Notice>
        )}
        {stem && (
          <h1>
            <QuestionTitle title={stem} email={email} optional={mayLeaveOut} />
          </h1>
        )}
        {page.questions.map((question, index) => (
          <QuestionFields
            key={question.id}
            question={question}
            title={
              <QuestionTitle
                title={question.title}
                email={email}
                optional={!stem && !isRequired(question, answers)}
              />
            }
            heading={!stem && index === 0}
            values={shown.values}
            errors={byField}
          />
        ))}
        {page.questions.some(isWrittenFreely) && (
          <p className="max-w-line text-small text-ink-soft">
            {t.rich('notRead', { a: (words) => <a href="/urgent-help">{words}</a> })}
          </p>
        )}
        {shown.unsaved && !shown.overtaken && !skipping && messages.length === 0 && (
          <Notice kind="quiet">
            <p>{t('unsaved')}</p>
          </Notice>
        )}
        {page.questions.slice(0, 1).map((question) => (
          <div key={question.id} className="flex flex-col gap-1">
            <WhyWeAsk question={question} />
            <p className="text-small text-ink-soft">{t(`audience.${question.audience}`)}</p>
            {notice && <p className="max-w-line text-small text-ink-soft">{notice}</p>}
          </div>
        ))}
        {skipping ? (
          <SkipOrKeep />
        ) : (
          <ButtonRow>
            <Button name="intent" value="continue">
              {t('continue')}
            </Button>
            {mayLeaveOut && (
              <Button kind="secondary" name="intent" value="skip">
                {t(given ? 'leaveOut' : 'skip', { count: page.questions.length })}
              </Button>
            )}
          </ButtonRow>
        )}
        {!shown.corrects && (
          <div className="mt-3 text-center sm:-ms-[1.25em] sm:text-start">
            <Button kind="quiet" name="intent" value="later">
              {t('later')}
            </Button>
          </div>
        )}
        {hasTextBox(page.questions) && <KeepTyping words={await typingWords()} />}
      </form>
    </ClientPage>
  );
}

/** Where they came from; null where that is the page before. */
function backFrom(from: CameFrom | null): string | null {
  if (from === 'asked') return '/home/asked';
  return from ? '/forms/check' : null;
}

/** The country a page of regions belongs to; null for the question of the country itself. */
const countryOn = (slug: string): string | null => (slug === 'a8' ? null : slug.slice(3).toUpperCase());

/** Somebody may say here what nobody asked. */
const isWrittenFreely = ({ input, audience }: Question) =>
  input.kind === 'long-text' && audience === 'clinical';

/** Something is typed on this page, not only chosen. */
function hasTextBox(questions: readonly Question[]): boolean {
  return questions.some(({ input }) => {
    const inputs: readonly Input[] = input.kind === 'group' ? input.fields : [input];
    return inputs.some(
      ({ kind, ...one }) => ['text', 'long-text', 'date'].includes(kind) || 'ownWords' in one,
    );
  });
}
