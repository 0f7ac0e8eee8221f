// Something staff must do, with the hour by which it is due.
import type { Tx } from '@/db/client';
import { task } from '@/db/schema';
import { clock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';

/** The closed list of what can fall to staff. */
export type TaskKind =
  | 'notice-gave-up'
  | 'notice-bounced'
  | 'question'
  | 'withdrawal'
  | 'estimate'
  | 'recovery'
  | 'time-wanted'
  /** Somebody put right what they had sent. */
  | 'correction'
  /** Somebody gave what a clinician had asked them for. */
  | 'information'
  /** Somebody works here no more, or not as a clinician, and left something. */
  | 'handover'
  /** A letter waits for somebody whom no mail may tell of it. */
  | 'letter-untold'
  /** Somebody was asked for more, and no mail may tell them. */
  | 'question-untold';

/** Adds a task. `aboutId` is the row it is about; `dueAt` an instant. Returns its id. */
export async function addTask(
  tx: Tx,
  given: { kind: TaskKind; clientId?: string; aboutId?: string; dueAt: Date },
) {
  const id = newId();
  await tx.insert(task).values({ id, createdAt: clock.now(), ...given });
  return id;
}
