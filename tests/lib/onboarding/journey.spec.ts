// The journey is derived from what was done: what is open, what waits, what comes next.
import { expect, test } from '@playwright/test';
import type { Standing } from '@/lib/documents/standing';
import { firstBefore, journeyOf, nextStep } from '@/lib/onboarding/journey';
import { type JourneyFacts, STEPS } from '@/lib/onboarding/steps';

const nothing: JourneyFacts = {
  chaptersRead: 0,
  about: { format: null, company: null },
  sections: {},
  documents: {},
  booked: false,
  timeAsked: null,
  waits: false,
  sent: false,
  notForUs: false,
};
const done = (...sections: string[]) =>
  Object.fromEntries(sections.map((section) => [section, 'done' as const]));
const signed = (...slugs: string[]) => Object.fromEntries(slugs.map((slug) => [slug, 'holds' as const]));
const inPerson = { ...nothing, about: { format: 'in-person', company: 'alone' } } as const;
const readyToBook: JourneyFacts = {
  ...inPerson,
  sections: done('1', '2', '3', '4', '5'),
  documents: signed('electronic-records', 'privacy', 'information', 'agreement', 'fees'),
};
const stateOf = (facts: JourneyFacts, id: string) =>
  journeyOf(facts).find(({ step }) => step.id === id)?.state;

