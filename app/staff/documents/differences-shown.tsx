// What changed, word by word: what is new is underlined, what is gone is struck through, and both say so to who can't see it.
import { useTranslations } from 'next-intl';
import { Details } from '@/components/ui/details';
import type { Difference, differencesBetween, Piece } from '@/lib/documents/differences';

type Parts = ReturnType<typeof differencesBetween>;

/** `none`: what to say when nothing did. `sides`: two texts of two people are compared, not an old and a new one. */
export function DifferencesShown({ parts, none, sides }: { parts: Parts; none: string; sides?: true }) {
  const t = useTranslations('staffDocuments.differences');
  if (parts.length === 0) return <p>{none}</p>;
  return (
    <>
      <p className="text-ink-soft">
        {t.rich(sides ? 'legendSides' : 'legend', {
          ins: (words) => <ins className={added}>{words}</ins>,
          del: (words) => <del className={removed}>{words}</del>,
        })}
      </p>
      {parts.map(({ part, differences }) => (
        <div key={part} className="flex max-w-[48rem] flex-col gap-2">
          <h3>{t(`part.${part}`)}</h3>
          {stretches(differences).map((stretch, at) =>
            stretch.changed ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: a text's parts never move
              <Changed key={at} difference={stretch.blocks[0]} />
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: a text's parts never move
              <Same key={at} blocks={stretch.blocks} />
            ),
          )}
        </div>
      ))}
    </>
  );
}

const added = 'ms-[0.15em] bg-dusk-pale font-semibold underline decoration-2 underline-offset-[0.18em]';
const removed = 'text-ink-soft line-through decoration-2';

type Stretch = { changed: boolean; blocks: [Difference, ...Difference[]] };

/** What stayed is folded together; each part that changed stands alone. */
function stretches(differences: readonly Difference[]): Stretch[] {
  const found: Stretch[] = [];
  for (const difference of differences) {
    const last = found.at(-1);
    if (last && !last.changed && !difference.changed) last.blocks.push(difference);
    else found.push({ changed: difference.changed, blocks: [difference] });
  }
  return found;
}

function Same({ blocks }: { blocks: readonly Difference[] }) {
  const t = useTranslations('staffDocuments.differences');
  return (
    <Details summary={t('same', { count: blocks.length })}>
      {blocks.map(({ pieces }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a text's parts never move
        <p key={at} className="whitespace-pre-line wrap-anywhere">
          {pieces.map(({ text }) => text).join('')}
        </p>
      ))}
    </Details>
  );
}

const Changed = ({ difference: { pieces } }: { difference: Difference }) => (
  <p className="rounded-soft border border-line bg-surface px-4 py-2 whitespace-pre-line wrap-anywhere">
    {pieces.map((piece, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a text's words never move
      <Words key={at} piece={piece} />
    ))}
  </p>
);

function Words({ piece: { kind, text } }: { piece: Piece }) {
  const t = useTranslations('staffDocuments.differences');
  if (kind === 'same') return text;
  const Mark = kind === 'added' ? 'ins' : 'del';
  return (
    <Mark className={kind === 'added' ? added : removed}>
      <span className="sr-only"> {t(kind)} </span>
      {text}
      <span className="sr-only"> {t('end')} </span>
    </Mark>
  );
}
