// An appointment was set, moved or cancelled, or is near; or a time is kept for somebody who waits for one. The day and time stand here only where nobody else reads along.
import { type Letter, Line, Next, Paper, Standout } from './letter';

/** `when`: the day and time in words with their zone, or null when the inbox isn't the client's alone. */
export type AppointmentFacts = { when: string | null; link: string };

type Kind = `appointment-${'booked' | 'moved' | 'cancelled' | 'reminder' | 'offered'}`;

export function AppointmentMail({
  facts,
  kind,
  ...letter
}: { facts: AppointmentFacts; kind: Kind } & Letter) {
  const { words } = letter;
  return (
    <Paper {...letter}>
      <Line>{words(`${kind}.lead`)}</Line>
      {facts.when && <Standout>{facts.when}</Standout>}
      <Line>{words(facts.when ? `${kind}.then` : `${kind}.hidden`)}</Line>
      <Next href={facts.link}>{words('signIn')}</Next>
    </Paper>
  );
}
