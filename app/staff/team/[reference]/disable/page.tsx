// Before a colleague is shut out: what ends at once, and what of theirs has to go into other hands.
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { StaffPage } from '@/components/staff-page';
import { BackLink } from '@/components/ui/back-link';
import { Button, ButtonLink, ButtonRow } from '@/components/ui/button';
import { leavesNothing, stampOfLeaves } from '@/lib/review/what-they-leave';
import { colleaguePage, disablePage, withProblem } from '../../addresses';
import { Leaves } from '../../leaves';
import { Said, type SaidQuery } from '../../said';
import { loadColleague } from '../load-colleague';

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<SaidQuery> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('team.disable'))('title') };
}

export default async function DisablePage({ params, searchParams }: Props) {
  const { staff, colleague, self } = await loadColleague((await params).reference);
  const { reference, name, leaves, zone, standing } = colleague;
  if (self) redirect(withProblem(colleaguePage(reference), 'yourself'));
  if (standing === 'disabled') redirect(colleaguePage(reference));
  const t = await getTranslations('team');
  return (
    <StaffPage active="team" who={staff.name} roles={staff.roles}>
      <BackLink href={colleaguePage(reference)}>{name}</BackLink>
      <Said query={await searchParams} />
      <h1>{t('disable.heading', { name })}</h1>
      <p className="max-w-line">{t('disable.lead')}</p>
      <h2>{t('leaves.title', { name })}</h2>
      {leavesNothing(leaves) ? (
        <p>{t('leaves.nothing')}</p>
      ) : (
        <>
          <p className="max-w-line">{t('leaves.lead')}</p>
          <Leaves leaves={leaves} zone={zone} />
        </>
      )}
      <form method="post" action={`${disablePage(reference)}/confirm`}>
        <input type="hidden" name="left" value={stampOfLeaves(leaves)} />
        <ButtonRow>
          <Button kind="danger">{t('disable.submit')}</Button>
          <ButtonLink kind="quiet" href={colleaguePage(reference)}>
            {t('disable.no')}
          </ButtonLink>
        </ButtonRow>
      </form>
    </StaffPage>
  );
}
