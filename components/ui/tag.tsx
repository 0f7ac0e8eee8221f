// A short state, told by its words and its shape; colour only helps.
import type { ReactNode } from 'react';

const tones = {
  done: 'border-transparent bg-transparent ps-0 text-ink',
  active: 'border-dusk bg-dusk-pale text-dusk-deep',
  todo: 'border-dusk bg-transparent text-dusk-deep',
  locked: 'border-dashed border-control bg-transparent text-ink-soft',
  amber: 'border-warn bg-warn-pale text-warn',
  red: 'border-danger bg-danger text-on-danger',
  neutral: 'border-line bg-sunk text-ink',
};

export type Tone = keyof typeof tones;

export function Tag({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={`tag ${tones[tone]}`}>
      <Mark tone={tone} />
      {children}
    </span>
  );
}

function Mark({ tone }: { tone: Tone }) {
  if (tone === 'done')
    return (
      <svg viewBox="0 0 14 14" className="size-[1em] shrink-0" aria-hidden="true">
        <path
          d="M2 7.5l3.5 3.5L12 3.5"
          fill="none"
          strokeWidth="2.2"
          strokeLinecap="round"
          strokeLinejoin="round"
          className="stroke-dusk"
        />
      </svg>
    );
  if (tone === 'amber' || tone === 'red')
    return (
      <svg viewBox="0 0 14 14" className="size-[0.9em] shrink-0" aria-hidden="true">
        <path d={tone === 'red' ? 'M7 1l6 12H1z' : 'M7 1l6 6-6 6-6-6z'} className="fill-current" />
      </svg>
    );
  return null;
}
