// A page on the staff's side: the same parts, closer together; no link is fetched before it is pressed.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { PageBar } from './page-bar';
import { SessionEnd } from './session-end';
import { SignOutButton } from './sign-out-button';

/** `roles`: who may go there; without it everybody who is signed in fully. */
const places: Record<
  | 'queue'
  | 'calendar'
  | 'questions'
  | 'estimates'
  | 'hours'
  | 'documents'
  | 'questionnaire'
  | 'recoveries'
  | 'fees',
  { href: string; roles?: readonly string[] }
> = {
  queue: { href: '/staff' },
  calendar: { href: '/staff/calendar' },
  questions: { href: '/staff/questions' },
  estimates: { href: '/staff/estimates' },
  hours: { href: '/staff/availability' },
  documents: { href: '/staff/documents' },
  questionnaire: { href: '/staff/questionnaire' },
  recoveries: { href: '/staff/recoveries', roles: ['front-desk', 'clinician', 'lead', 'admin'] },
  fees: { href: '/staff/settings/fees', roles: ['admin'] },
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
          <nav aria-label={t('staffPage.label')} className="flex flex-wrap gap-x-5">
            {placesFor(roles).map((place) => (
              <a
                key={place}
                href={places[place].href}
                aria-current={place === active ? 'page' : undefined}
                className="inline-flex min-h-(--target) items-center border-b-2 border-transparent no-underline hover:border-control aria-[current=page]:border-dusk aria-[current=page]:font-semibold"
              >
                {t(`staffPage.${place}`)}
              </a>
            ))}
          </nav>
        )}
      </PageBar>
      <main
        id="main"
        tabIndex={-1}
        className="page-body flow mx-auto w-full max-w-[90rem] grow px-4 pt-5 pb-12 sm:px-6"
      >
        {children}
      </main>
      {who && (
        <footer className="page-foot border-t border-line bg-sunk">
          <div className="mx-auto flex max-w-[90rem] flex-wrap items-center justify-between gap-x-6 px-4 py-2 sm:px-6">
            <span>{t('staffPage.signedInAs', { name: who })}</span>
            <SignOutButton />
          </div>
        </footer>
      )}
      {who && <SessionEnd />}
    </div>
  );
}

const placesFor = (roles: readonly string[]) =>
  (Object.keys(places) as StaffPlace[]).filter((place) => {
    const needed = places[place].roles;
    return !needed || needed.some((role) => roles.includes(role));
  });
