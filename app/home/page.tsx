// A client's tasks: what is done, what comes next and why something has to wait; later, their appointment and their copies.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Facade } from '@/components/arch';
import { ClientPage } from '@/components/client-page';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { ownAddress } from '@/lib/accounts/own-address';
import { requireClient } from '@/lib/accounts/require';
import { homeOf } from '@/lib/onboarding/home';
import { journeyOf, nextStep, type StepNow } from '@/lib/onboarding/journey';
import { AddressPart, RecoveryAsked } from './address-part';
import { AppointmentPart, CopiesPart, SentPart } from './parts';
import { nameOfStep, TaskList } from './task-list';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('home'))('title') };
}

const PARTS = ['before-booking', 'booking', 'before-session'] as const;

export default async function HomePage({ searchParams }: { searchParams: Promise<{ first?: string }> }) {
  const { actor } = await requireClient();
  const [t, home, { recovery }, { first }] = await Promise.all([
    getTranslations('home'),
    homeOf(actor),
    ownAddress(actor),
    searchParams,
  ]);
  const steps = journeyOf(home.facts);
  const next = nextStep(home.facts);
  const asked = steps.find(({ step }) => step.id === first && step !== undefined);
  const counted = steps.filter(({ step }) => !step.optional);
  const part = (name: StepNow['step']['part']) => steps.filter(({ step }) => step.part === name);
  return (
    <ClientPage signedIn>
      <h1>{home.facts.sent ? t('headingAfter') : t('heading')}</h1>
      {recovery && <RecoveryAsked />}
      {asked && asked.state !== 'completed' && (
        <Notice kind="info">{t('first', { step: t(nameOfStep(asked.step.id)) })}</Notice>
      )}
      <Facade lit={counted.filter(({ state }) => state === 'completed').length} of={counted.length} />
      {home.facts.sent ? <SentPart reference={home.reference} /> : <p className="text-lead">{t('lead')}</p>}
      {next ? (
        <p>
          <ButtonLink href={next.path}>{t('next', { step: t(nameOfStep(next.id)) })}</ButtonLink>
        </p>
      ) : (
        <p>{t('allDone')}</p>
      )}
      {home.appointment && <AppointmentPart appointment={home.appointment} />}
      {PARTS.map((name) => (
        <TaskList key={name} part={name} steps={part(name)} />
      ))}
      <CopiesPart copies={home.copies} />
      <AddressPart />
    </ClientPage>
  );
}
