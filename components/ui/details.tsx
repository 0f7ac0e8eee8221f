// Something more for who wants it, closed until it is asked for.
import type { ReactNode } from 'react';
import { Chevron } from './chevron';

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
        <Chevron />
        <span className="underline decoration-1 underline-offset-[0.18em] group-hover:decoration-2">
          {summary}
        </span>
      </summary>
      <div className="prose ms-[0.3em] mt-1 border-s-2 border-line ps-5 pb-1">{children}</div>
    </details>
  );
}
