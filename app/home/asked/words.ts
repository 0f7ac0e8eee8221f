// What stood in the way of sending an answer back, in words.
import type { getTranslations } from 'next-intl/server';

/** The key of the kept answer. */
export const ASKED_FORM = 'home/asked';

const FAULTS = ['nothing-given', 'too-long', 'not-readable'] as const;

export function sayFault(
  t: Awaited<ReturnType<typeof getTranslations<'home.request'>>>,
  reason: string,
): string {
  return t(`fault.${FAULTS.find((each) => each === reason) ?? 'not-readable'}`);
}
