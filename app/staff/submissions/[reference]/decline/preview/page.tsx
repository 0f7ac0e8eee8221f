// The letter exactly as it will be read, and all that happens with it, before any of it does.
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { AlertNotice } from '@/components/alert-notice';
import { LetterView } from '@/components/letter-view';
import { ReachClinic } from '@/components/reach-clinic';
import { StaffPage } from '@/components/staff-page';
import { BackLink } from '@/components/ui/back-link';
import { Bullets } from '@/components/ui/bullets';
import { Button, ButtonLink, ButtonRow } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { fieldsOf, pairsOf } from '@/lib/accounts/typed-again';
import { letterPreview } from '@/lib/notices/letter-preview';
import { letterTyped } from '@/lib/review/letter-typed';
import { instantInWords } from '@/lib/scheduling/time-in-words';
import { declinePage } from '../addresses';
import { problemNamed } from '../errors';
import { loadDecline } from '../load-decline';

type Props = {
  params: Promise<{ reference: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('endings.decline.preview'))('title') };
}

export default async function PreviewPage({ params, searchParams }: Props) {
  const { actor, staff, file, draft } = await loadDecline((await params).reference);
  const write = declinePage(file.reference);
  const typed = draft && letterTyped(fieldsOf(draft), file.places);
  // Nothing whole was written, or it can't be sent now: the page before says why.
  if (!draft || !typed?.ok || !file.open || file.redNotSeen) redirect(write);
  const problem = problemNamed((await searchParams).problem);
  const [t, below, words, reasons, locale] = await Promise.all([
    getTranslations('endings.decline.preview'),
    getTranslations('endings.letter'),
    getTranslations('endings.decline'),
    getTranslations('endings.reason'),
    getLocale(),
  ]);
  const mail = await letterPreview(actor, file.reference);
  const { letter, reason } = typed;
  const [time] = file.times;
  const kind = letter.places.length > 0 ? 'referred' : 'declined';
  const happens = [
    t('status', { kind, reason: reasons(reason) }),
    ...file.times.map(({ startsAt, with: name }) =>
      t('time', { when: instantInWords(startsAt, file.clinic.zone, locale), name }),
    ),
    ...(file.times.length === 0 ? [t('noTime')] : []),
    ...(file.waits ? [t('waiting')] : []),
    ...(file.asked ? [t('asked')] : []),
    t('closed'),
    ...(mail ? [] : [t('noMail')]),
  ];
  return (
    <StaffPage active="queue" who={staff.name} roles={staff.roles}>
      <BackLink href={write}>{t('change')}</BackLink>
      {problem && <AlertNotice>{words(`problem.${problem}`)}</AlertNotice>}
      <h1>{t('title')}</h1>
      <p className="max-w-line">{t('lead')}</p>
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,34rem)]">
        <section aria-labelledby="what" className="flow min-w-0">
          <h2 id="what">{t('what')}</h2>
          <Bullets items={happens} />
          {file.leaves && <Notice kind="info">{t('leaves')}</Notice>}
          {file.redOpen && <Notice kind="urgent">{t('redOpen')}</Notice>}
          {mail && (
            <>
              <p>{t('mail')}</p>
              <div className="flow max-w-line rounded-soft border border-line bg-surface p-5">
                <p className="font-semibold">{mail.subject}</p>
                <p className="wrap-anywhere whitespace-pre-line">{mail.text.trim()}</p>
              </div>
            </>
          )}
          <form method="post" action={`${write}/confirm`}>
            {pairsOf(draft).map(([name, value]) => (
              <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
            ))}
            <input type="hidden" name="shown" value={file.shown} />
            <ButtonRow>
              <Button>{t('send')}</Button>
              <ButtonLink kind="secondary" href={write}>
                {t('change')}
              </ButtonLink>
            </ButtonRow>
          </form>
        </section>
        <section aria-labelledby="letter" className="min-w-0">
          <h2 id="letter">{t('letter')}</h2>
          <div className="flow mt-3 rounded-soft border border-line bg-ground p-5">
            <LetterView
              level={3}
              letter={{
                ...letter,
                time: time ?? null,
                ...{ country: file.country, clinic: file.clinic },
              }}
            />
            <h3>{below('question')}</h3>
            <p>{below('questionSays')}</p>
            <ReachClinic clinic={file.clinic} />
          </div>
        </section>
      </div>
    </StaffPage>
  );
}
