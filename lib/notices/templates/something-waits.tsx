// Something is there for a client to see; what it is, they see when they have signed in.
import { type Letter, Line, Next, Paper } from './letter';

type Kind =
  | 'saved-draft'
  | 'forms-due'
  | 'invited'
  | 'offer-taken-back'
  | 'submission-received'
  | 'question-for-you'
  | 'estimate-given'
  | 'sign-in-changed';

export function SomethingWaits({ facts, kind, ...letter }: { facts: { link: string }; kind: Kind } & Letter) {
  const { words } = letter;
  return (
    <Paper {...letter}>
      <Line>{words(`${kind}.lead`)}</Line>
      <Next href={facts.link}>{words('signIn')}</Next>
    </Paper>
  );
}
