// Where those booked on a day that is to be closed could go: near what they had, and each to a time of their own. Nothing is read here.
import { nearestFree } from '@/lib/scheduling/choose-slots';
import type { Clinician } from '@/lib/scheduling/clinicians';
import type { OpenSlot } from '@/lib/scheduling/open-slots';
import { localDateOf } from '@/lib/scheduling/time-in-words';

/** How many times of the same clinician, and of others, are offered for each beside the one that is proposed. */
const TIMES = 6;

export type TimeOffered = { with: string; name: string; startsAt: Date };

export type Proposal = {
  /** The same clinician's first, then others': those nearest to what they had, in order. */
  times: TimeOffered[];
  /** The place in `times` of the one that is proposed, no two the same; null when none is left. */
  proposed: number | null;
};

export type PlacesTaken = (clinician: Clinician, date: string) => number;

type Asking = {
  /** What they had. */
  startsAt: Date;
  /** Free times of those who can see them, in order. */
  free: OpenSlot[];
};

/** One proposal each, in their order: all of them together fit each clinician's daily maximum. */
export function proposeTimes(asking: Asking[], clinicianId: string, taken: PlacesTaken): Proposal[] {
  const given: OpenSlot[] = [];
  return asking.map(({ startsAt, free }) => {
    const theirs = free.filter(({ clinician }) => clinician.id === clinicianId);
    const others = free.filter(({ clinician }) => clinician.id !== clinicianId);
    const nearest = (slots: OpenSlot[]) =>
      nearestFirst(slots, startsAt).find((slot) => hasRoom(slot, given, taken));
    const chosen = nearest(theirs) ?? nearest(others);
    if (chosen) given.push(chosen);
    const near = (slots: OpenSlot[]) => {
      const some = nearestFree(slots, startsAt, TIMES);
      return slots.filter((slot) => slot === chosen || some.includes(slot));
    };
    const slots = [...near(theirs), ...near(others)];
    return {
      times: slots.map((slot) => ({
        with: slot.clinician.reference,
        name: slot.clinician.name,
        startsAt: slot.startsAt,
      })),
      proposed: chosen ? slots.indexOf(chosen) : null,
    };
  });
}

/** Nobody of this day is proposed it, and the clinician has a place left on that date with those who are. */
function hasRoom({ clinician, startsAt }: OpenSlot, given: OpenSlot[], taken: PlacesTaken): boolean {
  const dateOf = (at: Date) => localDateOf(at, clinician.hours.zone);
  const theirs = given.filter((slot) => slot.clinician.id === clinician.id);
  if (theirs.some((slot) => slot.startsAt.getTime() === startsAt.getTime())) return false;
  const sameDay = theirs.filter((slot) => dateOf(slot.startsAt) === dateOf(startsAt)).length;
  return taken(clinician, dateOf(startsAt)) + sameDay < clinician.hours.dailyMaximum;
}

function nearestFirst(slots: OpenSlot[], to: Date): OpenSlot[] {
  const away = (slot: OpenSlot) => Math.abs(slot.startsAt.getTime() - to.getTime());
  return [...slots].sort((one, other) => away(one) - away(other));
}
