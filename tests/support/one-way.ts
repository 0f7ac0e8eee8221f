// Which ways a journey is walked, where the forms it posts are the same plain ones with scripts and without.

/** One way in a run, so that it stays short; with BOTH_WAYS=on in the environment, both. */
export const oneWay = (scripts: boolean): readonly boolean[] =>
  process.env.BOTH_WAYS === 'on' ? [true, false] : [scripts];
