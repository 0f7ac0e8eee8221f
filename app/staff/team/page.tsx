// Everybody who works here: what they are, how they stand, how they get in; and what was changed of it lately.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { StaffPage } from '@/components/staff-page';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Table } from '@/components/ui/table';
import { requireStaff } from '@/lib/accounts/require';
import { type Colleague, MAY_READ_TEAM, readTeam } from '@/lib/review/team';
import { colleaguePage, INVITE } from './addresses';
import { Changes, LastSignedIn, RolesInWords, Standing, WayIn } from './person-in-words';
import { Said, type SaidQuery } from './said';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('team'))('title') };
}

export default async function TeamPage({ searchParams }: { searchParams: Promise<SaidQuery> }) {
  const { actor, staff } = await requireStaff(...MAY_READ_TEAM);
  const [query, { people, changes, zone }, t] = await Promise.all([
    searchParams,
    readTeam(actor),
    getTranslations('team'),
  ]);
  const mayChange = staff.roles.includes('admin');
  return (
    <StaffPage active="team" who={staff.name} roles={staff.roles}>
      <Said query={query} />
      <h1>{t('title')}</h1>
      <p className="max-w-line">{mayChange ? t('lead') : t('leadReads')}</p>
      {mayChange && (
        <p>
          <ButtonLink href={INVITE} kind="secondary">
            {t('invite.link')}
          </ButtonLink>
        </p>
      )}
      <Table
        caption={t('table')}
        captionHidden
        head={[t('head.name'), t('head.roles'), t('head.standing'), t('head.wayIn'), t('head.signedIn')]}
        rows={people.map((one) => [
          <Name key="name" one={one} may={mayChange} />,
          <RolesInWords key="roles" roles={one.roles} />,
          <Standing key="standing" standing={one.standing} />,
          <WayIn key="way" {...one} />,
          <LastSignedIn key="seen" signedInAt={one.signedInAt} zone={zone} />,
        ])}
      />
      {people.length === 1 && (
        <Notice kind="quiet" title={t('alone')}>
          <p>{t('aloneNext')}</p>
        </Notice>
      )}
      <section aria-labelledby="lately" className="flow">
        <h2 id="lately">{t('lately')}</h2>
        <Changes changes={changes} zone={zone} />
      </section>
    </StaffPage>
  );
}

function Name({ one: { name, credential, reference }, may }: { one: Colleague; may: boolean }) {
  return (
    <>
      {may ? (
        <a href={colleaguePage(reference)} className="font-semibold">
          {name}
        </a>
      ) : (
        <span className="font-semibold">{name}</span>
      )}
      {credential && <span className="block text-ink-soft">{credential}</span>}
    </>
  );
}
