// Five places somebody may be in, each with a question to take along. Nothing is chosen here, and nothing is kept.
import type { Drawing } from '@/lib/guide/chapter';
import { Frame } from './frame';

export function Prompts({ title, prompts }: Extract<Drawing, { kind: 'prompts' }>) {
  return (
    <Frame title={title}>
      <ul className="flex flex-col">
        {prompts.map(({ name, says }) => (
          <li key={name} className="flex gap-3 border-t border-line py-3 first:border-t-0">
            <svg viewBox="0 0 24 24" className="mt-[0.2em] size-[1.2em] shrink-0" aria-hidden="true">
              <circle cx="12" cy="12" r="10" strokeWidth="2" className="fill-surface stroke-dusk" />
            </svg>
            <span>
              <strong className="block font-semibold">{name}</strong>
              {says}
            </span>
          </li>
        ))}
      </ul>
    </Frame>
  );
}
