// Words that are new are underlined, words that are gone are struck through, and both say so to who can't see it.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Piece } from '@/lib/documents/changed-words';

export const Added = ({ children }: { children: ReactNode }) => (
  <ins className="bg-dusk-pale [del+&]:ms-[0.25em] font-semibold underline decoration-2 underline-offset-[0.18em]">
    {children}
  </ins>
);

export const Removed = ({ children }: { children: ReactNode }) => (
  <del className="text-ink-soft line-through decoration-2">{children}</del>
);

export function ChangedWords({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map((piece, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the words stay in their order
    <Words key={at} {...piece} />
  ));
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
