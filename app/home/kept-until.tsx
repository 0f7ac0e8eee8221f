// Until when what somebody saved is kept, and what keeps it longer.
import { useLocale, useTranslations } from 'next-intl';
import type { Home } from '@/lib/onboarding/home';
import { dayInWords } from '@/lib/scheduling/time-in-words';

export function KeptUntil({ until }: { until: Home['draftUntil'] }) {
  const t = useTranslations('home');
  const locale = useLocale();
  if (!until) return null;
  return (
    <p className="max-w-line text-small text-ink-soft">
      {t('keptUntil', { date: dayInWords(until.at, until.zone, locale, true) })}
    </p>
  );
}
