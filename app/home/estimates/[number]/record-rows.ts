// How a copy is kept, put into words, the same on the page and in the PDF file.
import type { getTranslations } from 'next-intl/server';
import { instantInWords } from '@/lib/scheduling/time-in-words';
import type { LoadedEstimate } from './load-estimate';

type Words = Awaited<ReturnType<typeof getTranslations<'estimates.copy'>>>;

export function recordRows(t: Words, { estimate, zone }: LoadedEstimate, locale: string) {
  const { givenAt, givenBy, sha256, keyId, seal, holds } = estimate;
  return [
    { label: t('rows.time'), value: instantInWords(givenAt, zone, locale) },
    {
      label: t('rows.utc'),
      value: `${instantInWords(givenAt, 'UTC', locale)} · ${givenAt.toISOString()}`,
    },
    { label: t('rows.by'), value: givenBy },
    { label: t('rows.sha256'), value: sha256 },
    { label: t('rows.key'), value: keyId },
    { label: t('rows.seal'), value: seal },
    { label: t('rows.check'), value: holds ? t('holds') : t('broken') },
  ];
}
