// A plain list of a few short points.
import type { ReactNode } from 'react';

export function Bullets({ items }: { items: readonly ReactNode[] }) {
  return (
    <ul className="flex max-w-line list-disc flex-col gap-2 ps-[1.3em] marker:text-dusk">
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: points have no id and never move
        <li key={index}>{item}</li>
      ))}
    </ul>
  );
}
