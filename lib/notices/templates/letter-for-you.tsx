// A message waits for a client; where a time of theirs was cancelled with it, that stands here too, so that nobody sets out in vain.
import { type Letter, Line, Next, Paper, Standout } from './letter';

/** `cancelled`: a time was, and mail may tell of times. `when`: the day and time of it, or null where somebody else may read along. */
export type LetterFacts = { when: string | null; cancelled: boolean; link: string };

type Kind = 'letter-for-you';

export function LetterForYou({ facts, kind, ...letter }: { facts: LetterFacts; kind: Kind } & Letter) {
  const { words } = letter;
  return (
    <Paper {...letter}>
      <Line>{words(`${kind}.lead`)}</Line>
      {facts.cancelled && <Line>{words(facts.when ? `${kind}.then` : `${kind}.hidden`)}</Line>}
      {facts.cancelled && facts.when && <Standout>{facts.when}</Standout>}
      <Next href={facts.link}>{words('signIn')}</Next>
    </Paper>
  );
}
