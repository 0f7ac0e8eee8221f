// The buttons: one warm one a page for what to do next, quieter ones for everything else.
import type { ReactNode } from 'react';

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';

const shape =
  'inline-flex min-h-(--target) cursor-pointer items-center justify-center gap-2 rounded-soft py-[0.5em] text-center leading-tight no-underline';

const kinds: Record<ButtonKind, string> = {
  primary:
    'px-[1.25em] border border-lamp-deep bg-lamp font-semibold text-on-lamp shadow-[0_2px_0_var(--color-lamp-deep)] hover:bg-[color-mix(in_srgb,var(--color-lamp)_88%,var(--color-lamp-deep))] active:translate-y-px active:shadow-none',
  secondary:
    'px-[1.25em] border border-control bg-surface font-semibold text-ink hover:border-dusk hover:bg-dusk-pale',
  quiet:
    'border border-transparent px-[0.5em] text-dusk-deep underline underline-offset-[0.18em] hover:decoration-2',
  danger:
    'px-[1.25em] border border-danger bg-danger font-semibold text-on-danger hover:bg-[color-mix(in_srgb,var(--color-danger)_85%,black)]',
};

type Button = {
  children: ReactNode;
  kind?: ButtonKind;
  name?: string;
  value?: string;
  type?: 'submit' | 'button' | 'reset';
  /** The id of the form it belongs to, when it stands outside. */
  form?: string;
  /** Where the form goes when this button is pressed. */
  formAction?: string;
  /** In the browser only, for what no form can do. */
  onClick?: () => void;
};

export function Button({ children, kind = 'primary', type = 'submit', ...rest }: Button) {
  return (
    <button type={type} className={`${shape} ${kinds[kind]}`} {...rest}>
      {children}
    </button>
  );
}

/** A link that looks like a button: for going on, never for changing anything. */
export function ButtonLink({
  href,
  kind = 'primary',
  beside = false,
  children,
}: {
  href: string;
  kind?: ButtonKind;
  /** In a tab of its own: this page holds what is nowhere else. */
  beside?: boolean;
  children: ReactNode;
}) {
  return (
    <a
      href={href}
      target={beside ? '_blank' : undefined}
      rel={beside ? 'noopener' : undefined}
      className={`${shape} ${kinds[kind]}`}
    >
      {children}
    </a>
  );
}

/** Buttons side by side, one below the other on a phone. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return (
    <div className="no-print flex flex-col items-stretch gap-3 pt-2 sm:flex-row sm:flex-wrap sm:items-center sm:gap-4">
      {children}
    </div>
  );
}
