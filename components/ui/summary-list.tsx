// What was given, question beside answer, each with a way to change it.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

export type SummaryRow = {
  label: ReactNode;
  value: ReactNode;
  /** `hidden` completes the link for who can't see the row: "Change *your name*". */
  change?: { href: string; hidden: string };
};

export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  const t = useTranslations('common');
  return (
    <dl className="max-w-page border-t border-line">
      {rows.map(({ label, value, change }, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no id and never move
          key={index}
          className="keep-together grid gap-x-6 gap-y-1 border-b border-line py-[0.7em] in-[.dense]:py-[0.35em] sm:grid-cols-[minmax(9em,2fr)_3fr_auto]"
        >
          <dt className="font-semibold">{label}</dt>
          <dd className="min-w-0 whitespace-pre-line">{value}</dd>
          {change && (
            <dd className="no-print">
              <a href={change.href} className="inline-block py-1 sm:py-0">
                {t('change')}
                <span className="sr-only"> {change.hidden}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
