// Where this page stands, in small words above its heading.
import type { ReactNode } from 'react';

export function Caption({ children }: { children: ReactNode }) {
  return <p className="text-small font-semibold text-ink-soft">{children}</p>;
}
