// What every field shares: its label, a hint before it, and an error that says what to do.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

/** The ids of a field's hint and error, as one `aria-describedby`. */
export function describedBy(name: string, hint?: ReactNode, error?: string) {
  return [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ') || undefined;
}

export const boxClass = (error?: string) =>
  `min-h-(--target) rounded-soft bg-surface px-[0.7em] py-[0.35em] text-ink ${
    error ? 'border-2 border-danger' : 'border border-control hover:border-dusk'
  }`;

export function Label({
  name,
  asHeading,
  optional,
  children,
}: {
  name: string;
  asHeading?: boolean;
  optional?: boolean;
  children: ReactNode;
}) {
  const t = useTranslations('common');
  const label = (
    <label htmlFor={name} className={asHeading ? 'block' : 'block font-semibold'}>
      {children}
      {optional && <span className="font-normal text-ink-soft"> {t('optional')}</span>}
    </label>
  );
  return asHeading ? <h1>{label}</h1> : label;
}

export function Legend({ asHeading, children }: { asHeading?: boolean; children: ReactNode }) {
  return (
    <legend className={asHeading ? 'mb-3 block' : 'mb-1 block font-semibold'}>
      {asHeading ? <h1>{children}</h1> : children}
    </legend>
  );
}

export function Hint({ name, children }: { name: string; children?: ReactNode }) {
  if (!children) return null;
  return (
    <div id={`${name}-hint`} className="max-w-line text-ink-soft">
      {children}
    </div>
  );
}

export function FieldError({ name, children }: { name: string; children?: string }) {
  const t = useTranslations('common');
  if (!children) return null;
  return (
    <p id={`${name}-error`} className="flex items-start gap-2 font-semibold text-danger">
      <ErrorMark />
      <span>
        <span className="sr-only">{t('errorPrefix')} </span>
        {children}
      </span>
    </p>
  );
}

function ErrorMark() {
  return (
    <svg viewBox="0 0 20 20" className="mt-[0.2em] size-[1.1em] shrink-0" aria-hidden="true">
      <circle cx="10" cy="10" r="9" className="fill-current" />
      <path d="M10 5v6M10 14v1" strokeWidth="2.2" strokeLinecap="round" className="stroke-ground" />
    </svg>
  );
}

/** A field and its words, with a bar at the start when something is to be corrected. */
export const fieldClass = (error?: string) =>
  `flex min-w-0 flex-col gap-2 ${error ? 'border-s-4 border-danger ps-4' : ''}`;
