// What somebody gave over the phone stands on the pages of their forms, ready to be looked over; it is nobody's answer until they press Continue.
import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { phoneIntake } from '@/db/schema';
import type { FieldError } from '@/lib/accounts/form-draft';
import { COUNTRIES } from '@/lib/clinic/regions';
import { openFor } from '@/lib/vault/keys';
import { REGION_QUESTION } from './client-facts';
import { questionNamed } from './definition';
import { type Posted, parseQuestion } from './parse-question';
import type { Answer, Answers, Option } from './question';

/**
 * What staff may take down, in the order of their form: what everybody on the staff may read, and no more than it takes
 * to find the right person. Who reads the mail is not among it: that is for its reader alone to say.
 */
const BY_PHONE = ['B1', 'B3', 'A2', 'B7', 'format', 'C8'] as const;
export type ByPhone = (typeof BY_PHONE)[number];

/** The field that takes the place at once: a country, or where those license by region, the region. */
export const PLACE = 'place';
/** Of the language only which it is: whether somebody interprets is asked on its page. */
export const LANGUAGE = 'B7-language';

export const placeOfGiven = (row: string) => ({ table: 'phone_intake', column: 'given', row });

/** Every place there is, by the code a licence is held for. */
export const placeOptions = (): Option[] =>
  COUNTRIES.flatMap(({ code, name, regions }) =>
    regions.length === 0
      ? [{ value: code, label: name }]
      : regions.map((region) => ({ value: region.code, label: `${name}: ${region.name}` })),
  );

export const optionsOf = (id: ByPhone): readonly Option[] => {
  const input = questionNamed(id)?.input;
  const one = input?.kind === 'group' ? input.fields[0] : input;
  return one && 'options' in one ? one.options : [];
};

export type ParsedGiven = { ok: true; given: Map<string, Answer> } | { ok: false; errors: FieldError[] };

/** Only the name to use must be there. `today` is the clinic's calendar date. What wasn't given is left out. */
export function givenFrom(posted: Posted, today: string): ParsedGiven {
  const given = new Map<string, Answer>();
  const errors: FieldError[] = [];
  for (const id of BY_PHONE) {
    const question = questionNamed(id);
    if (!question || id === 'B7') continue;
    const read = parseQuestion(question, posted, id === 'B1', today);
    if (read.errors) errors.push(...read.errors);
    else if (read.answer.state === 'answered') given.set(id, read.answer);
  }
  const language = posted.one(LANGUAGE);
  if (language !== '') {
    if (optionsOf('B7').some(({ value }) => value === language))
      given.set('B7', { state: 'answered', value: { language } });
    else errors.push({ field: LANGUAGE, reason: 'not-an-option' });
  }
  const place = posted.one(PLACE);
  if (place !== '') {
    const answers = answersOfPlace(place);
    if (answers.length > 0) for (const [id, value] of answers) given.set(id, { state: 'answered', value });
    else errors.push({ field: PLACE, reason: 'not-an-option' });
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, given };
}

/** The country's answer, and its region's where there is one; none for a place we don't know. */
function answersOfPlace(place: string): [string, string][] {
  if (!placeOptions().some(({ value }) => value === place)) return [];
  const [country = ''] = place.split('-');
  const region = REGION_QUESTION[country];
  return region && place !== country
    ? [
        ['A8', country],
        [region, place],
      ]
    : [['A8', place]];
}

/** By question; empty for who was not started over the phone. The client's own, and staff's who are in touch with them. */
export async function givenByPhone(tx: Tx, clientId: string): Promise<Answers> {
  const [row] = await tx
    .select({ id: phoneIntake.id, given: phoneIntake.given })
    .from(phoneIntake)
    .where(eq(phoneIntake.clientId, clientId));
  return row ? openGiven(tx, { ...row, clientId }) : new Map();
}

/** `given` as it is stored. */
export async function openGiven(
  tx: Tx,
  row: { id: string; clientId: string; given: string },
): Promise<Answers> {
  const text = await openFor(tx, row.clientId, placeOfGiven(row.id), row.given);
  return new Map(Object.entries(JSON.parse(text) as Record<string, Answer>));
}
