// Z-03: no clinical answer, score, note or code is in anything that front desk or an admin is ever sent: a page, the data of a page, a file, the answer to a form.

import { as } from '@/db/client';
import { definition } from '@/lib/forms/definition';
import { allClinicians } from '@/lib/scheduling/clinicians';
import { theTeam } from '../lib/review/made-up-intakes';
import { type Asking, askingAs } from '../support/asking';
import { inTurns } from '../support/in-turns';
import { aJob } from '../support/people';
import { signedIn } from '../support/sessions';
import { expect, test } from '../support/site-door';
import { aMarkedPerson, MARK, MARKED_CODE, type MarkedPerson } from './marked-person';
import { ROLE_MATRIX } from './role-matrix';

/** The page itself, and the data that a browser with scripts asks for instead. */
const ASKED_FOR: Record<string, string>[] = [{}, { RSC: '1' }];
/** About the questions and nobody's answers: what may be chosen stands there for every member of staff. */
const ABOUT_QUESTIONS = /^\/staff\/(questionnaire|settings\/forms)\b/;
const NOTICES = definition.instruments.map(({ notice }) => notice.slice(0, 40));
const MOST_PAGES = 250;
/** These count tries against whoever posts them. */
const COUNTED = /^\/staff\/(second-factor|enrol)\//;

/** Where the matrix has a name or nobody's reference, the marked person's own. */
async function addressesOf({ submission, appointment, notice }: MarkedPerson) {
  const [someone] = await as(aJob, allClinicians);
  const real: Record<string, string> = {
    ...{ submission, appointment, clinician: someone?.reference ?? '' },
    closing: `/staff/calendar/close?with=${someone?.reference}&on=2031-03-04`,
  };
  return (at: string) =>
    at
      .replace(/\{(\w+)\}/, (_, name: string) => real[name] ?? name)
      .replace('/staff/messages/none', `/staff/messages/${notice}`);
}

type Seen = { path: string; text: string };

/** Every page of staff, and every further one that they lead to and that is about the marked person. */
async function everythingSentTo(asking: Asking, person: MarkedPerson): Promise<Seen[]> {
  const addressOf = await addressesOf(person);
  const rows = Object.entries(ROLE_MATRIX).map(([route, row]) => ({
    ...row,
    at: addressOf(row.at ?? route),
  }));
  const theirs = [person.submission, person.appointment, person.notice];
  await asking.post('/staff/search', { words: 'Mika Marked' });
  const left = new Set(rows.filter(({ method, at }) => !method && !at.endsWith('.pdf')).map(({ at }) => at));
  left.add('/staff?found=yes');
  const asked = new Set<string>();
  const seen: Seen[] = [];
  while (left.size > 0 && asked.size < MOST_PAGES) {
    const now = [...left];
    left.clear();
    await inTurns(now, async (path) => {
      asked.add(path);
      for (const headers of ASKED_FOR) {
        const answer = await asking.get(path, headers);
        expect(answer.status, path).toBeLessThan(500);
        seen.push({ path, text: answer.text });
        for (const [, href = ''] of answer.text.matchAll(/href="(\/staff[^"#]*)/g)) {
          const link = href.replaceAll('&amp;', '&');
          // What a file says no search finds; who gets none is in the matrix.
          const more = theirs.some((reference) => link.includes(reference)) && !link.includes('.pdf');
          if (more && !asked.has(link)) left.add(link);
        }
      }
    });
  }
  const forms = rows.filter(({ method, at }) => method && at.startsWith('/staff') && !COUNTED.test(at));
  await inTurns(forms, async ({ at }) => {
    const { to, text } = await asking.post(at, {});
    seen.push({ path: at, text: `${to} ${text}` });
  });
  return seen;
}
const marksIn = (seen: Seen[]) =>
  new Set(seen.flatMap(({ text }) => text.match(/Quetzalmark [^(]+(?= \(made up\))|Q0Z\.MARK/g) ?? []));

test('Z-03 front desk and an admin are sent no clinical word, whatever they ask for; who leads finds each', async ({
  site,
}) => {
  const team = await theTeam();
  const person = await aMarkedPerson(team);
  const sentTo = async (who: keyof typeof team) =>
    everythingSentTo(askingAs(site.url, await signedIn(team[who])), person);

  // First whoever may read all of it: a mark that nobody finds would show nothing.
  const read = await sentTo('lead');
  const found = marksIn(read);
  const said = ['C1', 'note', 'question', 'request', 'message', 'attempt', 'outcome'];
  for (const what of said) expect(found, what).toContain(`${MARK} ${what}`);
  expect(found).toContain(MARKED_CODE);
  expect(found.size).toBeGreaterThan(30);
  const file = read.filter(({ path }) => path === `/staff/submissions/${person.submission}`);
  const words = [...person.chosen, ...NOTICES].filter((one) => file.some(({ text }) => text.includes(one)));
  expect(words.length).toBeGreaterThan(12);
  expect(found, 'what is not shared is for nobody').not.toContain(`${MARK} unshared`);

  for (const who of ['frontDesk', 'admin'] as const) {
    const sent = await sentTo(who);
    expect(sent.length, who).toBeGreaterThan(150);
    expect(
      sent.some(({ text }) => text.includes(person.submission)),
      'they see that this person is there',
    ).toBe(true);
    for (const { path, text } of sent) {
      expect([...marksIn([{ path, text }])], `${path} for ${who}`).toEqual([]);
      expect(text, path).not.toContain(MARK);
      if (!ABOUT_QUESTIONS.test(path))
        expect(
          words.filter((one) => text.includes(one)),
          `${path} for ${who}`,
        ).toEqual([]);
    }
  }
});
