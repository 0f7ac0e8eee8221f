// Every copy of a document, the old ones too: signed, signed again, withdrawn.
import { useLocale, useTranslations } from 'next-intl';
import type { SignedCopy } from '@/lib/documents/signed-copy';
import { dayInWords } from '@/lib/scheduling/time-in-words';

export function OtherCopies({
  copy,
  zone,
  path,
}: {
  copy: SignedCopy;
  zone: string;
  path: (number: number) => string;
}) {
  const t = useTranslations('documents.copy');
  const locale = useLocale();
  const { near, total } = copy;
  if (total < 2) return null;
  const oldest = near.at(-1)?.number ?? 1;
  return (
    <section aria-labelledby="others" className="no-print">
      <h2 id="others">{t('others')}</h2>
      <ul className="mt-2 max-w-line list-none divide-y divide-line border-y border-line ps-0">
        {near.map(({ number, kind, version, signedAt }) => (
          <li key={number} className="flex flex-wrap items-center justify-between gap-x-4 py-1">
            {number === copy.number ? (
              <span aria-current="page" className="inline-flex min-h-(--target) items-center font-semibold">
                {t(`record-of.${kind}`, { version })} ({t('this')})
              </span>
            ) : (
              <a href={path(number)} className="inline-flex min-h-(--target) items-center">
                {t(`record-of.${kind}`, { version })}
              </a>
            )}
            <span className="text-small text-ink-soft">{dayInWords(signedAt, zone, locale, true)}</span>
          </li>
        ))}
      </ul>
      {near.length < total && (
        <p className="mt-2 flex flex-wrap gap-x-6">
          {near[0]?.number !== total && (
            <a href={path(total)} className="inline-flex min-h-(--target) items-center">
              {t('newest')}
            </a>
          )}
          {oldest > 1 && (
            <a href={path(oldest - 1)} className="inline-flex min-h-(--target) items-center">
              {t('older', { count: oldest - 1 })}
            </a>
          )}
        </p>
      )}
    </section>
  );
}
