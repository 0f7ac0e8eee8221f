// What somebody saved is deleted in some days, and how to keep it.
import { type Letter, Line, Next, Paper } from './letter';

export type DraftEndingFacts = { days: number; link: string };

export function DraftEnding({
  facts,
  kind,
  ...letter
}: { facts: DraftEndingFacts; kind: 'draft-ending' } & Letter) {
  const { words } = letter;
  return (
    <Paper {...letter}>
      <Line>{words(`${kind}.lead`, { days: facts.days })}</Line>
      <Line>{words(`${kind}.then`)}</Line>
      <Next href={facts.link}>{words('signIn')}</Next>
    </Paper>
  );
}
