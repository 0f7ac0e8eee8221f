// Three cards: what a client brings, each in a small doorway of its own.
import type { ReactNode } from 'react';
import type { Drawing } from '@/lib/guide/chapter';
import { Frame } from './frame';

const pictures: readonly ReactNode[] = [
  // A chair by a lamp.
  <path key="chair" d="M16 62V44h18v18M18 44V28h12M44 62V22M36 22h16l-4-10H40zM38 62h12" />,
  // Stepping stones, one after the other.
  <path key="stones" d="M12 58h14M26 46h14M38 34h14M46 22h8M19 52l6-4M33 40l5-4" />,
  // Somebody speaks, and is heard.
  <path key="speech" d="M12 22h30a6 6 0 0 1 6 6v12a6 6 0 0 1-6 6H28L18 56V46h-6zM54 30c3 3 3 8 0 11" />,
];

export function Cards({ title, cards }: Extract<Drawing, { kind: 'cards' }>) {
  return (
    <Frame title={title}>
      <ul className="flex flex-col gap-4">
        {cards.map(({ name, says }, index) => (
          <li key={name} className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <svg viewBox="0 0 64 76" className="h-auto w-16 shrink-0" aria-hidden="true">
              <path
                d="M3 73V33a29 29 0 0 1 58 0v40z"
                strokeWidth="2.5"
                className="fill-dusk-pale stroke-dusk"
              />
              <g
                fill="none"
                strokeWidth="3"
                strokeLinecap="round"
                strokeLinejoin="round"
                className="stroke-dusk-deep"
                transform="translate(3 7) scale(.9)"
              >
                {pictures[index]}
              </g>
            </svg>
            <span className="min-w-0 flex-[1_1_8rem]">
              <strong className="block font-semibold">{name}</strong>
              {says}
            </span>
          </li>
        ))}
      </ul>
    </Frame>
  );
}
