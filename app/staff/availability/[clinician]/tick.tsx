// A small box to tick among many: its words are part of what is pressed.
import type { ReactNode } from 'react';

type Props = { id: string; name: string; value: string; ticked: boolean; children: ReactNode };

export function Tick({ id, name, value, ticked, children }: Props) {
  return (
    <label htmlFor={id} className="inline-flex min-h-(--target) cursor-pointer items-center gap-2">
      <input
        type="checkbox"
        id={id}
        name={name}
        value={value}
        defaultChecked={ticked}
        className="size-[1.35em] shrink-0 cursor-pointer"
      />
      <span>{children}</span>
    </label>
  );
}

/** Many of them under each other, in as many columns as fit. */
export function Ticks({
  name,
  options,
  chosen,
  first,
}: {
  name: string;
  options: readonly { value: string; label: string }[];
  chosen: readonly string[];
  /** Whether its first box is what an error leads to. */
  first?: boolean;
}) {
  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(min(11em,100%),1fr))] gap-x-4">
      {options.map(({ value, label }, at) => (
        <Tick
          key={value}
          id={first && at === 0 ? name : `${name}-${value}`}
          name={name}
          value={value}
          ticked={chosen.includes(value)}
        >
          {label}
        </Tick>
      ))}
    </div>
  );
}
