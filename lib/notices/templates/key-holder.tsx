// Tells an address what became of it as somebody's way in. Nothing in it changes anything: its link only leads to a page.
import type { AddressNotice } from '@/lib/accounts/address-change';
import { type Letter, Line, Next, Paper } from './letter';

export type KeyHolderFacts = { link: string };

type Kind = Exclude<AddressNotice, 'address-code'>;

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
