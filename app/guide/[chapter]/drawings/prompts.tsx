// Five places somebody may be in, each with a question to take along. One may be chosen; none has to be.
import type { Drawing } from '@/lib/guide/chapter';
import type { Choice } from '../choice';
import { REFLECTION_FORM } from '../choice';
import { Frame } from './frame';
import { Armchair, Doorway, Floor } from './parts';

type Given = Extract<Drawing, { kind: 'prompts' }> & { choice: Choice | null };

export function Prompts({ title, prompts, choice }: Given) {
  return (
    <Frame title={title} titleId="where" picture={<Picture />}>
      {choice ? (
        <div role="radiogroup" aria-labelledby="where" className="-mx-3 flex flex-col">
          {prompts.map((prompt) => (
            <Place key={prompt.value} {...prompt} choice={choice} />
          ))}
        </div>
      ) : (
        <ul className="flex flex-col">
          {prompts.map(({ value, name, says }) => (
            <li key={value} className="border-t border-line py-3 first:border-t-0">
              <strong className="block font-semibold">{name}</strong>
              {says}
            </li>
          ))}
        </ul>
      )}
    </Frame>
  );
}

function Place({ value, name, says, choice }: Given['prompts'][number] & { choice: Choice }) {
  const id = `${choice.name}-${value}`;
  return (
    <label
      htmlFor={id}
      className="flex min-h-(--target) cursor-pointer gap-3 border-t border-line px-3 py-3 first:border-t-0 hover:bg-sunk has-checked:bg-dusk-pale has-focus-visible:outline-3 has-focus-visible:-outline-offset-3 has-focus-visible:outline-dusk"
    >
      <input
        type="radio"
        id={id}
        name={choice.name}
        value={value}
        form={REFLECTION_FORM}
        defaultChecked={choice.chosen === value}
        className="mt-[0.15em] size-[1.35em] shrink-0 cursor-pointer focus-visible:outline-none"
      />
      <span className="min-w-0">
        <strong className="block font-semibold">{name}</strong>
        {says}
      </span>
    </label>
  );
}

/** A door that stands ajar, and a chair to sit on until one knows. */
function Picture() {
  return (
    <svg viewBox="0 0 400 206" className="block h-auto w-full" aria-hidden="true">
      <Floor y={176} />
      <Doorway x={236} y={176} width={72} />
      <Armchair x={142} y={175} />
    </svg>
  );
}
