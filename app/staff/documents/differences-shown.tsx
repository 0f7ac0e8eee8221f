// What changed, word by word: what is new is underlined, what is gone is struck through, and both say so to who can't see it.
import { useTranslations } from 'next-intl';
import { Added, ChangedWords, Removed } from '@/components/changed-words';
import { Details } from '@/components/ui/details';
import type { Difference, differencesBetween } from '@/lib/documents/differences';

type Parts = ReturnType<typeof differencesBetween>;

/** `none`: what to say when nothing did. `sides`: two texts of two people are compared, not an old and a new one. */
export function DifferencesShown({ parts, none, sides }: { parts: Parts; none: string; sides?: true }) {
  const t = useTranslations('staffDocuments.differences');
  if (parts.length === 0) return <p>{none}</p>;
  return (
    <>
      <p className="text-ink-soft">
        {t.rich(sides ? 'legendSides' : 'legend', {
          ins: (words) => <Added>{words}</Added>,
          del: (words) => <Removed>{words}</Removed>,
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
    <ChangedWords pieces={pieces} />
  </p>
);
