// What ticking a box does, by the box itself: its words can be written anew, and this stays.

const EFFECTS = [
  'email-appointments',
  'email-forms',
  'text-appointments',
  'call',
  'voicemail',
  'agree',
  'understood',
  'received',
] as const;

export const effectOf = (box: string): (typeof EFFECTS)[number] | 'other' =>
  EFFECTS.find((each) => each === box) ?? 'other';
