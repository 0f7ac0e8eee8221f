// Everything a client gave, before they send it; afterwards a copy for them to keep.
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { ClientPage } from '@/components/client-page';
import { Button, ButtonRow } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Tag } from '@/components/ui/tag';
import { hoursOfClinic } from '@/lib/clinic/hours-of-clinic';
import { sectionsToCheck } from '@/lib/forms/sections-to-check';
import { dayInWords } from '@/lib/scheduling/time-in-words';
import { AnswerRows } from '../answer-rows';
import { requireFormsOpen } from '../guard';

const load = cache(async () => {
  const { actor } = await requireFormsOpen('/forms/check');
  const checked = await sectionsToCheck(actor);
  if (checked.intake?.notForUsAt) redirect('/not-for-us');
  return { ...checked, zone: (await hoursOfClinic(actor)).zone };
});

const TONES = { done: 'done', 'in-progress': 'active', 'not-started': 'todo' } as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('forms.send');
  return { title: (await load()).sent ? t('copyTitle') : t('title') };
}

export default async function CheckEverythingPage() {
  const { sections, sent, intake, zone } = await load();
  const [t, forms, locale] = await Promise.all([
    getTranslations('forms.send'),
    getTranslations('forms'),
    getLocale(),
  ]);
  const unfinished = sections.filter(({ state }) => state !== 'done');
  return (
    <ClientPage back={{ href: '/home', label: forms('backToTasks') }} width="wide" signedIn>
      <h1>{sent ? t('copyHeading') : t('heading')}</h1>
      <p className="max-w-line">{sent ? t('copyLead') : t('lead')}</p>
      {sent && intake?.submittedAt && (
        <p>
          {t('sentOn', {
            date: dayInWords(intake.submittedAt, zone, locale, true),
            reference: intake.reference,
          })}
        </p>
      )}
      {!sent && unfinished.length > 0 && (
        <Notice kind="info">
          <p>{t('open')}</p>
        </Notice>
      )}
      {sections.map(({ section, state, answers }) => (
        <section key={section.number} aria-labelledby={`section-${section.number}`}>
          <h2 id={`section-${section.number}`} className="flex flex-wrap items-center gap-3">
            {`${section.number}. ${section.title}`}
            {!sent && <Tag tone={TONES[state]}>{t(`state.${state}`)}</Tag>}
          </h2>
          {!sent && state !== 'done' && (
            <p>
              <a href={`/forms/${section.number}/1`}>{t('finish', { section: section.number })}</a>
            </p>
          )}
          <AnswerRows answers={answers} section={sent ? null : section.number} everything />
        </section>
      ))}
      {!sent && (
        <form method="post" action="/forms/check/send">
          <p className="max-w-line">{t('what')}</p>
          <ButtonRow>
            <Button>{t('button')}</Button>
          </ButtonRow>
        </form>
      )}
    </ClientPage>
  );
}
