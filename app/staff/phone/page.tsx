// Somebody who phones: who was started and has not come yet, and where the next one is.
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { StaffPage } from '@/components/staff-page';
import { ButtonLink, ButtonRow } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { When } from '@/components/when';
import { requireStaff } from '@/lib/accounts/require';
import { MAY_INVITE } from '@/lib/review/phone-intake';
import { type InvitedPerson, readInvitations } from '@/lib/review/phone-intakes';
import { invitationPage, START } from './addresses';
import { Said } from './said';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('phone.list'))('title') };
}

export default async function PhonePage({ searchParams }: Props) {
  const { actor, staff } = await requireStaff(...MAY_INVITE);
  const { people, zone } = (await readInvitations(actor)) ?? notFound();
  const t = await getTranslations('phone.list');
  return (
    <StaffPage active="phone" who={staff.name} roles={staff.roles}>
      <Said query={await searchParams} />
      <h1>{t('title')}</h1>
      <p className="max-w-line">{t('lead')}</p>
      <ButtonRow>
        <ButtonLink href={START}>{t('start')}</ButtonLink>
      </ButtonRow>
      <section aria-labelledby="invited" className="flow min-w-0">
        <h2 id="invited">{t('invited')}</h2>
        {people.length > 0 ? (
          <Invited people={people} zone={zone} />
        ) : (
          <Notice kind="quiet" title={t('none')}>
            <p>{t('noneNext')}</p>
          </Notice>
        )}
      </section>
    </StaffPage>
  );
}

async function Invited({ people, zone }: { people: InvitedPerson[]; zone: string }) {
  const t = await getTranslations('phone.list');
  return (
    <Table
      caption={t('table')}
      captionHidden
      head={(['who', 'state', 'startedAt', 'startedBy', 'open'] as const).map((head) => t(`head.${head}`))}
      rows={people.map(({ reference, name, arrivedAt, startedAt, startedBy }) => [
        name,
        <Tag key="state" tone={arrivedAt ? 'done' : 'active'}>
          {t(arrivedAt ? 'arrived' : 'waits')}
        </Tag>,
        <When key="when" at={startedAt} zone={zone} />,
        startedBy,
        <a key="open" href={invitationPage(reference)} className="font-semibold">
          {t('openOne')}
          <span className="sr-only"> {t('openHidden', { who: name })}</span>
        </a>,
      ])}
    />
  );
}
