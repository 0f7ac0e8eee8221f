// Tells an address what became of it as somebody's way in. Nothing in it changes anything: its link only leads to a page.
import { type Letter, Line, Next, Paper } from './letter';

export type KeyHolderFacts = { link: string };

type Kind =
  | 'address-taken'
  | 'address-left'
  | 'address-begun'
  | 'recovery-asked'
  | 'recovery-waits'
  | 'reset-asked'
  | 'reset-waits'
  | 'reset-done';

export function KeyHolder({ facts, kind, ...letter }: { facts: KeyHolderFacts; kind: Kind } & Letter) {
  const { words } = letter;
  return (
    <Paper {...letter}>
      <Line>{words(`${kind}.lead`)}</Line>
      <Line>{words(`${kind}.then`)}</Line>
      <Next href={facts.link}>{words(`${kind}.button`)}</Next>
    </Paper>
  );
}
