// How many wrong tries a client's PIN stands, and where it is shut then: nobody shuts it from afar.
import type { clientPin } from '@/db/schema';

/**
 * Wrong tries in a row after which a PIN opens nothing more, and after how many it opens nothing where it was right before.
 *
 * Whoever reads a client's mail can try it, and by that shut it. Two things stand against each other. That somebody close
 * guesses it is the worse of them: they know the days and numbers that people choose, so that a hundred tries, the most
 * NIST SP 800-63B allows (5.2.2), would be too many; and slowing down alone gives a patient person as many as they like. So
 * twenty shut it. But nobody is shut out from afar: on a network where its owner typed it right or set it, ten more are
 * theirs, counted by the quarter hour apart. A mark on the device would do the same and tell whoever finds it; this leaves
 * nothing there. A passkey is never shut, and the clinic gives a new PIN to whom it knows. Who shares the owner's own
 * network has thirty tries, and can shut it: against them it is the clinic that helps.
 */
export const PIN_TRIES = { elsewhere: 20, whereItWasRight: 30 };

/** Whether a PIN opens nothing just here. `known`: it was right on this network before. */
export const isShut = (pin: Pick<typeof clientPin.$inferSelect, 'shutAt' | 'wrongInARow'>, known: boolean) =>
  known ? pin.wrongInARow >= PIN_TRIES.whereItWasRight : pin.shutAt !== null;
