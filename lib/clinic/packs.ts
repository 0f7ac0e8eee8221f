// What a clinic may leave out of its questionnaire. Safety can't be: nobody switches off the questions about danger.

/** Whole sections, and official questionnaires within them. */
const SECTION_PACKS = [
  'relationships',
  'sexual-wellbeing',
  'health',
  'mood',
  'alcohol-and-drugs',
  'difficult-experiences',
] as const;
export const INSTRUMENT_PACKS = ['PHQ-9', 'GAD-7', 'AUDIT-C', 'PC-PTSD-5'] as const;
export const PACKS = [...SECTION_PACKS, ...INSTRUMENT_PACKS] as const;
export type Pack = (typeof PACKS)[number];
