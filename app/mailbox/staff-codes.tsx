// The codes the made-up staff would read from their phones just now.
import { useFormatter, useTranslations } from 'next-intl';
import type { DemoSecondFactor } from '@/lib/notices/demo-second-factors';

export function StaffCodes({ codes }: { codes: DemoSecondFactor[] }) {
  const t = useTranslations('notices');
  const format = useFormatter();
  const time = (at: Date) => format.dateTime(at, { timeStyle: 'medium', hourCycle: 'h23' });
  return (
    <section aria-labelledby="codes" className="flow rounded-round bg-sunk px-5 py-5 lg:sticky lg:top-6">
      <h2 id="codes">{t('codes.title')}</h2>
      <p className="text-small">{t('codes.lead', { until: time(codes[0]?.changesAt ?? new Date(0)) })}</p>
      <ul className="divide-y divide-line">
        {codes.map(({ email, name, code }) => (
          <li key={email} className="flex items-center justify-between gap-4 py-2">
            <span className="min-w-0 wrap-anywhere">
              {email}
              <span className="block text-small text-ink-soft">{name}</span>
            </span>
            {code ? (
              <code className="text-h3 font-semibold tabular-nums">{code}</code>
            ) : (
              <span className="text-small">{t('codes.soon')}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
