// A member of staff's own account: who they are here, how they get in, and where they are signed in.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AlertNotice } from '@/components/alert-notice';
import { DoneNotice } from '@/components/done-notice';
import { StaffPage } from '@/components/staff-page';
import { SummaryList } from '@/components/ui/summary-list';
import { ownKeys } from '@/lib/accounts/own-keys';
import { ownSessions } from '@/lib/accounts/own-sessions';
import { requireStaff } from '@/lib/accounts/require';
import { problemNamed } from './own-page';
import { SecondStep } from './second-step';
import { Sessions } from './sessions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ownAccount'))('title') };
}

const DONE = ['passkey', 'removed', 'app', 'ended'] as const;

type Said = string | string[];
type Props = { searchParams: Promise<{ done?: Said; problem?: Said }> };

export default async function AccountPage({ searchParams }: Props) {
  const self = await requireStaff();
  const { actor, staff } = self;
  const [keys, sessions, query] = [await ownKeys(actor), await ownSessions(self), await searchParams];
  const [t, roles] = [await getTranslations('ownAccount'), await getTranslations('team.role')];
  const [known, problem] = [DONE.find((each) => each === query.done), await problemNamed(query.problem)];
  return (
    <StaffPage who={staff.name} roles={staff.roles}>
      {problem && <AlertNotice>{problem}</AlertNotice>}
      {known && !problem && <DoneNotice>{t(`done.${known}`)}</DoneNotice>}
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
