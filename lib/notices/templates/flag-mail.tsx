// Something needs a member of staff soon: no name, no detail, a link that opens for staff alone.
import { type Letter, Line, Next, Paper } from './letter';

export function FlagMail({ facts, ...letter }: { facts: { link: string } } & Letter) {
  const { words } = letter;
  return (
    <Paper {...letter}>
      <Line>{words('flag.lead')}</Line>
      <Next href={facts.link}>{words('flag.button')}</Next>
    </Paper>
  );
}
