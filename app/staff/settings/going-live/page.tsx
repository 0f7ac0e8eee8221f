// What must hold before the first client comes: each with how it stands, what to do, and who said so; and the act of opening.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AlertNotice } from '@/components/alert-notice';
import { DoneNotice } from '@/components/done-notice';
import { StaffPage } from '@/components/staff-page';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { When } from '@/components/when';
import { requireStaff } from '@/lib/accounts/require';
import { type GoingLive, goingLiveOf } from '@/lib/clinic/going-live-view';
import { GOING_LIVE } from './addresses';
import { RequirementItem } from './requirement-item';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const DONE = ['confirmed', 'taken-back', 'opened', 'shut', 'published'] as const;
const PROBLEMS = ['not-ready', 'not-ticked', 'not-allowed'] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('goingLive');
  return { title: t('title') };
}

export default async function GoingLivePage({ searchParams }: Props) {
  const { actor, staff } = await requireStaff('lead', 'admin');
  const [live, query, t] = [await goingLiveOf(actor), await searchParams, await getTranslations('goingLive')];
  const isAdmin = actor.roles.includes('admin');
  const done = DONE.find((each) => each === query.done);
  const problem = PROBLEMS.find((each) => each === query.problem);
  const missing = live.all.filter(({ holds }) => !holds).length;
  return (
    <StaffPage active="goingLive" who={staff.name} roles={staff.roles}>
      {done && <DoneNotice>{t(`done.${done}`)}</DoneNotice>}
      {problem && <AlertNotice>{t(`problem.${problem}`)}</AlertNotice>}
      <h1>{t('title')}</h1>
      <p className="max-w-line">{t('lead')}</p>
      {live.demo && <Notice kind="quiet">{t('demo')}</Notice>}
      {live.open && !live.ready && !live.demo && (
        <Notice kind="urgent" title={t('lapsed', { count: missing })}>
          <p>{t('lapsedText')}</p>
        </Notice>
      )}
      {!live.demo && (
        <p className="font-semibold">{t('held', { held: live.all.length - missing, of: live.all.length })}</p>
      )}
      <section aria-labelledby="list" className="flow">
        <h2 id="list">{t('list')}</h2>
        <ul className="flex list-none flex-col gap-4 ps-0">
          {live.all.map((one) => (
            <li key={one.name} id={one.name} className="scroll-mt-24">
              <RequirementItem one={one} isAdmin={isAdmin} zone={live.zone} />
            </li>
          ))}
        </ul>
      </section>
      <Doors live={live} isAdmin={isAdmin} missing={missing} />
    </StaffPage>
  );
}

async function Doors({ live, isAdmin, missing }: { live: GoingLive; isAdmin: boolean; missing: number }) {
  const t = await getTranslations('goingLive');
  const { last } = live;
  if (live.demo) return null;
  return (
    <section aria-labelledby="doors" className="flow">
      <h2 id="doors">{t(live.open ? 'isOpen' : 'isShut')}</h2>
      {last && (
        <p>
          {t.rich(live.open ? 'openedBy' : 'shutBy', {
            ...{ name: last.by, when: () => <When at={last.at} zone={live.zone} /> },
          })}
        </p>
      )}
      <p className="max-w-line">{t(live.open ? 'isOpenText' : 'isShutText')}</p>
      {!live.open && !live.ready && <p className="font-semibold">{t('missing', { count: missing })}</p>}
      {!isAdmin && <p>{t('adminOnly')}</p>}
      {isAdmin && (live.open || live.ready) && (
        <form method="post" action={`${GOING_LIVE}/open`}>
          <input type="hidden" name="open" value={live.open ? 'no' : 'yes'} />
          <Button kind={live.open ? 'secondary' : 'primary'}>{t(live.open ? 'shut' : 'open')}</Button>
        </form>
      )}
    </section>
  );
}
