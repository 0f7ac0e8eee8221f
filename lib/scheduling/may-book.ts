// Whether a client may book this clinician now, and if not, the one reason why. Facts in, answer out; nothing is read here.

export type Format = 'video' | 'in-person';

/** What the client has done and said that decides who can see them. */
export interface BookingFacts {
  /** Documents that must be signed, or signed again, before a time can be had, by slug. */
  agreementsMissing: string[];
  /** Form sections needed to book whose check page isn't confirmed, by number. */
  formsMissing: string[];
  /** `US-CA`, `GB-ENG` …; null while A8 isn't answered. */
  region: string | null;
  /** Coming with a partner. "Not decided" counts as alone: any clinician can begin there. */
  asCouple: boolean;
  /** Null while the question isn't answered. */
  format: Format | null;
  /** `en`, `es` …; null when any will do. */
  language: string | null;
  hasAppointment: boolean;
  /** They were declined, or their way here was closed: no time is theirs to take any more. */
  ended?: boolean;
}

/** Whom a clinician sees. */
export interface WhoTheySee {
  /** Still works here, and takes new clients. */
  active: boolean;
  formats: string[];
  regions: string[];
  seesCouples: boolean;
  languages: string[];
}

export type CannotSee = 'clinician-inactive' | 'region' | 'format' | 'couples' | 'language';

export type MayNotBook =
  | CannotSee
  | 'agreements-missing'
  | 'forms-missing'
  | 'ended'
  | 'has-appointment'
  | 'too-soon'
  | 'not-offered';

/** Why this clinician can't see this client; null when they can. A region counts for video and in person alike: it is where the licence holds. */
export function whyNotSeen(clinician: WhoTheySee, facts: BookingFacts): CannotSee | null {
  if (!clinician.active) return 'clinician-inactive';
  if (facts.region === null || !clinician.regions.includes(facts.region)) return 'region';
  if (facts.format === null || !clinician.formats.includes(facts.format)) return 'format';
  if (facts.asCouple && !clinician.seesCouples) return 'couples';
  if (facts.language !== null && !clinician.languages.includes(facts.language)) return 'language';
  return null;
}

/** What stands before booking at all, whoever the clinician; null when nothing does. */
export function whyNotReady(
  facts: BookingFacts,
): 'agreements-missing' | 'forms-missing' | 'has-appointment' | 'ended' | null {
  // An appointment first: somebody who has one is shown it, whatever else changed since.
  if (facts.hasAppointment) return 'has-appointment';
  if (facts.ended) return 'ended';
  if (facts.agreementsMissing.length > 0) return 'agreements-missing';
  if (facts.formsMissing.length > 0) return 'forms-missing';
  return null;
}

/** Every rule on booking one time, in the order a client should hear of them. */
export function mayBook(asked: {
  facts: BookingFacts;
  clinician: WhoTheySee;
  startsAt: Date;
  /** From now to this is the clinician's notice. */
  earliestAt: Date;
  /** Whether the clinician's hours hold a session at this instant, were nothing else booked. */
  offered: boolean;
}): { ok: true } | { ok: false; reason: MayNotBook } {
  const reason = whyNotReady(asked.facts) ?? whyNotSeen(asked.clinician, asked.facts);
  if (reason) return { ok: false, reason };
  if (asked.startsAt < asked.earliestAt) return { ok: false, reason: 'too-soon' };
  if (!asked.offered) return { ok: false, reason: 'not-offered' };
  return { ok: true };
}
