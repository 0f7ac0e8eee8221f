// A client's tasks: what is done, what comes next and why something has to wait; later, their appointment and their copies.
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { Facade } from '@/components/facade';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { ownAddress } from '@/lib/accounts/own-address';
import { requireClient } from '@/lib/accounts/require';
import { wrongTriesOf } from '@/lib/accounts/wrong-tries';
import { supportFacts } from '@/lib/forms/support-facts';
import { homeOf } from '@/lib/onboarding/home';
import { journeyOf, nextStep, type StepNow } from '@/lib/onboarding/journey';
import { AppointmentPart, CancelledPart } from './appointment-part';
import { ChangedDocuments } from './changed-documents';
import { EndedPart, SentOnce } from './ended-part';
import { EstimatePart } from './estimate-part';
import { CopiesPart, DeleteDraftPart, GettingInPart, NotesPart, ReachPart, SentPart } from './kept-parts';
import { KeptUntil } from './kept-until';
import { AskedNotice, DraftDeleted, HearFromUs, JustSigned, MeetOtherwise, MessagesNotice } from './notices';
import { RecoveryAsked } from './recovery-asked';
import { SecondKeyNotice, WayInChanged, WrongTriesNotice } from './second-key-notice';
import { nameOfStep, TaskList } from './task-list';
import { WaitlistNotice } from './waitlist-notice';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('home'))('title') };
}

const PARTS = ['before-booking', 'booking', 'before-session', 'sending'] as const;

export default async function HomePage({
  searchParams,
}: {
  searchParams: Promise<{
    first?: string;
    signed?: string;
    given?: string;
    deleted?: string;
    closed?: string;
  }>;
}) {
  const { actor, session } = await requireClient();
  const [t, home, { recovery }, tried, support, { first, signed, given, deleted, closed }] =
    await Promise.all([
      getTranslations('home'),
      homeOf(actor),
      ownAddress(actor),
      wrongTriesOf(actor, session),
      supportFacts(actor),
      searchParams,
    ]);
  if (home.facts.notForUs) redirect('/not-for-us');
  const steps = journeyOf(home.facts);
  const next = nextStep(home.facts);
  const asked = steps.find(({ step, state }) => step.id === first && state !== 'completed');
  const withdrewVideo = steps.some(
    ({ step, standing }) => step.document === 'video' && standing === 'withdrawn',
  );
  const counted = steps.filter(({ step }) => !step.optional);
  const part = (name: StepNow['step']['part']) => steps.filter(({ step }) => step.part === name);
  return (
    <ClientPage signedIn width="wide">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,31rem)_minmax(0,1fr)] lg:grid-rows-[auto_1fr]">
        <div className="flow">
          <h1>{t('heading')}</h1>
          {recovery && <RecoveryAsked what={recovery} />}
          {tried && <WrongTriesNotice tried={tried} zone={home.zone} />}
          {home.wayInChanged && <WayInChanged changed={home.wayInChanged} />}
          {home.justSigned?.slug === signed && home.justSigned && <JustSigned signed={home.justSigned} />}
          {deleted && <DraftDeleted butSign={deleted === 'but-sign'} />}
          {given && home.facts.sent && (
            <div role="status">
              <Notice kind="info">{t('given')}</Notice>
            </div>
          )}
          {home.asked && <AskedNotice />}
          <MessagesNotice messages={home.messages} />
          {support.about.length > 0 && !home.facts.ended && <HearFromUs facts={support} />}
          <WaitlistNotice home={home} />
          {home.facts.timeAsked === 'open' && !home.appointment && (
            <Notice kind="info" title={t('askedTitle')}>
              <p>{t(home.facts.sent ? 'askedSent' : 'asked')}</p>
            </Notice>
          )}
          {asked && <Notice kind="info">{t('first', { step: t(nameOfStep(asked.step.id)) })}</Notice>}
          <ChangedDocuments changed={home.changed} appointment={home.appointment} />
          {home.facts.ended && <EndedPart home={home} support={support} closed={closed !== undefined} />}
          {home.facts.ended ? null : home.facts.sent ? (
            <SentPart reference={home.reference} />
          ) : (
            <p className="max-w-line text-lead">{t('lead')}</p>
          )}
          {withdrewVideo && !home.facts.ended && <MeetOtherwise sent={home.facts.sent} phone={home.phone} />}
          {next ? (
            <p>
              {/* A time that is kept comes first. */}
              <ButtonLink href={next.path} kind={home.waitlist?.offer ? 'secondary' : 'primary'}>
                {t('next', { step: t(nameOfStep(next.id)) })}
              </ButtonLink>
            </p>
          ) : (
            !home.asked && !home.facts.ended && !home.waitlist?.offer && <p>{t('allDone')}</p>
          )}
          {home.secondKeyUrged && <SecondKeyNotice />}
        </div>
        <div className="flex flex-col gap-8 lg:row-span-2">
          <div className="mx-auto w-full max-w-[25rem] lg:me-0">
            {!home.facts.ended && <Facade lit={counted.map(({ state }) => state === 'completed')} />}
          </div>
          {home.appointment && <AppointmentPart appointment={home.appointment} />}
          {/* The letter of somebody declined says it itself. */}
          {home.cancelled && home.facts.ended !== 'declined' && (
            <CancelledPart cancelled={home.cancelled} over={home.facts.ended !== null} />
          )}
          <EstimatePart costs={home.costs} />
        </div>
        <div className="flow">
          {home.facts.ended && <SentOnce />}
          {PARTS.map((name) => (
            <TaskList key={name} part={name} steps={part(name)} />
          ))}
          <KeptUntil until={home.draftUntil} />
          {home.reference && <ReachPart messages={home.messages} />}
          <NotesPart count={home.notes} />
          <CopiesPart copies={home.copies} />
          <GettingInPart />
          {home.reference && !home.facts.sent && !home.facts.ended && <DeleteDraftPart />}
        </div>
      </div>
    </ClientPage>
  );
}
