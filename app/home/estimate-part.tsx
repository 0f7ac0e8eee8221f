// The way to a client's cost estimate from their home: it is there, or by when it will be.
import { useLocale, useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import type { Home } from '@/lib/onboarding/home';
import { dayInWords } from '@/lib/scheduling/time-in-words';

export function EstimatePart({ costs }: { costs: Home['costs'] }) {
  const t = useTranslations('estimates.own.home');
  const locale = useLocale();
  const { newest, due, late, zone, offered } = costs;
  if (!newest && !due)
    return offered ? (
      <p>
        <a href="/home/estimates" className="inline-flex min-h-(--target) items-center">
          {t('open')}
        </a>
      </p>
    ) : null;
  return (
    <section aria-labelledby="costs" className="rounded-soft border border-line bg-surface p-5">
      <h2 id="costs">{t('heading')}</h2>
      <p className="mt-2">
        {newest
          ? t('new', { when: dayInWords(newest.givenAt, zone, locale, true) })
          : due &&
            t(late ? 'late' : 'due', {
              when: dayInWords(new Date(due.getTime() - 60_000), zone, locale, true),
            })}
      </p>
      <p className="mt-3">
        <ButtonLink href={newest ? `/home/estimates/${newest.number}` : '/home/estimates'} kind="secondary">
          {newest ? t('see') : t('open')}
        </ButtonLink>
      </p>
    </section>
  );
}
