// One of a long list, such as a country.
import type { ReactNode } from 'react';
import { boxClass, describedBy, FieldError, fieldClass, Hint, Label } from './field';

export type SelectProps = {
  name: string;
  label: ReactNode;
  options: readonly { value: string; label: string }[];
  value?: string;
  hint?: ReactNode;
  error?: string;
  labelAsHeading?: boolean;
  autoComplete?: string;
};

export function Select(select: SelectProps) {
  const { name, label, options, value, hint, error, labelAsHeading, autoComplete } = select;
  return (
    <div className={fieldClass(error)}>
      <Label name={name} asHeading={labelAsHeading}>
        {label}
      </Label>
      <Hint name={name}>{hint}</Hint>
      <FieldError name={name}>{error}</FieldError>
      <select
        id={name}
        name={name}
        defaultValue={value}
        autoComplete={autoComplete}
        aria-describedby={describedBy(name, hint, error)}
        aria-invalid={error ? true : undefined}
        className={`${boxClass(error)} w-full max-w-[20em]`}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
