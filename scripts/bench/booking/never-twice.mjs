// B-01: ten thousand attempts at a hundred times, over HTTP: each is booked once, everybody else is told, and nothing breaks.
import { say, step } from '../../launch/say.mjs';
import { cookieOf, formOf } from './bookings.mjs';
import { ask } from './over-http.mjs';
import { atATime } from './rounds.mjs';

const ATTEMPTS = 10_000;
const TIMES = 100;
/** Enough to race for each time, and few enough that the door has a place for everybody: a queue would be told 503. */
const AT_ONCE = 24;
/** So that it comes to an end on any machine. On one that is too slow there are fewer attempts, and that is said. */
const MOST_SECONDS = 600;

/** What became of an attempt, in a word; an answer that should not be, as it is. */
function outcomeOf({ status, to }) {
  if (status !== 303) return String(status);
  if (to.endsWith('/booked')) return 'booked';
  const reason = new URL(to, 'http://localhost').searchParams.get('problem');
  return reason === 'slot-taken' ? 'taken' : `refused: ${reason ?? to}`;
}

/** Says what came of it; returns what does not hold, in words. */
export async function neverTwice({ url, sql, people, slots }) {
  const wanted = slots.slice(0, TIMES);
  // Somebody who has a time asks for no other.
  const free = [...people];
  const attempts = Array.from({ length: ATTEMPTS }, (_, i) => wanted[i % TIMES]);
  const attempt = async (slot) => {
    const person = free.shift();
    const outcome = outcomeOf(
      await ask(`${url}/schedule/book`, { cookie: cookieOf(person), form: formOf(slot) }),
    );
    if (outcome !== 'booked') free.push(person);
    return outcome;
  };
  const { results, all } = await step(
    `${ATTEMPTS.toLocaleString('en')} attempts at ${TIMES} times, ${AT_ONCE} at once`,
    () => atATime(AT_ONCE, attempts, attempt, MOST_SECONDS),
  );
  const [{ overlapping }] = await sql`
    select count(*)::int as overlapping from clinician_time a join clinician_time b
    on a.clinician_id = b.clinician_id and a.id < b.id and a.active and b.active and a.occupied && b.occupied
    where a.id in (select time_id from appointment where status = 'booked')`;
  const count = new Map();
  for (const outcome of results) count.set(outcome, (count.get(outcome) ?? 0) + 1);
  const told = [...count].map(([outcome, times]) => `${times.toLocaleString('en')} ${outcome}`).join(', ');
  const rate = Math.round((results.length / all) * 1000);
  say(
    `B-01: ${results.length.toLocaleString('en')} attempts: ${told}; ${overlapping} overlapping; ${rate} a second.`,
  );
  const faults = results.filter((outcome) => /^5\d\d$/.test(outcome)).length;
  say(`  ${faults} answered with 5xx.`);
  const twice = count.get('booked') !== TIMES || overlapping > 0;
  const other = results.length - (count.get('booked') ?? 0) - (count.get('taken') ?? 0);
  return [
    ...(twice ? [`B-01: a time was not booked just once`] : []),
    ...(other > 0 ? [`B-01: ${other} were neither booked nor told "taken"`] : []),
    ...(results.length < ATTEMPTS ? [`B-01: ${results.length} attempts in ${MOST_SECONDS} s`] : []),
  ];
}
