// The code somebody asked for, and the link that does the same in the browser they asked from.
import { type Letter, Line, Next, Paper, Standout } from './letter';

export type SignInFacts = { code: string; link: string; minutes: number };

export function SignInCode({ facts, ...letter }: { facts: SignInFacts } & Letter) {
  const { words } = letter;
  return (
    <Paper {...letter}>
      <Line>{words('sign-in.lead')}</Line>
      <Standout figures>{facts.code}</Standout>
      <Line>{words('sign-in.lasts', { minutes: facts.minutes })}</Line>
      <Line>{words('sign-in.link')}</Line>
      <Next href={facts.link}>{words('sign-in.button')}</Next>
      <Line>{words('sign-in.ignore')}</Line>
    </Paper>
  );
}
