// One line of text, with the label above it and room for what is usually typed.
import type { HTMLInputTypeAttribute, InputHTMLAttributes, ReactNode } from 'react';
import { boxClass, describedBy, FieldError, fieldClass, Hint, Label } from './field';

const sizes = { short: 'w-[9em] max-w-full', medium: 'w-full max-w-[20em]', full: 'w-full max-w-line' };

export type TextFieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  defaultValue?: string;
  type?: HTMLInputTypeAttribute;
  autoComplete?: string;
  inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode'];
  size?: keyof typeof sizes;
  optional?: boolean;
  maxLength?: number;
  labelAsHeading?: boolean;
  /** Off for names, codes and references. */
  spellCheck?: boolean;
};

export function TextField(field: TextFieldProps) {
  const {
    name,
    label,
    hint,
    error,
    size = 'full',
    optional,
    labelAsHeading,
    type = 'text',
    ...input
  } = field;
  return (
    <div className={fieldClass(error)}>
      <Label name={name} asHeading={labelAsHeading} optional={optional}>
        {label}
      </Label>
      <Hint name={name}>{hint}</Hint>
      <FieldError name={name}>{error}</FieldError>
      <input
        id={name}
        name={name}
        type={type}
        className={`${boxClass(error)} ${sizes[size]}`}
        aria-describedby={describedBy(name, hint, error)}
        aria-invalid={error ? true : undefined}
        {...input}
      />
    </div>
  );
}
