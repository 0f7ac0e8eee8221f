// Where those who phoned are, and what stood in the way there.

export const PHONE = '/staff/phone';
export const START = '/staff/phone/start';
/** The same with what was just typed: whoever opens the form anew finds it empty, and never another caller's words. */
export const START_TYPED = `${START}?typed=yes`;
/** The key of what was typed about somebody on the phone. */
export const START_FORM = 'staff/phone/start';

/** Whatever stands in an address comes from the address line: it is written back with care. */
export const invitationPage = (reference: string | undefined): string =>
  `${PHONE}/${encodeURIComponent(reference ?? '')}`;

const PROBLEMS = ['not-allowed', 'unknown', 'arrived', 'too-often'] as const;
const DONE = ['started', 'already', 'sent', 'withdrawn'] as const;

/** Null for what is none of them: an address can say anything. */
export const problemNamed = (given: string | string[] | undefined) =>
  PROBLEMS.find((each) => each === given) ?? null;
export const doneNamed = (given: string | string[] | undefined) =>
  DONE.find((each) => each === given) ?? null;
