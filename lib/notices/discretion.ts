// What no mail may say: the words that would tell a bystander what the visit is about.

export const TELLING = ['sex', 'therap', 'intim', 'clinic', 'counsel', 'mental'] as const;

/** Whether `text` holds one of them, in whatever case and inside whatever word. */
export const givesAway = (text: string): boolean => {
  const lower = text.toLowerCase();
  return TELLING.some((word) => lower.includes(word));
};
