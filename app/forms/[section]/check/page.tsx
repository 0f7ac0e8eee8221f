// The end of a section: every answer once more, each with a way to change it, before it counts as done.

import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { MadeFor } from '@/components/made-for';
import { Button, ButtonLink, ButtonRow } from '@/components/ui/button';
import { Caption } from '@/components/ui/caption';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Notice } from '@/components/ui/notice';
import { AnswerRows } from '../../answer-rows';
import { UnsavedWords, unsavedIn } from '../../unsaved-words';
import { sayError } from '../../words';
import { loadSection } from './load-section';

type Props = { params: Promise<{ section: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { section } = await params;
  const { errors } = await loadSection(section);
  const [t, common] = await Promise.all([getTranslations('forms'), getTranslations('common')]);
  const title = t('checkTitle', { section });
  return { title: errors.length > 0 ? common('errorTitle', { title }) : title };
}

export default async function CheckSectionPage({ params }: Props) {
  const { section: number } = await params;
  const { title, opens, answers, notAsked, asksAboutNotes, sent, errors } = await loadSection(number);
  const t = await getTranslations('forms');
  const nothing = answers.every(({ state, missing }) => state !== 'answered' && !missing);
  // What is missing is answered on its own page.
  const pageOf = (id: string) =>
    `/forms/${number}/${answers.find(({ question }) => question.id === id)?.page ?? '1'}`;
  const last = opens && nothing ? 'start' : (answers.findLast(({ page }) => page !== null)?.page ?? '1');
  return (
    <ClientPage
      back={
        sent
          ? { href: '/home', label: t('backToTasks') }
          : { href: `/forms/${number}/${last}`, label: t('check.backToLast') }
      }
      width="wide"
      signedIn
    >
      <ErrorSummary
        errors={errors.map((error) => ({ href: pageOf(error.field), message: sayError(t, error) }))}
      />
      <div className="-mb-3">
        <Caption>{`${t('sectionCaption', { section: number })}: ${title}`}</Caption>
      </div>
      <h1>{sent ? t('send.copyHeading') : t('check.heading')}</h1>
      <p className="max-w-line">
        {sent
          ? t.rich('check.leadSent', { a: (words) => <a href="/forms/check">{words}</a> })
          : t('check.lead')}
      </p>
      {nothing && !sent && unsavedIn(answers).length === 0 && (
        <Notice kind="info">
          <p>{t('check.emptySection')}</p>
        </Notice>
      )}
      <AnswerRows answers={answers} section={number} from={sent ? 'sent' : null} />
      {notAsked.length > 0 && (
        <p className="text-small text-ink-soft">{t('check.notAsked', { names: notAsked.join(', ') })}</p>
      )}
      {/* K7 is answered among the notes themselves, one by one. */}
      {asksAboutNotes && (
        <p className="max-w-line">
          {t.rich('check.notes', { notes: (words) => <a href="/home/reflections">{words}</a> })}
        </p>
      )}
      {sent ? (
        <ButtonLink href="/home" kind="secondary">
          {t('backToTasks')}
        </ButtonLink>
      ) : (
        <form method="post" action={`/forms/${number}/check/confirm`}>
          <MadeFor />
          {unsavedIn(answers).length > 0 ? (
            <UnsavedWords sections={[{ number, answers }]} without={t('unsavedWords.confirm')} />
          ) : (
            <ButtonRow>
              <Button>{t('check.confirm')}</Button>
              <ButtonLink href="/home" kind="quiet">
                {t('backToTasks')}
              </ButtonLink>
            </ButtonRow>
          )}
        </form>
      )}
    </ClientPage>
  );
}
