// The way back, at the top of a page.
import type { ReactNode } from 'react';

export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} className="no-print inline-flex min-h-(--target) items-center gap-2">
      <svg viewBox="0 0 12 12" className="size-[0.7em] shrink-0 rtl:-scale-x-100" aria-hidden="true">
        <path d="M9 1L3 6l6 5" fill="none" strokeWidth="2" strokeLinecap="round" className="stroke-current" />
      </svg>
      {children}
    </a>
  );
}