test.describe('the client’s journey', () => {
  test('begins with the first questions; all else but the guide waits', () => {
    expect(nextStep(nothing)?.id).toBe('about-first');
    const open = journeyOf(nothing).filter(({ state }) => state !== 'cannot-start');
    expect(open.map(({ step }) => step.id)).toEqual(['guide', 'about-first']);
  });

  test('a form that was left out whole is done, and is not called completed', () => {
    const facts = {
      ...readyToBook,
      booked: true,
      sections: { ...readyToBook.sections, '12': 'left' as const },
    };
    const hopes = journeyOf(facts).find(({ step }) => step.id === 'forms.hopes');
    expect([hopes?.state, hopes?.left]).toEqual(['completed', true]);
    expect(journeyOf(readyToBook).some(({ left }) => left)).toBe(false);
  });

  test('asks for electronic documents before any other signature', () => {
    const facts = { ...inPerson, sections: done('1') };
    expect(nextStep(facts)?.id).toBe('document.electronic-records');
    expect(stateOf(facts, 'document.agreement')).toBe('cannot-start');
    expect(firstBefore(facts, '/documents/agreement')?.step.id).toBe('document.electronic-records');
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
      const documents = { ...readyToBook.documents, [missing]: 'unsigned' as const };
      expect(stateOf({ ...readyToBook, documents }, 'book'), missing).toBe('cannot-start');
    }
    for (const missing of ['1', '2', '3', '4', '5']) {
      const sections = { ...readyToBook.sections, [missing]: 'in-progress' as const };
      expect(stateOf({ ...readyToBook, sections }, 'book'), missing).toBe('cannot-start');
    }
  });

  test('a document that is only offered holds nobody up', () => {
    expect(readyToBook.documents.messages).toBeUndefined();
    expect(nextStep(readyToBook)?.id).toBe('book');
    const unread = { ...readyToBook, documents: { ...readyToBook.documents, privacy: 'unsigned' as const } };
    expect(nextStep(unread)?.id, 'the privacy notice is led to').toBe('document.privacy');
    expect(stateOf(unread, 'book'), 'and nothing waits for it').toBe('not-started');
  });

  test('the forms after booking never block sending', () => {
    const facts = { ...readyToBook, booked: true };
    expect(stateOf(facts, 'forms.hopes')).toBe('not-started');
    expect(stateOf(facts, 'send')).toBe('not-started');
  });

  test('a section that the clinic leaves out is no task; one it asks waits for booking, and holds nobody up', () => {
    expect(stateOf({ ...readyToBook, booked: true }, 'forms.mood')).toBeUndefined();
    const asked = { ...readyToBook.sections, '9': 'not-started' as const };
    expect(stateOf({ ...readyToBook, sections: asked }, 'forms.mood')).toBe('cannot-start');
    expect(firstBefore({ ...readyToBook, sections: asked }, '/forms/9/gp1')?.step.id).toBe('book');
    const booked = { ...readyToBook, sections: asked, booked: true };
    expect(stateOf(booked, 'forms.mood')).toBe('not-started');
    expect(stateOf(booked, 'send')).toBe('not-started');
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
      if (before) expect(stateOf(nothing, before.step.id), path).not.toBe('cannot-start');
    }
    expect(firstBefore(nothing, '/schedule/check')?.step.id).toBe('about-first');
    expect(firstBefore(nothing, '/forms/5/3')?.step.id).toBe('about-first');
    expect(firstBefore(nothing, '/forms/99/1')).toBeNull();
    expect(firstBefore(nothing, '/urgent-help')).toBeNull();
  });

  test('every step comes after steps that stand before it in the list', () => {
    STEPS.forEach((step, at) => {
      for (const id of step.after) expect(STEPS.findIndex((other) => other.id === id)).toBeLessThan(at);
      for (const id of step.after) expect(STEPS.some((other) => other.id === id)).toBe(true);
    });
  });

  test.describe('when a document changes', () => {
    const now = (slug: string, standing: Standing, more: Partial<JourneyFacts> = {}): JourneyFacts => ({
      ...readyToBook,
      ...more,
      documents: { ...readyToBook.documents, [slug]: standing },
    });
    const before = (facts: JourneyFacts, path: string) => firstBefore(facts, path)?.step.id ?? null;
    const FORMS = ['/forms/3/1', '/forms/4/c1', '/forms/4/check', '/forms/4/check/confirm', '/forms/5/j1'];
    const TIMES = ['/schedule', '/schedule?moving=yes', '/schedule/check'];
    /** Pages of an appointment, which somebody has to have. */
    const OWN_TIME = ['/schedule/booked', '/schedule/cancel'];
    const NEVER = [
      '/home',
      '/documents/agreement',
      '/documents/agreement/copy',
      '/documents/agreement/withdraw',
      '/forms/1/1',
      '/forms/1/a1',
      '/forms/2/1',
      '/forms/2/check/confirm',
      '/home/address',
      '/urgent-help',
    ];

    test('an editorial change stands before nothing', () => {
      const facts = now('agreement', 'holds-with-notice', { booked: true });
      for (const path of [...FORMS, ...TIMES, ...NEVER]) expect(before(facts, path), path).toBeNull();
      expect(stateOf(facts, 'document.agreement')).toBe('completed');
    });

    test('a material change stands before a time, also for whoever moves theirs, and before no form', () => {
      for (const booked of [false, true]) {
        const facts = now('agreement', 'again-before-session', { booked });
        for (const path of TIMES) expect(before(facts, path), path).toBe('document.agreement');
        for (const path of [...FORMS, ...NEVER, ...(booked ? OWN_TIME : [])])
          expect(before(facts, path), path).toBeNull();
        expect(firstBefore(facts, '/schedule')?.asksAgain).toBe(true);
        expect(nextStep(facts)?.id).toBe('document.agreement');
      }
    });

    test('a legal change stands before every form and every time, and home leads to it first', () => {
      for (const booked of [false, true]) {
        const facts = now('fees', 'again-first', { booked });
        for (const path of [...FORMS, ...TIMES]) expect(before(facts, path), path).toBe('document.fees');
        for (const path of [...NEVER, ...(booked ? OWN_TIME : [])])
          expect(before(facts, path), path).toBeNull();
        expect(nextStep(facts)?.id).toBe('document.fees');
      }
    });

    test('what was sent can be read whatever has changed, and not be written to', () => {
      const facts = now('fees', 'again-first', { booked: true, sent: true });
      for (const path of ['/forms/check', '/forms/sent', '/forms/4/check'])
        expect(before(facts, path), path).toBeNull();
      for (const path of ['/forms/check/send', '/forms/4/check/confirm', '/forms/4/c1'])
        expect(before(facts, path), path).toBe('document.fees');
    });

    test('a document that may be left out asks as well once it was signed, until it is signed or withdrawn', () => {
      expect(before(now('messages', 'again-first'), '/forms/4/c1')).toBe('document.messages');
      expect(before(now('messages', 'withdrawn'), '/forms/4/c1')).toBeNull();
      expect(before(now('messages', 'again-before-session'), '/schedule')).toBeNull();
      // One that no longer applies asks nothing.
      expect(before(now('video', 'again-first'), '/forms/4/c1')).toBeNull();
    });

    test('nobody is sent in a circle: what must come before signing stays open', () => {
      const sections = { ...readyToBook.sections, 1: 'in-progress' as const };
      const facts = now('fees', 'again-first', { sections });
      expect(before(facts, '/forms/1/a8')).toBeNull();
      expect(before(facts, '/forms/1/check/confirm')).toBeNull();
      expect(before(facts, '/forms/4/c1')).toBe('about-first');
      const both = {
        ...now('fees', 'again-first'),
        documents: { ...readyToBook.documents, fees: 'again-first', 'electronic-records': 'withdrawn' },
      } as const;
      expect(before(both, '/forms/4/c1')).toBe('document.electronic-records');
      expect(nextStep(both)?.id).toBe('document.electronic-records');
    });

    test('what was withdrawn closes the times, and can be done again', () => {
      const facts = now('agreement', 'withdrawn', { booked: true });
      expect(before(facts, '/schedule?moving=yes')).toBe('document.agreement');
      expect(firstBefore(facts, '/schedule?moving=yes')?.asksAgain).toBe(false);
      expect(stateOf(facts, 'document.agreement')).toBe('not-started');
      expect(nextStep(facts)?.id, 'nobody is pushed to sign it again').toBe('forms.hopes');
      expect(before(facts, '/schedule/cancel')).toBeNull();
    });
  });
});
