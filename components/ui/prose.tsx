// Long text, set for reading: lines of 60 to 70 characters and air between the paragraphs.
import type { ReactNode } from 'react';

export function Prose({ children }: { children: ReactNode }) {
  return <div className="prose max-w-line">{children}</div>;
}
