// A few words set apart: something to know, something in passing, or something urgent.
import type { ReactNode } from 'react';

const kinds = {
  info: 'border-s-4 border-dusk bg-dusk-pale',
  quiet: 'border-s-4 border-line bg-sunk',
  urgent: 'border-2 border-danger bg-surface',
};

export function Notice({
  kind,
  title,
  children,
}: {
  kind: keyof typeof kinds;
  title?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className={`keep-together max-w-line rounded-soft px-5 py-4 ${kinds[kind]}`}>
      {title && <p className="mb-1 font-semibold">{title}</p>}
      <div className="prose">{children}</div>
    </div>
  );
}
