// What the document says, in a few plain sentences, before anybody has to read all of it.
import { useTranslations } from 'next-intl';

export function InShort({ lines }: { lines: readonly string[] }) {
  const t = useTranslations('documents');
  if (lines.length === 0) return null;
  return (
    <section
      aria-labelledby="in-short"
      className="keep-together max-w-line rounded-round border border-line bg-surface p-5 sm:p-6"
    >
      <h2 id="in-short" tabIndex={-1} className="text-h3">
        {t('inShort')}
      </h2>
      <ul className="mt-3 flex list-disc flex-col gap-2 ps-5 marker:text-dusk">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
