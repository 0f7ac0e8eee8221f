// One page of the forms is taken in one transaction: whether it may be open at all, what it says, and what follows from it.
import { type Actor, as } from '@/db/client';
import { setAside } from '@/lib/accounts/typed-elsewhere';
import { type Saved, type Saving, saveAnswersIn } from '@/lib/forms/save-answers';
import { draftKey } from '@/lib/forms/unsaved-text';
import { nobodyIn } from '@/lib/scheduling/who-sees-me';
import { addressBefore, journeyFacts } from './journey-facts';

/** Where they will be, with whom, and how they meet: together these may be what nobody here can offer. */
const DECIDES_WHO_SEES = /^(c8|format|a8(-\w+)?)$/;

export type SavedPage =
  | { ok: false; reason: 'first'; to: string }
  /** Kept as it was typed, and nothing more; `beside`: something typed in another tab stands aside. */
  | { ok: true; kept: true; beside: boolean }
  | { ok: true; kept?: undefined; nobody: boolean; saved: Extract<Saved, { ok: true }> }
  | (Exclude<Saved, { ok: true }> & { to?: undefined });

/**
 * `typed`: all that the page carries. `keeps`: it is not an answer yet, and is kept as it was typed by whoever called.
 * Refused: `first` (something comes before it, at `to`), and as `saveAnswers` refuses.
 */
export async function savePage(
  actor: Actor & { kind: 'client' },
  path: string,
  { typed, keeps, ...saving }: Saving & { typed: Record<string, string[]>; keeps: boolean },
): Promise<SavedPage> {
  return as(actor, async (tx) => {
    const beside = await setAside(tx, actor.id, draftKey(saving.section, saving.page), typed);
    const first = addressBefore(await journeyFacts(tx, actor.id), path);
    if (first) return { ok: false, reason: 'first', to: first };
    if (keeps) return { ok: true, kept: true, beside };
    const saved = await saveAnswersIn(tx, actor, saving);
    if (!saved.ok) return saved;
    const decides = DECIDES_WHO_SEES.test(saving.page) && !saving.from && !saved.support && !saved.notForUs;
    return { ok: true, saved, nobody: decides && (await nobodyIn(tx, actor.id)) !== null };
  });
}
