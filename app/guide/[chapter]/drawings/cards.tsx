// Three cards: what a client brings, each with a small doorway of its own.
import type { ReactNode } from 'react';
import type { Drawing } from '@/lib/guide/chapter';
import { Frame } from './frame';
import { Armchair, Floor } from './parts';

const pictures: readonly ReactNode[] = [
  // Somebody has sat down.
  <g key="there">
    <path d="M18 62V36a6 6 0 0 1 12 0v12h12a6 6 0 0 1 6 6v8z" className="fill-surface" />
    <circle cx="38" cy="30" r="6" className="fill-surface" />
  </g>,
  // Stepping stones, each a little higher.
  <g key="stones" className="fill-surface">
    <ellipse cx="20" cy="60" rx="10" ry="4.5" />
    <ellipse cx="38" cy="47" rx="9" ry="4" />
    <ellipse cx="27" cy="34" rx="8" ry="3.5" />
    <ellipse cx="40" cy="23" rx="6" ry="2.75" />
  </g>,
  // Words.
  <g key="words">
    <path
      d="M16 24h32a6 6 0 0 1 6 6v14a6 6 0 0 1-6 6H32l-9 9v-9h-7a6 6 0 0 1-6-6V30a6 6 0 0 1 6-6z"
      className="fill-surface"
    />
    <path d="M20 34h24M20 41h15" />
  </g>,
];

export function Cards({ title, cards }: Extract<Drawing, { kind: 'cards' }>) {
  return (
    <Frame title={title} picture={<Picture />}>
      <ul className="flex flex-col gap-3">
        {cards.map(({ name, says }, index) => (
          <li
            key={name}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 rounded-soft border border-line bg-surface p-3"
          >
            <svg viewBox="0 0 64 76" className="h-auto w-15 shrink-0" aria-hidden="true">
              <path
                d="M3 71V33a29 29 0 0 1 58 0v38z"
                strokeWidth="2.5"
                strokeLinejoin="round"
                className="fill-dusk-pale stroke-dusk"
              />
              <path d="M1 73H63" strokeWidth="4" strokeLinecap="round" className="stroke-dusk" />
              <g strokeWidth="2.5" strokeLinecap="round" strokeLinejoin="round" className="stroke-dusk-deep">
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

/** Two chairs of one height, and a lamp between them. */
function Picture() {
  return (
    <svg viewBox="0 0 400 190" className="block h-auto w-full" aria-hidden="true">
      <path d="M176 88l-34 86h116l-34-86z" className="fill-lamp-glow" opacity=".7" />
      <Floor y={176} />
      <path d="M200 174V90" strokeWidth="3" strokeLinecap="round" className="stroke-dusk" />
      <path d="M188 174h24" strokeWidth="5" strokeLinecap="round" className="stroke-dusk" />
      <path
        d="M184 62h32l10 28h-52z"
        strokeWidth="3"
        strokeLinejoin="round"
        className="fill-lamp stroke-dusk"
      />
      <Armchair x={122} y={175} />
      <Armchair x={278} y={175} flip />
    </svg>
  );
}
