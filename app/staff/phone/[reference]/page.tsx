// One who phoned: how it stands with the invitation, what was given, and sending it again or taking it back.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { StaffPage } from '@/components/staff-page';
import { BackLink } from '@/components/ui/back-link';
import { Button } from '@/components/ui/button';
import { Details } from '@/components/ui/details';
import { Notice } from '@/components/ui/notice';
import { SummaryList } from '@/components/ui/summary-list';
import { When } from '@/components/when';
import { invitationPage, PHONE } from '../addresses';
import { Said } from '../said';
import { loadInvitation } from './load-invitation';

type Props = {
  params: Promise<{ reference: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('phone.file'))('title') };
}

export default async function InvitationPage({ params, searchParams }: Props) {
  const { invitation, staff } = await loadInvitation((await params).reference);
  const { reference, name, startedBy, startedAt, invitedAt, arrivedAt, zone, file } = invitation;
  const t = await getTranslations('phone.file');
  const when = (at: Date) => <When at={at} zone={zone} />;
  return (
    <StaffPage active="phone" who={staff.name} roles={staff.roles}>
      <BackLink href={PHONE}>{t('back')}</BackLink>
      <Said query={await searchParams} />
      <h1>{t('title')}</h1>
      <SummaryList
        rows={[
          { label: t('who'), value: name },
          { label: t('startedBy'), value: startedBy },
          { label: t('startedAt'), value: when(startedAt) },
          { label: t('invitedAt'), value: when(invitedAt) },
          { label: t('arrivedAt'), value: arrivedAt ? when(arrivedAt) : t('notYet') },
        ]}
      />
      {file ? (
        <>
          <section aria-labelledby="given" className="flow min-w-0">
            <h2 id="given">{t('given')}</h2>
            <p className="max-w-line">{t('givenLead')}</p>
            <SummaryList
              rows={[
                { label: t('email'), value: <span className="wrap-anywhere">{file.email}</span> },
                ...file.given.map(({ label, lines }) => ({ label, value: lines.join('\n') })),
              ]}
            />
          </section>
          <p className="max-w-line">{t('booking')}</p>
          <form method="post" action={`${invitationPage(reference)}/send`}>
            <Button kind="secondary">{t('send')}</Button>
          </form>
          <Details summary={t('withdraw')}>
            <form
              method="post"
              action={`${invitationPage(reference)}/withdraw`}
              className="flex flex-col items-start gap-4"
            >
              <p className="max-w-line">{t('withdrawLead')}</p>
              <Button kind="danger">{t('withdrawConfirm')}</Button>
            </form>
          </Details>
        </>
      ) : (
        <Notice kind="quiet">{t('arrived')}</Notice>
      )}
    </StaffPage>
  );
}
