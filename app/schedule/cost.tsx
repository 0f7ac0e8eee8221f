// What a session costs, as far as the fees say, and where it stands what changing it late costs.
import { getLocale, getTranslations } from 'next-intl/server';
import { feesOfFirstSession } from '@/lib/clinic/first-session-fees';
import { moneyInWords } from '@/lib/clinic/money';
import { publicClinic } from '@/lib/clinic/public-clinic';

/** `minutes`: how long the session is. */
export async function Cost({ minutes }: { minutes: number }) {
  const [t, locale, clinic] = await Promise.all([
    getTranslations('schedule.cost'),
    getLocale(),
    publicClinic(),
  ]);
  const fees = feesOfFirstSession(clinic?.fees ?? [], minutes);
  const list = fees.map(({ service, cents }) =>
    t('fee', { service, price: moneyInWords(cents, clinic?.currency ?? '', locale) }),
  );
  return (
    <p>
      {list.length > 0
        ? t('is', { list: new Intl.ListFormat(locale, { type: 'conjunction' }).format(list) })
        : t.rich('none', { a: (words) => <a href="/fees">{words}</a> })}{' '}
      {t.rich('late', { a: (words) => <a href="/documents/fees">{words}</a> })}
    </p>
  );
}

/** How long an appointment is. */
export const minutesOf = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): number =>
  Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000);
