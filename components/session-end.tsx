// When a signed-in page will close by itself: in words where no script runs, and with a warning in time where one does.
import { headers } from 'next/headers';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { sessionLeft } from '@/lib/accounts/session-left';
import { IDLE_MINUTES, LONGEST_HOURS } from '@/lib/accounts/session-limits';
import { SessionWarning } from './session-warning';
import { SignOutButton } from './sign-out-button';
import { Button, ButtonLink } from './ui/button';

/** `kept`: what is typed on these pages is kept while it is typed, and may be promised to be. */
export async function SessionEnd({ kept = false }: { kept?: boolean }) {
  const t = await getTranslations('common.session');
  const left = sessionLeft();
  if (!left) return null;
  // The browser knows the time there, the server doesn't.
  const until = { time: '{time}' };
  const also = (words: string) => (kept ? `${words} ${t('kept')}` : words);
  const words = {
    title: t('title'),
    idle: also(t('idle', until)),
    last: also(t('last', { ...until, hours: LONGEST_HOURS })),
    howToReach: t('howToReach'),
    failed: t('failed'),
    stayed: t('stayed'),
  };
  const here = (await headers()).get('x-foyer-path') ?? '/home';
  return (
    <SessionWarning
      left={left}
      words={words}
      stay={
        <Button kind="secondary" type="button">
          {t('stay')}
        </Button>
      }
      signOut={<SignOutButton />}
      cover={
        <Cover title={t('closedTitle')} says={also(t('closed'))}>
          <ButtonLink href={signInTo({ next: here, why: 'idle' })}>{t('signIn')}</ButtonLink>
        </Cover>
      }
      coverHere={
        <Cover title={t('closedTitle')} says={t('closedHere')}>
          <ButtonLink href={signInTo({ next: here })} beside>
            {t('signInBeside')}
          </ButtonLink>
        </Cover>
      }
    />
  );
}

/** Nothing of the page is to be seen through it. */
function Cover({ title, says, children }: { title: string; says: string; children: ReactNode }) {
  return (
    <dialog
      open
      aria-labelledby="closed"
      className="fixed inset-0 z-[9] m-0 size-auto max-h-none max-w-none overflow-y-auto bg-ground text-ink"
    >
      <div className="flow mx-auto max-w-[34rem] px-4 pt-32 pb-16 sm:px-6">
        <h1 id="closed" tabIndex={-1} className="outline-none">
          {title}
        </h1>
        <p>{says}</p>
        <p>{children}</p>
      </div>
    </dialog>
  );
}

const signInTo = (asked: Record<string, string>) => `/sign-in?${new URLSearchParams(asked)}`;

/** Minutes, and no time of day: without a script nobody knows which clock the reader looks at. */
export function SessionEndInWords({ kind }: { kind: keyof typeof IDLE_MINUTES }) {
  const t = useTranslations('common.session');
  return (
    <noscript>
      <p className="no-print mx-auto max-w-page px-4 pt-6 text-small sm:px-6">
        {t('plain', { minutes: IDLE_MINUTES[kind], hours: LONGEST_HOURS })}
      </p>
    </noscript>
  );
}
