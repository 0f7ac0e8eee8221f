// How long a session lasts: until nobody has used it for a while, and never longer than half a day.

/** Minutes without a request after which a session has idled out. */
export const IDLE_MINUTES = { client: 30, staff: 15 } as const;
/** Hours after which it ends, used or not. */
export const LONGEST_HOURS = 12;
/** Hours after its end in which the page it had open may still hand in what was typed, to be kept as a draft. */
export const LAST_WORDS_HOURS = 12;
