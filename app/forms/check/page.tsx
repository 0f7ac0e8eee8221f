// Everything a client gave, before they send it; afterwards a copy for them to keep.

import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { ClientPage } from '@/components/client-page';
import { MadeFor } from '@/components/made-for';
import { Button, ButtonLink, ButtonRow } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Tag } from '@/components/ui/tag';
import { hoursOfClinic } from '@/lib/clinic/hours-of-clinic';
import { isDone } from '@/lib/forms/section-done';
import { sectionsToCheck } from '@/lib/forms/sections-to-check';
import { dayInWords } from '@/lib/scheduling/time-in-words';
import { AnswerRows } from '../answer-rows';
import { requireFormsOpen } from '../guard';
import { UnsavedWords, unsavedIn } from '../unsaved-words';

const load = cache(async () => {
  const { actor } = await requireFormsOpen('/forms/check');
  const checked = await sectionsToCheck(actor);
  if (checked.intake?.notForUsAt) redirect('/not-for-us');
  return { ...checked, zone: (await hoursOfClinic(actor)).zone };
});

const TONES = { done: 'done', left: 'neutral', 'in-progress': 'active', 'not-started': 'todo' } as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('forms.send');
  return { title: (await load()).sent ? t('copyTitle') : t('title') };
}

export default async function CheckEverythingPage({
  searchParams,
}: {
  searchParams: Promise<{ changed?: string }>;
}) {
  const { sections, sent, ended, intake, zone } = await load();
  const { changed } = await searchParams;
  const [t, forms, locale] = await Promise.all([
    getTranslations('forms.send'),
    getTranslations('forms'),
    getLocale(),
  ]);
  const hasUnsaved = sections.some(({ answers }) => unsavedIn(answers).length > 0);
  const unfinished = sections.filter(({ state }) => !isDone(state));
  return (
    <ClientPage back={{ href: '/home', label: forms('backToTasks') }} width="wide" signedIn>
      <h1>{sent ? t('copyHeading') : t('heading')}</h1>
      {changed && sent && (
        <div role="status">
          <Notice kind="info">{t('corrected')}</Notice>
        </div>
      )}
      <p className="max-w-line">{sent ? t('copyLead') : t('lead')}</p>
      {sent && intake?.submittedAt && (
        <p>
          {t('sentOn', {
            date: dayInWords(intake.submittedAt, zone, locale, true),
            reference: intake.reference,
          })}
        </p>
      )}
      {sent && (
        <>
          {!ended && <p className="max-w-line">{t('correct')}</p>}
          <ButtonRow>
            <ButtonLink href="/forms/sent/copy.pdf" kind="secondary">
              {t('pdf')}
            </ButtonLink>
          </ButtonRow>
        </>
      )}
      {!sent && unfinished.length > 0 && (
        <Notice kind="info">
          <p>{t('open')}</p>
        </Notice>
      )}
      {sections.map(({ number, title, state, answers, notAsked }) => (
        <section key={number} aria-labelledby={`section-${number}`}>
          <h2 id={`section-${number}`} className="flex flex-wrap items-center gap-3">
            {`${number}. ${title}`}
            {!sent && <Tag tone={TONES[state]}>{t(`state.${state}`)}</Tag>}
          </h2>
          {!sent && !isDone(state) && (
            <p>
              <a href={`/forms/${number}/1`}>{t('finish', { section: number })}</a>
            </p>
          )}
          <AnswerRows answers={answers} section={number} from={sent ? 'sent' : 'everything'} fixed={ended} />
          {notAsked.length > 0 && (
            <p className="mt-2 text-small text-ink-soft">
              {forms('check.notAsked', { names: notAsked.join(', ') })}
            </p>
          )}
        </section>
      ))}
      {!sent && (
        <form method="post" action="/forms/check/send">
          <MadeFor />
          <p className="max-w-line">{t('what')}</p>
          {hasUnsaved ? (
            <UnsavedWords sections={sections} from="everything" without={forms('unsavedWords.send')} />
          ) : (
            <ButtonRow>
              <Button>{t('button')}</Button>
            </ButtonRow>
          )}
        </form>
      )}
    </ClientPage>
  );
}
