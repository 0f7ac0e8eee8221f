// Something more for who wants it, closed until it is asked for.
import type { ReactNode } from 'react';

export function Details({
  summary,
  children,
  open,
}: {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean;
}) {
  return (
    <details className="group max-w-line" open={open}>
      <summary className="flex min-h-(--target) w-fit cursor-pointer items-center gap-2 text-dusk-deep">
        <svg
          viewBox="0 0 12 12"
          className="chevron size-[0.7em] shrink-0 rtl:-scale-x-100"
          aria-hidden="true"
        >
          <path
            d="M3 1l6 5-6 5"
            fill="none"
            strokeWidth="2"
            strokeLinecap="round"
            className="stroke-current"
          />
        </svg>
        <span className="underline decoration-1 underline-offset-[0.18em] group-hover:decoration-2">
          {summary}
        </span>
      </summary>
      <div className="prose ms-[0.3em] mt-1 border-s-2 border-line ps-5 pb-1">{children}</div>
    </details>
  );
}
