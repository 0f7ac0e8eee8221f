// Signs of the body that a doctor should see first: the client is told at once how soon. It is no danger sign for staff.
import { type Actor, as } from '@/db/client';
import { clinicOf } from '@/lib/clinic/clinic';
import { answersOf } from './answers-of';
import { sectionAsked } from './asked';
import { clientFacts } from './client-facts';
import type { Answers } from './question';
import { type Page, pageAfter } from './shown';

/** `now`: it can't wait an hour; `today`; `soon`: in the next days. */
export const HOW_SOON = {
  'long-erection': 'now',
  'chest-pain': 'now',
  'sudden-loss': 'today',
  'pelvic-pain': 'today',
  bleeding: 'soon',
} as const;
export type MedicalSign = keyof typeof HOW_SOON;

/** The signs of F5 that were ticked, the most pressing first. */
export function medicalSigns(answers: Answers): MedicalSign[] {
  const given = answers.get('F5');
  const ticked = given?.state === 'answered' && Array.isArray(given.value) ? given.value : [];
  const known = Object.keys(HOW_SOON) as MedicalSign[];
  return known.filter((sign) => ticked.includes(sign));
}

export type MedicalAdvice = {
  signs: MedicalSign[];
  /** Where they are; the clinic’s while that is not known. */
  country: string;
  /** Where the forms go on. */
  next: { section: string; page: Page | 'check' } | null;
};

/** What the page needs that says so. */
export async function medicalAdvice(actor: Actor & { kind: 'client' }): Promise<MedicalAdvice> {
  return as(actor, async (tx) => {
    const answers = await answersOf(tx, actor.id);
    const section = await sectionAsked(tx, '8', answers);
    return {
      signs: medicalSigns(answers),
      country: clientFacts(answers).country ?? (await clinicOf(tx)).country,
      next: section ? { section: section.number, page: pageAfter(section, 'f5', answers) } : null,
    };
  });
}
