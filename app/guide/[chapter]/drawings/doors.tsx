// Three doors: books, friends, someone trained. The third stands open and lit: it is what to do next.
import type { Drawing } from '@/lib/guide/chapter';
import { Frame } from './frame';
import { Floor } from './parts';

export function Doors({ title, doors }: Extract<Drawing, { kind: 'doors' }>) {
  return (
    <Frame title={title} picture={<Picture />}>
      <ol className="flex flex-col gap-3">
        {doors.map(({ name, says }, index) => (
          <li key={name} className="flex gap-3">
            <span aria-hidden="true" className="mt-px font-heading font-semibold text-dusk">
              {index + 1}
            </span>
            <span>
              <strong className="font-semibold">{name}.</strong> {says}
            </span>
          </li>
        ))}
      </ol>
    </Frame>
  );
}

const door = (x: number) => `M${x} 206V112a42 42 0 0 1 84 0v94z`;

function Picture() {
  return (
    <svg viewBox="0 0 400 236" className="block h-auto w-full" aria-hidden="true">
      <path d="M282 206h84l26 30H256z" className="fill-lamp-glow" />
      <Floor y={206} />

      <path d={door(34)} strokeWidth="3" className="fill-surface stroke-dusk" />
      <circle cx="106" cy="150" r="4" className="fill-dusk" />
      <g strokeWidth="2.5" strokeLinejoin="round" className="fill-surface stroke-dusk">
        <path d="M76 118c-7-6-16-7-24-6v30c8-1 17 0 24 6zM76 118c7-6 16-7 24-6v30c-8-1-17 0-24 6z" />
      </g>

      <path d={door(158)} strokeWidth="3" className="fill-surface stroke-dusk" />
      <path
        d="M158 206V112a42 42 0 0 1 42-42l-16 20v126z"
        strokeWidth="3"
        strokeLinejoin="round"
        className="fill-sunk stroke-dusk"
      />
      <g strokeWidth="2.5" strokeLinejoin="round" className="fill-surface stroke-dusk">
        <path d="M194 112h24a8 8 0 0 1 8 8v8a8 8 0 0 1-8 8h-10l-8 8v-8h-6z" />
        <path d="M214 150h14a7 7 0 0 1 7 7v6a7 7 0 0 1-7 7v7l-7-7h-7a7 7 0 0 1-7-7v-6a7 7 0 0 1 7-7z" />
      </g>

      <path d={door(282)} strokeWidth="3" className="fill-lamp stroke-dusk" />
      <path
        d="M282 206V112a42 42 0 0 1 42-42l-26 16v136z"
        strokeWidth="3"
        strokeLinejoin="round"
        className="fill-dusk-pale stroke-dusk"
      />
      <g strokeWidth="3" strokeLinecap="round" strokeLinejoin="round" fill="none" className="stroke-on-lamp">
        <path d="M306 202v-44M306 182h15v20M357 202v-44M357 182h-15v20" />
      </g>
    </svg>
  );
}
