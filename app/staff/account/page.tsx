// A member of staff's own account: who they are here, how they get in, and where they are signed in.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AlertNotice } from '@/components/alert-notice';
import { StaffPage } from '@/components/staff-page';
import { Notice } from '@/components/ui/notice';
import { SummaryList } from '@/components/ui/summary-list';
import { formDraft } from '@/lib/accounts/form-draft';
import { ownKeys } from '@/lib/accounts/own-keys';
import { ownSessions } from '@/lib/accounts/own-sessions';
import { requireStaff } from '@/lib/accounts/require';
import { problemOf } from './own-page';
import { SecondStep } from './second-step';
import { Sessions } from './sessions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ownAccount'))('title') };
}

const DONE = ['passkey', 'removed', 'app', 'ended'] as const;

type Props = { searchParams: Promise<{ done?: string | string[] }> };

export default async function AccountPage({ searchParams }: Props) {
  const self = await requireStaff();
  const { actor, staff } = self;
  const [keys, sessions, { done }, draft] = [
    await ownKeys(actor),
    await ownSessions(self),
    await searchParams,
    await formDraft(actor, 'staff/account'),
  ];
  const [t, roles] = [await getTranslations('ownAccount'), await getTranslations('team.role')];
  const [known, problem] = [DONE.find((each) => each === done), await problemOf(draft)];
  return (
    <StaffPage who={staff.name} roles={staff.roles}>
      {problem && <AlertNotice>{problem.message}</AlertNotice>}
      {known && !problem && (
        <div role="status">
          <Notice kind="info">{t(`done.${known}`)}</Notice>
        </div>
      )}
      <h1>{t('title')}</h1>
      <p className="max-w-line">{t('lead')}</p>
      <SummaryList
        rows={[
          { label: t('name'), value: staff.name },
          ...(keys.credential ? [{ label: t('credential'), value: keys.credential }] : []),
          { label: t('email'), value: <span className="wrap-anywhere">{keys.email}</span> },
          { label: t('roles'), value: staff.roles.map((role) => roles(`${role}.name`)).join(', ') },
        ]}
      />
      <SecondStep keys={keys} />
      <Sessions sessions={sessions} zone={keys.zone} />
    </StaffPage>
  );
}
