// A client waits for a time that suits them: says which would, sees what is kept for them, and leaves when they like.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Notice } from '@/components/ui/notice';
import { isToldOfAppointments } from '@/lib/notices/told-by-mail';
import { type Query, readQuery } from '../query';
import { loadWaiting } from './load-waiting';
import { Place } from './place';
import { waitingErrors } from './waiting-errors';
import { WishesForm } from './wishes-form';

type Props = { searchParams: Promise<Query> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { draft } = await loadWaiting(readQuery(await searchParams).zone);
  const [t, common] = [await getTranslations('waitlist.own'), await getTranslations('common')];
  return { title: draft?.errors.length ? common('errorTitle', { title: t('title') }) : t('title') };
}

export default async function WaitingPage({ searchParams }: Props) {
  const query = await searchParams;
  const { actor, choices, draft } = await loadWaiting(readQuery(query).zone);
  const t = await getTranslations('waitlist.own');
  const errors = waitingErrors(t, draft);
  const { waitlist } = choices;
  const writes = !waitlist || query.change === 'yes' || Object.keys(errors).length > 0;
  if (!writes) {
    return (
      <ClientPage back={{ href: '/home', label: t('backHome') }} signedIn>
        <h1>{t(waitlist.offer ? 'offer' : 'waits')}</h1>
        {query.gone === 'yes' && !waitlist.offer && (
          <Notice kind="info" title={t('gone')}>
            <p>{t('goneSays')}</p>
          </Notice>
        )}
        <Place waitlist={waitlist} choices={choices} />
      </ClientPage>
    );
  }
  const told = await isToldOfAppointments(actor);
  return (
    <ClientPage
      back={
        waitlist
          ? { href: '/schedule/waiting', label: t('backToList') }
          : { href: '/schedule', label: t('back') }
      }
      signedIn
    >
      <ErrorSummary
        errors={Object.entries(errors).map(([field, message]) => ({ href: `#${field}`, message }))}
      />
      <h1>{t('title')}</h1>
      {query.left === 'yes' && !waitlist && (
        <Notice kind="info" title={t('left')}>
          {null}
        </Notice>
      )}
      <p className="text-lead">{t('lead')}</p>
      <p>{t(told ? 'mail' : 'noMail')}</p>
      <WishesForm choices={choices} whom={readQuery(query).with} typed={draft?.values} errors={errors} />
    </ClientPage>
  );
}
