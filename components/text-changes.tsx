// What has changed in a text since somebody signed it: told by words and lines under or through them, and said aloud, never by colour alone.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Piece, TextChange } from '@/lib/documents/text-changes';
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
              {pieces.map((piece, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the words stay in their order
                <Words key={at} {...piece} />
              ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A screen reader says where new words and words that are gone begin and end. */
function Words({ kind, text }: Piece) {
  const t = useTranslations('documents.changes');
  if (kind === 'same') return text;
  const Mark = kind === 'added' ? Added : Removed;
  return (
    <Mark>
      <span className="sr-only"> {t(kind)} </span>
      {text}
      <span className="sr-only"> {t('end')} </span>
    </Mark>
  );
}

const Added = ({ children }: { children: ReactNode }) => (
  <ins className="bg-dusk-pale [del+&]:ms-[0.25em] font-semibold underline decoration-2 underline-offset-[0.18em]">
    {children}
  </ins>
);

const Removed = ({ children }: { children: ReactNode }) => (
  <del className="text-ink-soft line-through decoration-2">{children}</del>
);
