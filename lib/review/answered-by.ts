// How a client's question can have been answered, to be named when it is marked as answered: the client reads it.

export const ANSWERED_BY = ['site', 'phone', 'email', 'in-person'] as const;
export type AnsweredBy = (typeof ANSWERED_BY)[number];

/** Null for what is none of them. */
export const answeredBy = (given: string): AnsweredBy | null =>
  ANSWERED_BY.find((each) => each === given) ?? null;

/** The field of one question's answer: the list has many. */
export const answeredByField = (taskId: string): string => `by-${taskId}`;
