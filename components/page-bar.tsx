// The bar at the top of every page: who this is, urgent help, and the way out, always in the same place.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ArchMark } from './arch';
import { ExitButton } from './exit-button';

export function PageBar({ home, children }: { home: string; children?: ReactNode }) {
  const t = useTranslations('common');
  return (
    <header className="page-bar sticky top-0 z-10 border-b border-line bg-ground">
      <a href="#main" className="skip-link block bg-surface px-4 py-2 font-semibold">
        {t('skipToContent')}
      </a>
      <a
        href="/exit"
        rel="nofollow noreferrer"
        className="skip-link block bg-surface px-4 py-2 font-semibold"
      >
        {t('exit.skip')}
      </a>
      <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 sm:px-6">
        <a
          href={home}
          className="me-auto inline-flex min-h-(--target) items-center gap-2 font-heading leading-[1.1] font-semibold text-ink no-underline"
        >
          <ArchMark className="size-[1.75em] shrink-0" />
          <span className="max-w-min min-[26rem]:max-w-none">{t('shortName')}</span>
        </a>
        {children}
        <nav aria-label={t('header.label')} className="flex items-center gap-3 sm:gap-5">
          <a href="/urgent-help" className="inline-flex min-h-(--target) items-center">
            {t('urgentHelp')}
          </a>
          <ExitButton />
        </nav>
      </div>
    </header>
  );
}
