// The words before a sensitive section: what it asks, how long it is, that all of it may be skipped, and who is told what.

import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { ClinicHours } from '@/components/clinic-hours';
import { MadeFor } from '@/components/made-for';
import { Button, ButtonLink, ButtonRow } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { hoursOfClinic } from '@/lib/clinic/hours-of-clinic';
import { withLength } from '@/lib/forms/section-length';
import { sectionToOpen } from '@/lib/forms/section-to-open';
import { sectionsToCheck } from '@/lib/forms/sections-to-check';
import { requireFormsOpen } from '../../guard';
import { UnsavedWords, unsavedIn } from '../../unsaved-words';

type Props = { params: Promise<{ section: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('forms');
  return { title: t('openingTitle', { section: (await params).section }) };
}

export default async function SectionOpening({ params }: Props) {
  const { section: number } = await params;
  const { actor } = await requireFormsOpen(`/forms/${number}/start`);
  const found = (await sectionToOpen(actor, number)) ?? notFound();
  const { section, first, sent } = found;
  if (sent) redirect(`/forms/${number}/check`);
  const opening = section.opening ?? notFound();
  const t = await getTranslations('forms');
  const { sections } = await sectionsToCheck(actor, number);
  const hasUnsaved = sections.some(({ answers }) => unsavedIn(answers).length > 0);
  const hours = opening.withHours ? await hoursOfClinic(actor) : null;
  return (
    <ClientPage
      back={{ href: '/home', label: t('backToTasks') }}
      caption={t('sectionCaption', { section: number })}
      signedIn
    >
      <h1>{opening.title}</h1>
      {opening.text.map((paragraph) => (
        <p key={paragraph} className="max-w-line">
          {withLength(paragraph, section.questions)}
        </p>
      ))}
      {hours && (
        <section>
          <h2>{t('opening.hours')}</h2>
          <ClinicHours {...hours} />
          <p className="max-w-line">{t('opening.hoursSays')}</p>
          <Notice kind="info">
            <p>{t.rich('opening.urgent', { help: (words) => <a href="/urgent-help">{words}</a> })}</p>
          </Notice>
        </section>
      )}
      <form method="post" action={`/forms/${number}/start/skip`}>
        <MadeFor />
        {hasUnsaved ? (
          <UnsavedWords sections={sections} without={t('unsavedWords.skip')} />
        ) : (
          <ButtonRow>
            <ButtonLink href={`/forms/${number}/${first}`}>{t('opening.start')}</ButtonLink>
            <Button kind="quiet">{t('opening.skipAll')}</Button>
          </ButtonRow>
        )}
      </form>
    </ClientPage>
  );
}
