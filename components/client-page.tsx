// A page on the client's side: quiet, one thing at a time, with the way out and urgent help always where they were.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ExitExplained } from './exit-explained';
import { PageBar } from './page-bar';
import { SessionEnd, SessionEndInWords } from './session-end';
import { SignOutButton } from './sign-out-button';
import { BackLink } from './ui/back-link';
import { Caption } from './ui/caption';

export type ClientPageProps = {
  back?: { href: string; label: string };
  caption?: ReactNode;
  /** `text`: one column of reading width. `wide`: room for a picture or a table beside it. */
  width?: 'text' | 'wide';
  signedIn?: boolean;
  children: ReactNode;
};

export function ClientPage({ back, caption, width = 'text', signedIn = false, children }: ClientPageProps) {
  const t = useTranslations('common');
  const column = width === 'text' ? 'max-w-[34rem]' : 'max-w-page';
  return (
    <div className="flex min-h-dvh flex-col">
      <PageBar home={signedIn ? '/home' : '/'} />
      {!signedIn && <ExitExplained />}
      <div className={`page-body mx-auto w-full grow px-4 pt-4 pb-16 sm:px-6 sm:pt-6 sm:pb-24 ${column}`}>
        {back ? (
          <nav aria-label={t('wayBack')}>
            <BackLink href={back.href}>{back.label}</BackLink>
          </nav>
        ) : (
          <div className="h-2 sm:h-6" />
        )}
        <main id="main" tabIndex={-1} className="flow pt-2 sm:pt-4">
          {caption && (
            <div className="-mb-3">
              <Caption>{caption}</Caption>
            </div>
          )}
          {children}
        </main>
      </div>
      <PageFoot signedIn={signedIn} />
      {signedIn && <SessionEnd kept />}
    </div>
  );
}

function PageFoot({ signedIn }: { signedIn: boolean }) {
  const t = useTranslations('common');
  const links = [
    ['/guide/starting', t('footer.guide')],
    ['/staying-private', t('footer.stayingPrivate')],
    ['/leaving', t('footer.leaving')],
    ['/privacy', t('footer.privacy')],
    ['/fees', t('footer.fees')],
    ['/accessibility', t('footer.accessibility')],
  ] as const;
  return (
    <footer className="page-foot border-t border-line bg-sunk">
      {signedIn && <SessionEndInWords kind="client" />}
      <nav
        aria-label={t('footer.label')}
        className="mx-auto flex max-w-page flex-wrap gap-x-6 gap-y-1 px-4 py-6 text-small sm:px-6"
      >
        {links.map(([href, label]) => (
          <a key={href} href={href} className="inline-flex min-h-(--target) items-center text-ink">
            {label}
          </a>
        ))}
        {signedIn && <SignOutButton />}
      </nav>
    </footer>
  );
}
