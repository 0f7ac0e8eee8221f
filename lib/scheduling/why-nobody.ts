// Why nobody here can see a client as they want to come, and what they could choose instead. Facts in, answer out.
import type { BookingFacts, Format, WhoTheySee } from './may-book';
import { whyNotSeen } from './may-book';

/** What a client could choose instead: to come on their own first, to meet another way, or both. */
export type Instead = { company?: 'alone'; format?: Format };

/** `because`: the one thing to say; `full` when nobody who may see people there takes new clients. */
export type Nobody = {
  because: 'together' | 'format' | 'together-and-format' | 'language' | 'full';
  instead: Instead | null;
};

type Wishes = Pick<BookingFacts, 'region' | 'asCouple' | 'format' | 'language'>;

const BOTH: readonly Format[] = ['video', 'in-person'];

/**
 * Null when somebody can see them, and while it is not known where they will be. What isn't answered yet rules
 * nobody out, so that it is said as soon as two answers can't go together.
 */
export function whyNobody(clinicians: readonly WhoTheySee[], wishes: Wishes): Nobody | null {
  const seen = (changed: Partial<Wishes>) => isSeen(clinicians, { ...wishes, ...changed });
  if (wishes.region === null || seen({})) return null;
  const alone = wishes.asCouple;
  const other = BOTH.find((format) => wishes.format !== null && format !== wishes.format);
  if (alone && seen({ asCouple: false })) return { because: 'together', instead: { company: 'alone' } };
  if (other && seen({ format: other })) return { because: 'format', instead: { format: other } };
  if (alone && other && seen({ asCouple: false, format: other }))
    return { because: 'together-and-format', instead: { company: 'alone', format: other } };
  const because = seen({ language: null, asCouple: false, format: null }) ? 'language' : 'full';
  return { because, instead: null };
}

function isSeen(clinicians: readonly WhoTheySee[], wishes: Wishes): boolean {
  const formats = wishes.format === null ? BOTH : [wishes.format];
  const rest = {
    agreementsMissing: [],
    formsMissing: [],
    hasAppointment: false,
  };
  return formats.some((format) =>
    clinicians.some((one) => whyNotSeen(one, { ...rest, ...wishes, format }) === null),
  );
}
