// What somebody left who works here no more: for whoever takes it over, until nothing of it is left.
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { StaffPage } from '@/components/staff-page';
import { BackLink } from '@/components/ui/back-link';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { When } from '@/components/when';
import { requireStaff } from '@/lib/accounts/require';
import { readHandover } from '@/lib/review/handover';
import { leavesNothing } from '@/lib/review/what-they-leave';
import { leftPage } from '../../addresses';
import { Leaves } from '../../leaves';
import { Said, type SaidQuery } from '../../said';

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<SaidQuery> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('team.handover'))('title') };
}

export default async function LeftPage({ params, searchParams }: Props) {
  const { actor, staff } = await requireStaff();
  const found = await readHandover(actor, (await params).reference);
  if (!found) notFound();
  const { name, reference, leaves, dueAt, zone } = found;
  const t = await getTranslations('team');
  return (
    <StaffPage active="tasks" who={staff.name} roles={staff.roles}>
      <BackLink href="/staff/tasks">{t('handover.back')}</BackLink>
      <Said query={await searchParams} />
      <h1>{t('leaves.title', { name })}</h1>
      {leavesNothing(leaves) ? (
        <>
          <Notice kind="info">{t('handover.nothing')}</Notice>
          <form method="post" action={`${leftPage(reference)}/done`}>
            <Button>{t('handover.submit')}</Button>
          </form>
        </>
      ) : (
        <>
          <p className="max-w-line">
            {t.rich('handover.lead', { when: () => <When at={dueAt} zone={zone} /> })}
          </p>
          <Leaves leaves={leaves} zone={zone} />
        </>
      )}
    </StaffPage>
  );
}
