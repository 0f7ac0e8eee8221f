// Two texts, block by block: which stayed, came, went, and which changed, word by word.
import { diffArrays } from 'diff';
import { changedWords, type Piece } from '@/lib/documents/changed-words';

/** Blocks are compared with those of the same place alone. */
type Block = { place: string; text: string };

export type BlockChange<B extends Block> = {
  /** Of the text that is now, where it is there. */
  block: B;
  kind: 'same' | 'new' | 'gone' | 'changed';
  pieces: Piece[];
};

/** A block that changed stands near where it was: beyond this many others it is not looked for, however long the texts. */
const NEAR = 20;

/** Every block of both, in the order in which they are read. */
export function blockChanges<B extends Block>(before: readonly B[], now: readonly B[]): BlockChange<B>[] {
  const changes: BlockChange<B>[] = [];
  const went: B[] = [];
  for (const { value, removed, added } of diffArrays([...before], [...now], {
    comparator: (one, other) => one.place === other.place && one.text === other.text,
  })) {
    if (removed) went.push(...value);
    else if (added) changes.push(...replaced(went.splice(0), value));
    else changes.push(...replaced(went.splice(0), []), ...value.map((block) => whole(block, 'same')));
  }
  return [...changes, ...replaced(went, [])];
}

/** Blocks that went, and those that came in their stead: pairs that are alike are one block that changed. */
function replaced<B extends Block>(went: B[], came: readonly B[]): BlockChange<B>[] {
  const changes: BlockChange<B>[] = [];
  const fresh: B[] = [];
  const tellOf = (gone: B[]) =>
    changes.push(
      ...gone.map((old) => whole(old, 'gone')),
      ...fresh.splice(0).map((one) => whole(one, 'new')),
    );
  for (const block of came) {
    const at = went
      .slice(0, NEAR)
      .findIndex((old) => old.place === block.place && changedWords(old.text, block.text));
    const pieces = at < 0 ? null : changedWords(went[at]?.text ?? '', block.text);
    if (!pieces) {
      fresh.push(block);
      continue;
    }
    tellOf(went.splice(0, at + 1).slice(0, -1));
    changes.push({ block, kind: 'changed', pieces });
  }
  tellOf(went);
  return changes;
}

const PIECES = { same: 'same', new: 'added', gone: 'removed' } as const;

const whole = <B extends Block>(block: B, kind: keyof typeof PIECES): BlockChange<B> => ({
  block,
  kind,
  pieces: [{ kind: PIECES[kind], text: block.text }],
});
