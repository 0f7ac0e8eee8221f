// Choosing one of several or any of several: each choice is a whole row to press.
import type { ReactNode } from 'react';
import { describedBy, FieldError, fieldClass, Hint, Legend } from './field';

export type Option = { value: string; label: ReactNode; hint?: ReactNode };

type Group = {
  name: string;
  legend: ReactNode;
  hint?: ReactNode;
  error?: string;
  options: readonly Option[];
  legendAsHeading?: boolean;
};

/** Exactly one of `options`, or none. */
export function Radios({ value, ...group }: Group & { value?: string }) {
  return <Choices type="radio" chosen={value === undefined ? [] : [value]} {...group} />;
}

/** Any of `options`. */
export function Checkboxes({ values, ...group }: Group & { values?: readonly string[] }) {
  return <Choices type="checkbox" chosen={values ?? []} {...group} />;
}

/** One box on its own, such as "I have read this". Never ticked beforehand unless it was ticked before. */
export function Checkbox(box: {
  name: string;
  value: string;
  label: ReactNode;
  error?: string;
  defaultChecked?: boolean;
}) {
  const { name, error } = box;
  return (
    <div className={fieldClass(error)}>
      <FieldError name={name}>{error}</FieldError>
      <Choice
        type="checkbox"
        id={name}
        name={name}
        option={box}
        chosen={box.defaultChecked}
        errorId={error && `${name}-error`}
      />
    </div>
  );
}

function Choices({
  type,
  chosen,
  name,
  legend,
  hint,
  error,
  options,
  legendAsHeading,
}: Group & { type: 'radio' | 'checkbox'; chosen: readonly string[] }) {
  return (
    <div className={fieldClass(error)}>
      <fieldset className="flex min-w-0 flex-col gap-2" aria-describedby={describedBy(name, hint, error)}>
        <Legend asHeading={legendAsHeading}>{legend}</Legend>
        <Hint name={name}>{hint}</Hint>
        <FieldError name={name}>{error}</FieldError>
        <div className="mt-1 flex max-w-line flex-col gap-2">
          {options.map((option, index) => (
            <Choice
              key={option.value}
              type={type}
              id={index === 0 ? name : `${name}-${index + 1}`}
              name={name}
              option={option}
              chosen={chosen.includes(option.value)}
            />
          ))}
        </div>
      </fieldset>
    </div>
  );
}

function Choice({
  type,
  id,
  name,
  option,
  chosen,
  errorId,
}: {
  type: 'radio' | 'checkbox';
  id: string;
  name: string;
  option: Option;
  chosen?: boolean;
  errorId?: string;
}) {
  const hintId = option.hint ? `${id}-hint` : undefined;
  return (
    <label
      htmlFor={id}
      className="flex min-h-(--target) max-w-line cursor-pointer items-start gap-3 rounded-soft border border-line bg-surface px-4 py-[0.55em] in-[.dense]:px-3 in-[.dense]:py-1 hover:border-control has-checked:border-dusk has-checked:bg-dusk-pale has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-dusk"
    >
      <input
        type={type}
        id={id}
        name={name}
        value={option.value}
        defaultChecked={chosen}
        aria-describedby={[hintId, errorId].filter(Boolean).join(' ') || undefined}
        aria-invalid={errorId ? true : undefined}
        // The whole row comes into sight with the focus, not only its box.
        className="mt-[0.15em] size-[1.35em] shrink-0 scroll-mt-4 scroll-mb-28 cursor-pointer focus-visible:outline-none"
      />
      <span className="min-w-0">
        {option.label}
        {option.hint && (
          <span id={hintId} className="block text-small text-ink-soft">
            {option.hint}
          </span>
        )}
      </span>
    </label>
  );
}
