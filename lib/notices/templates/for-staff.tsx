// Something needs a member of staff: no name, no detail, a link that opens for staff alone.
import { type Letter, Line, Next, Paper } from './letter';

type Kind =
  | 'given-to-you'
  | 'flag-raised'
  | 'flag-late'
  | 'flag-taken-over'
  | 'glass-broken'
  | 'going-live-lapsed'
  | 'staff-invited'
  | 'staff-sign-in-changed'
  | 'staff-sign-in-tried'
  | 'team-changed';

export function ForStaff({ facts, kind, ...letter }: { facts: { link: string }; kind: Kind } & Letter) {
  const { words } = letter;
  return (
    <Paper {...letter}>
      <Line>{words(`${kind}.lead`)}</Line>
      <Next href={facts.link}>{words(`${kind}.button`)}</Next>
    </Paper>
  );
}
