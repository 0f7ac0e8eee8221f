// How front desk makes sure who somebody is that can't open their mailbox any more: a closed list, from which a clinic takes its own.

/**
 * `strong`: shows the person or something only they hold. The others are things that somebody who lives with them
 * may know, so they never stand alone (NIST SP 800-63A doesn't take what is merely known as proof of who somebody is).
 */
export const RECOVERY_STEPS = [
  { id: 'called-back', strong: true },
  { id: 'photo-id', strong: true },
  { id: 'birth-date', strong: false },
  { id: 'document-named', strong: false },
] as const;

export type RecoveryStep = (typeof RECOVERY_STEPS)[number]['id'];

export const RECOVERY_STEP_IDS = RECOVERY_STEPS.map(({ id }) => id);

/** Steps to take at the least, one of them strong. */
export const FEWEST_STEPS = 2;

export const isStrong = (step: RecoveryStep): boolean =>
  RECOVERY_STEPS.some(({ id, strong }) => id === step && strong);
