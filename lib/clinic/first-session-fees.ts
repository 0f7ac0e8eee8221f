// Which of the clinic's services a first session may be billed as: its own code, or all that are as long.
import type { Clinic } from './clinic';

type Fees = Clinic['fees'];

/** CPT 90791, a diagnostic evaluation: what a first session is billed as where a clinic lists it. */
const FIRST_SESSION = '90791';

/** Empty when the schedule has neither. */
export function feesOfFirstSession(fees: Fees, minutes: number): Fees {
  const asLong = fees.filter((fee) => fee.minutes === minutes);
  const own = asLong.filter(({ code }) => code === FIRST_SESSION);
  return own.length > 0 ? own : asLong;
}
