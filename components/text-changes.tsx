// What has changed in a text since somebody signed it: told by words and lines under or through them, and said aloud, never by colour alone.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { TextChange } from '@/lib/documents/text-changes';
import { Added, ChangedWords, Removed } from './changed-words';
import { Tag } from './ui/tag';

const TONES = { new: 'active', gone: 'locked', changed: 'neutral' } as const;

export function TextChanges({ changes }: { changes: readonly TextChange[] }) {
  const t = useTranslations('documents.changes');
  const mark = {
    ins: (words: ReactNode) => <Added>{words}</Added>,
    del: (words: ReactNode) => <Removed>{words}</Removed>,
  };
  return (
    <section
      aria-labelledby="what-changed"
      className="max-w-line rounded-round border border-dusk bg-surface p-5 sm:p-6"
    >
      <h2 id="what-changed" tabIndex={-1} className="text-h3">
        {t('title')}
      </h2>
      <p className="mt-2 text-small text-ink-soft">
        {changes.length > 0 ? t.rich('legend', mark) : t('none')}
      </p>
      <ul className="mt-3 list-none divide-y divide-line ps-0">
        {changes.map(({ place, heading, kind, pieces }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two changes may read alike, and none ever moves
          <li key={index} className="py-3 first:pt-0 last:pb-0">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small">
              <span className="font-semibold">{heading || t(`place.${place}`)}</span>
              <Tag tone={TONES[kind]}>{t(`kind.${kind}`)}</Tag>
            </p>
            <p className="mt-2 wrap-anywhere">
              <ChangedWords pieces={pieces} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
