// One colleague: how they stand and get in, what they are here, and everything an admin may change of it.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NotSaved } from '@/components/not-saved';
import { StaffPage } from '@/components/staff-page';
import { BackLink } from '@/components/ui/back-link';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/choices';
import { ErrorSummary } from '@/components/ui/error-summary';
import { SummaryList } from '@/components/ui/summary-list';
import { stampOfLeaves } from '@/lib/review/what-they-leave';
import { colleaguePage, TEAM } from '../addresses';
import { ColleagueFields, colleagueErrors } from '../colleague-fields';
import { Leaves } from '../leaves';
import { Changes, LastSignedIn, Standing, WayIn } from '../person-in-words';
import { Said, type SaidQuery } from '../said';
import { Access } from './access';
import { type LoadedColleague, loadColleague } from './load-colleague';

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<SaidQuery> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { draft } = await loadColleague((await params).reference);
  const [t, common] = [await getTranslations('team.person'), await getTranslations('common')];
  return { title: draft?.errors.length ? common('errorTitle', { title: t('title') }) : t('title') };
}

export default async function ColleaguePage({ params, searchParams }: Props) {
  const loaded = await loadColleague((await params).reference);
  const { staff, colleague, draft } = loaded;
  const t = await getTranslations('team');
  const { zone } = colleague;
  return (
    <StaffPage active="team" who={staff.name} roles={staff.roles}>
      <BackLink href={TEAM}>{t('title')}</BackLink>
      <ErrorSummary
        errors={colleagueErrors(draft, t).map(({ field, message }) => ({ href: `#${field}`, message }))}
      />
      <Said query={await searchParams} draft={draft} />
      <h1>{colleague.name}</h1>
      <SummaryList
        rows={[
          { label: t('person.email'), value: <span className="wrap-anywhere">{colleague.email}</span> },
          { label: t('head.standing'), value: <Standing standing={colleague.standing} /> },
          { label: t('head.wayIn'), value: <WayIn {...colleague} /> },
          {
            label: t('head.signedIn'),
            value: <LastSignedIn signedInAt={colleague.signedInAt} zone={zone} />,
          },
        ]}
      />
      <div className="grid gap-x-10 gap-y-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <WhatTheyAre {...loaded} />
        <div className="flow min-w-0">
          <Access {...loaded} />
          <section aria-labelledby="lately" className="flow">
            <h2 id="lately">{t('lately')}</h2>
            <Changes changes={colleague.changes} zone={zone} />
          </section>
        </div>
      </div>
    </StaffPage>
  );
}

async function WhatTheyAre({ colleague, draft, byRoles, self }: LoadedColleague) {
  const t = await getTranslations('team');
  const asks = draft?.errors.some(({ reason }) => reason === 'leaves-something');
  return (
    <section aria-labelledby="what" className="flow min-w-0">
      <h2 id="what">{t('person.what')}</h2>
      {self && <p className="max-w-line">{t('person.self')}</p>}
      {draft && <NotSaved action={`${colleaguePage(colleague.reference)}/save`} />}
      <form
        method="post"
        action={`${colleaguePage(colleague.reference)}/save`}
        noValidate
        className="flex max-w-page flex-col items-start gap-5"
      >
        <ColleagueFields draft={draft} stands={colleague} />
        {asks && (
          <section aria-labelledby="behind" className="flow w-full rounded-soft border-2 border-warn p-4">
            <h3 id="behind">{t('leaves.title', { name: colleague.name })}</h3>
            <p className="max-w-line">{t('leaves.byRoles')}</p>
            <Leaves leaves={byRoles} zone={colleague.zone} />
            <Checkbox name="left" value={stampOfLeaves(byRoles)} label={t('leaves.agree')} />
          </section>
        )}
        <Button>{t('person.save')}</Button>
      </form>
      {colleague.hours && (
        <>
          <h2>{t('person.hours')}</h2>
          <p className="max-w-line">
            {t.rich('person.hoursLead', {
              hours: (chunks) => <a href={`/staff/availability/${colleague.hours}`}>{chunks}</a>,
            })}
          </p>
        </>
      )}
    </section>
  );
}
