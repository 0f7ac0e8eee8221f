// An estimate put into words: the same for the client, for staff who look before they give it, and in the PDF file.
import type { useTranslations } from 'next-intl';
import { moneyInWords } from '@/lib/clinic/money';
import type { EstimateContents } from '@/lib/estimates/estimate-contents';
import { dateInWords, instantInWords } from '@/lib/scheduling/time-in-words';

type Words = ReturnType<typeof useTranslations<'estimates.view'>>;

export type ShownEstimate = { contents: EstimateContents; diagnosis: string | null };

/** Whose, from whom, where and for how long. */
export function estimateRows(t: Words, { contents, diagnosis }: ShownEstimate, locale: string) {
  const { client, practice, provider, place, booked, period, lines } = contents;
  const service = lines[0]?.service ?? '';
  const when = booked && instantInWords(new Date(booked.startsAt), booked.zone, locale);
  return [
    { label: t('for'), value: client.name },
    { label: t('born'), value: dateInWords(client.bornOn, locale) },
    { label: t('issued'), value: dateInWords(contents.issuedOn, locale) },
    {
      label: t('primary'),
      value: when ? t('primaryBooked', { service, when }) : t('primaryOpen', { service }),
    },
    { label: t('period'), value: t('periodSays', period) },
    { label: t('provider'), value: [provider.name, provider.credential].filter(Boolean).join(', ') },
    { label: t('practice'), value: practice.name },
    { label: t('npi'), value: practice.npi },
    { label: t('taxId'), value: practice.taxId },
    { label: t('reach'), value: `${practice.phone}, ${practice.email}` },
    {
      label: t('place'),
      value: t(`placeSays.${place.format ?? 'open'}`, { address: practice.address }),
    },
    ...(place.state ? [{ label: t('state'), value: place.state }] : []),
    ...(diagnosis ? [{ label: t('diagnosis'), value: diagnosis }] : []),
  ];
}

/** Each service with its figures as they are read. */
export const estimateLines = (t: Words, { lines, currency }: EstimateContents, locale: string) =>
  lines.map(({ service, code, minutes, quantity, cents, total }) => ({
    service: t('minutes', { service, minutes }),
    code,
    quantity: String(quantity),
    times: t('times', { quantity, each: moneyInWords(cents, currency, locale) }),
    each: moneyInWords(cents, currency, locale),
    total: moneyInWords(total, currency, locale),
  }));

export const estimateTotal = (
  t: Words,
  { total, currency }: Pick<EstimateContents, 'total' | 'currency'>,
  locale: string,
) => t('total', { total: moneyInWords(total, currency, locale) });
