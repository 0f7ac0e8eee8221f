// The journey is derived from what was done: what is open, what waits, what comes next.
import { expect, test } from '@playwright/test';
import { firstBefore, journeyOf, nextStep } from '@/lib/onboarding/journey';
import { type JourneyFacts, STEPS } from '@/lib/onboarding/steps';

const nothing: JourneyFacts = {
  chaptersRead: 0,
  about: { format: null, company: null },
  sections: {},
  signed: new Set(),
  booked: false,
  sent: false,
  notForUs: false,
};
const done = (...sections: string[]) =>
  Object.fromEntries(sections.map((section) => [section, 'done' as const]));
const inPerson = { ...nothing, about: { format: 'in-person', company: 'alone' } } as const;
const readyToBook: JourneyFacts = {
  ...inPerson,
  sections: done('1', '2', '3', '4', '5'),
  signed: new Set(['electronic-records', 'information', 'agreement', 'fees']),
};
const stateOf = (facts: JourneyFacts, id: string) =>
  journeyOf(facts).find(({ step }) => step.id === id)?.state;

test.describe('the client’s journey', () => {
  test('begins with the first questions; all else but the guide waits', () => {
    expect(nextStep(nothing)?.id).toBe('about-first');
    const open = journeyOf(nothing).filter(({ state }) => state !== 'cannot-start');
    expect(open.map(({ step }) => step.id)).toEqual(['guide', 'about-first']);
  });

  test('asks for electronic documents before any other signature', () => {
    const facts = { ...inPerson, sections: done('1') };
    expect(nextStep(facts)?.id).toBe('document.electronic-records');
    expect(stateOf(facts, 'document.agreement')).toBe('cannot-start');
    expect(firstBefore(facts, '/documents/agreement')?.id).toBe('document.electronic-records');
    expect(stateOf(facts, 'forms.contact')).toBe('not-started');
  });

  test('asks for the agreement on video only from somebody who comes by video', () => {
    expect(stateOf(inPerson, 'document.video')).toBeUndefined();
    expect(stateOf({ ...inPerson, about: { format: 'video', company: 'alone' } }, 'document.video')).toBe(
      'cannot-start',
    );
  });

  test('opens booking once every agreement and short form is done, and not one earlier', () => {
    expect(stateOf(readyToBook, 'book')).toBe('not-started');
    for (const missing of ['electronic-records', 'information', 'agreement', 'fees']) {
      const signed = new Set([...readyToBook.signed].filter((slug) => slug !== missing));
      expect(stateOf({ ...readyToBook, signed }, 'book'), missing).toBe('cannot-start');
    }
    for (const missing of ['1', '2', '3', '4', '5']) {
      const sections = { ...readyToBook.sections, [missing]: 'in-progress' as const };
      expect(stateOf({ ...readyToBook, sections }, 'book'), missing).toBe('cannot-start');
    }
  });

  test('a document that is only offered holds nobody up', () => {
    expect(readyToBook.signed.has('privacy')).toBe(false);
    expect(nextStep(readyToBook)?.id).toBe('book');
  });

  test('the forms after booking never block sending', () => {
    const facts = { ...readyToBook, booked: true };
    expect(stateOf(facts, 'forms.hopes')).toBe('not-started');
    expect(stateOf(facts, 'send')).toBe('not-started');
  });

  test('what was left out when the forms were sent is no task any more', () => {
    const sent = { ...readyToBook, booked: true, sent: true };
    expect(stateOf(sent, 'forms.hopes')).toBeUndefined();
    expect(stateOf(sent, 'forms.safety')).toBe('completed');
    expect(nextStep(sent)).toBeNull();
  });

  test('the guide is in progress from its first chapter, completed with its last, and holds nobody up', () => {
    const guide = (chaptersRead: number) =>
      journeyOf({ ...nothing, chaptersRead }).find(({ step }) => step.id === 'guide');
    expect(guide(0)).toMatchObject({ state: 'not-started' });
    expect(guide(2)).toMatchObject({ state: 'in-progress', progress: { done: 2, of: 6 } });
    expect(guide(6)).toMatchObject({ state: 'completed' });
    expect(STEPS.filter(({ after }) => after.includes('guide'))).toEqual([]);
  });

  test('a page asked for too early leads to a step that can be done now', () => {
    for (const { path } of STEPS) {
      const before = firstBefore(nothing, path);
      if (before) expect(stateOf(nothing, before.id), path).not.toBe('cannot-start');
    }
    expect(firstBefore(nothing, '/schedule/check')?.id).toBe('about-first');
    expect(firstBefore(nothing, '/forms/5/3')?.id).toBe('about-first');
    expect(firstBefore(nothing, '/forms/12/1')).toBeNull();
    expect(firstBefore(nothing, '/urgent-help')).toBeNull();
  });

  test('every step comes after steps that stand before it in the list', () => {
    STEPS.forEach((step, at) => {
      for (const id of step.after) expect(STEPS.findIndex((other) => other.id === id)).toBeLessThan(at);
      for (const id of step.after) expect(STEPS.some((other) => other.id === id)).toBe(true);
    });
  });
});
