// One of several ways to narrow a list of staff's: a link, so that the choice stands in the address.
import type { ReactNode } from 'react';

/** How a link beside the choices looks, which changes what is shown and not which. */
export const FILTER_LINK = 'inline-flex min-h-(--target) items-center rounded-soft px-3';

type Given = { href: string; chosen: boolean; children: ReactNode };

export function FilterChoice({ href, chosen, children }: Given) {
  return (
    <a
      href={href}
      aria-current={chosen ? 'page' : undefined}
      className={`${FILTER_LINK} text-ink no-underline hover:bg-sunk aria-[current=page]:bg-dusk-pale aria-[current=page]:font-semibold`}
    >
      {children}
    </a>
  );
}
