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
  const { all } = copy;
  if (all.length < 2) return null;
  return (
    <section aria-labelledby="others" className="no-print">
      <h2 id="others">{t('others')}</h2>
      <ul className="mt-2 max-w-line list-none divide-y divide-line border-y border-line ps-0">
        {all.map(({ number, kind, version, signedAt }) => (
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
    </section>
  );
}
