// The bar itself, its words given: the error pages have it too, where no catalogue can be asked.
import type { ReactNode } from 'react';
import { ArchMark } from './arch';
import { ExitButton, type ExitWords } from './exit-button';

export type BarWords = {
  shortName: string;
  skipToContent: string;
  urgentHelp: string;
  headerLabel: string;
  exit: ExitWords;
};

export type BarProps = {
  home: string;
  words: BarWords;
  /** As wide as the staff's pages. */
  wide?: boolean;
  children?: ReactNode;
};

export function Bar({ home, words, wide, children }: BarProps) {
  return (
    <header className="page-bar sticky top-0 z-10 border-b border-line bg-ground">
      <a href="#main" className="skip-link block bg-surface px-4 py-2 font-semibold">
        {words.skipToContent}
      </a>
      <a
        href="/exit"
        rel="nofollow noreferrer"
        className="skip-link block bg-surface px-4 py-2 font-semibold"
      >
        {words.exit.skip}
      </a>
      <div
        className={`mx-auto flex ${wide ? 'max-w-[90rem]' : 'max-w-page'} flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 sm:px-6`}
      >
        <a
          href={home}
          className="me-auto inline-flex min-h-(--target) items-center gap-2 font-heading leading-[1.1] font-semibold text-ink no-underline"
        >
          <ArchMark className="size-[1.75em] shrink-0" />
          <span className="max-w-min max-[22rem]:sr-only min-[26rem]:max-w-none">{words.shortName}</span>
        </a>
        {children}
        <nav aria-label={words.headerLabel} className="ms-auto flex items-center gap-3 sm:gap-5">
          <a href="/urgent-help" className="inline-flex min-h-(--target) items-center">
            {words.urgentHelp}
          </a>
          <ExitButton words={words.exit} />
        </nav>
      </div>
    </header>
  );
}
