// A box for as much or as little as somebody wants to write.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { WritingBox } from '@/components/writing-box';
import { boxClass, describedBy, FieldError, fieldClass, Hint, Label } from './field';

export type TextAreaProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  defaultValue?: string;
  rows?: number;
  /** Characters; said below the box, and never cut by the browser: the server answers what is too long. */
  maxLength?: number;
  labelAsHeading?: boolean;
  optional?: boolean;
};

export function TextArea(field: TextAreaProps) {
  const { name, label, hint, error, defaultValue, rows = 6, maxLength, labelAsHeading, optional } = field;
  const t = useTranslations('common');
  const described = [describedBy(name, hint, error), maxLength && `${name}-limit`].filter(Boolean).join(' ');
  return (
    <div className={fieldClass(error)}>
      <Label name={name} asHeading={labelAsHeading} optional={optional}>
        {label}
      </Label>
      <Hint name={name}>{hint}</Hint>
      <FieldError name={name}>{error}</FieldError>
      <WritingBox
        id={name}
        name={name}
        rows={rows}
        data-most={maxLength}
        defaultValue={defaultValue}
        className={`${boxClass(error)} w-full max-w-line`}
        aria-describedby={described || undefined}
        aria-invalid={error ? true : undefined}
      />
      {maxLength && (
        <p id={`${name}-limit`} className="text-small text-ink-soft">
          {t('upToCharacters', { count: maxLength })}
        </p>
      )}
    </div>
  );
}
