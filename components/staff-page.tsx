// A page on the staff's side: the same parts, closer together; no link is fetched before it is pressed.
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { flagsWaiting } from '@/lib/accounts/flags-waiting';
import { PageBar } from './page-bar';
import { SessionEnd } from './session-end';
import { SignOutButton } from './sign-out-button';
import { Chevron } from './ui/chevron';

/**
 * `roles`: who may go there; without it everybody who is signed in fully. `more`: kept behind "More", for it is wanted
 * less often; `onPhone` only where the screen is narrow, so that the bar leaves room for the page.
 */
const places: Record<
  | 'queue'
  | 'flags'
  | 'tasks'
  | 'calendar'
  | 'questions'
  | 'phone'
  | 'estimates'
  | 'hours'
  | 'onCall'
  | 'recoveries'
  | 'mail'
  | 'openedFiles'
  | 'record'
  | 'documents'
  | 'questionnaire'
  | 'forms'
  | 'fees'
  | 'clinic'
  | 'places'
  | 'goingLive'
  | 'team',
  { href: string; roles?: readonly string[]; more?: true | 'onPhone' }
> = {
  queue: { href: '/staff' },
  flags: { href: '/staff/flags', roles: ['clinician', 'lead'] },
  tasks: { href: '/staff/tasks' },
  calendar: { href: '/staff/calendar', more: 'onPhone' },
  questions: { href: '/staff/questions', more: 'onPhone' },
  phone: { href: '/staff/phone', roles: ['front-desk', 'clinician', 'lead'], more: 'onPhone' },
  estimates: { href: '/staff/estimates', more: 'onPhone' },
  hours: { href: '/staff/availability', more: true },
  onCall: { href: '/staff/on-call', more: true },
  recoveries: { href: '/staff/recoveries', roles: ['front-desk', 'clinician', 'lead', 'admin'], more: true },
  mail: { href: '/staff/messages', more: true },
  openedFiles: { href: '/staff/opened-files', roles: ['lead'], more: true },
  record: { href: '/staff/audit', roles: ['lead', 'admin'], more: true },
  documents: { href: '/staff/documents', more: true },
  questionnaire: { href: '/staff/questionnaire', more: true },
  forms: { href: '/staff/settings/forms', roles: ['admin'], more: true },
  fees: { href: '/staff/settings/fees', roles: ['admin'], more: true },
  clinic: { href: '/staff/settings/practice', roles: ['admin'], more: true },
  places: { href: '/staff/settings/places', roles: ['lead', 'admin'], more: true },
  goingLive: { href: '/staff/settings/going-live', roles: ['lead', 'admin'], more: true },
  team: { href: '/staff/team', roles: ['lead', 'admin'], more: true },
};

export type StaffPlace = keyof typeof places;

/**
 * `who` is the name of the member of staff; without it nobody is signed in fully yet, and no place is offered. `roles`
 * are theirs: a place that is not for them is not offered either.
 */
export function StaffPage({
  active,
  who,
  roles = [],
  children,
}: {
  active?: StaffPlace;
  who?: string;
  roles?: readonly string[];
  children: ReactNode;
}) {
  const t = useTranslations('common');
  return (
    <div className="dense flex min-h-dvh flex-col">
      <PageBar home="/staff" wide>
        {who && (
          <nav
            aria-label={t('staffPage.label')}
            className="flex flex-wrap gap-x-5 max-sm:gap-x-4 max-[70rem]:relative max-[70rem]:order-last max-[70rem]:w-full"
          >
            {placesFor(roles)
              .filter((place) => places[place].more !== true)
              .map((place) => (
                <PlaceLink key={place} place={place} active={active} />
              ))}
            <More active={active} offered={placesFor(roles).filter((place) => places[place].more)} />
          </nav>
        )}
      </PageBar>
      <main
        id="main"
        tabIndex={-1}
        className="page-body flow mx-auto w-full max-w-[90rem] grow px-4 pt-5 pb-12 sm:px-6"
      >
        {children}
        <noscript>
          <p className="typed-first">{t('typed.first')}</p>
        </noscript>
      </main>
      {who && (
        <footer className="page-foot border-t border-line bg-sunk">
          <div className="mx-auto flex max-w-[90rem] flex-wrap items-center justify-between gap-x-6 px-4 py-2 sm:px-6">
            <span>{t('staffPage.signedInAs', { name: who })}</span>
            <div className="flex flex-wrap items-center gap-x-6">
              <a href="/staff/account" className="inline-flex min-h-(--target) items-center">
                {t('staffPage.account')}
              </a>
              <SignOutButton />
            </div>
          </div>
        </footer>
      )}
      {who && <SessionEnd />}
    </div>
  );
}

type Link = { place: StaffPlace; active?: StaffPlace; behindMore?: boolean };

function PlaceLink({ place, active, behindMore = false }: Link) {
  const t = useTranslations('common.staffPage');
  return (
    <a
      href={places[place].href}
      aria-current={place === active ? 'page' : undefined}
      className={places[place].more === 'onPhone' && !behindMore ? 'place max-sm:hidden' : 'place'}
    >
      {t(place)}
      {place === 'flags' && <FlagCount />}
    </a>
  );
}

/** What is wanted less often; it says which of it is open. */
function More({ active, offered }: { active?: StaffPlace; offered: readonly StaffPlace[] }) {
  const t = useTranslations('common.staffPage');
  const here = offered.find((place) => place === active);
  const onPhone = here !== undefined && places[here].more === 'onPhone';
  return (
    <details className="group min-[70rem]:relative">
      <summary
        className={`flex min-h-(--target) cursor-pointer items-center gap-2 border-b-2 ${here ? 'border-dusk font-semibold' : 'border-transparent hover:border-control'} ${onPhone ? 'sm:border-transparent sm:font-normal' : ''}`}
      >
        <Chevron />
        {here && <span className={onPhone ? 'sm:hidden' : ''}>{t('moreHere', { place: t(here) })}</span>}
        {(!here || onPhone) && <span className={onPhone ? 'max-sm:hidden' : ''}>{t('more')}</span>}
      </summary>
      <ul className="absolute z-20 flex max-h-[calc(100dvh-9rem)] min-w-[14rem] list-none flex-col overflow-y-auto rounded-soft max-[70rem]:end-0 max-sm:start-0 min-[70rem]:start-0 border border-line bg-surface px-4 py-2 shadow-md">
        {offered.map((place) => (
          <li key={place} className={places[place].more === 'onPhone' ? 'sm:hidden' : ''}>
            <PlaceLink place={place} active={active} behindMore />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** How many nobody has acknowledged; said in words to whoever hears the page. */
async function FlagCount() {
  const [t, count] = await Promise.all([getTranslations('common.staffPage'), flagsWaiting()]);
  if (count === 0) return null;
  return (
    <>
      <span
        aria-hidden="true"
        className="ms-2 rounded-full bg-danger px-[0.55em] text-[0.85em] leading-snug font-semibold text-on-danger tabular-nums"
      >
        {count > 99 ? '99+' : count}
      </span>
      <span className="sr-only"> {t('flagsWaiting', { count })}</span>
    </>
  );
}

const placesFor = (roles: readonly string[]) =>
  (Object.keys(places) as StaffPlace[]).filter((place) => {
    const needed = places[place].roles;
    return !needed || needed.some((role) => roles.includes(role));
  });
