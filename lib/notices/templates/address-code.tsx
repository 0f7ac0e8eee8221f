// The code that shows a new address is its owner's: it is typed where it was asked for, and lets nobody in.
import { type Letter, Line, Paper, Standout } from './letter';

export type AddressCodeFacts = { code: string; minutes: number };

export function AddressCode({ facts, ...letter }: { facts: AddressCodeFacts } & Letter) {
  const { words } = letter;
  return (
    <Paper {...letter}>
      <Line>{words('address-code.lead')}</Line>
      <Standout figures>{facts.code}</Standout>
      <Line>{words('address-code.lasts', { minutes: facts.minutes })}</Line>
      <Line>{words('address-code.ignore')}</Line>
    </Paper>
  );
}
