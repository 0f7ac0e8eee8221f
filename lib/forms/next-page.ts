// Where a client goes after a page of the forms was saved.
import { type CameFrom, corrects } from './came-from';
import { asksHowToReach } from './how-to-reach';
import type { Answers, Section } from './question';
import { clashOf } from './reach-clash';
import { isOpen, type Page, pageAfter, visiblePages } from './shown';

/** A page, the check of the section, the list of how they may be reached, or where they came from. */
export type Next = Page | 'check' | 'reach' | CameFrom;

type Saved = {
  section: Section;
  slug: string;
  /** As they were, and as they are now. */
  before: Answers;
  now: Answers;
  sent: boolean;
  from: CameFrom | null;
};

export function nextPage({ section, slug, before, now, sent, from }: Saved): Next {
  if (sent) return nextOnceSent(section, slug, now, from);
  return (
    clashingPage(section, slug, now) ??
    (from === 'everything'
      ? (openedPage(section, before, now) ?? 'everything')
      : pageAfter(section, slug, now))
  );
}

/** Once all was sent: the next page that this change opened, or back to where they came from. */
function nextOnceSent(section: Section, slug: string, now: Answers, from: CameFrom | null): Next {
  const pages = visiblePages(section, now);
  const here = pages.findIndex((page) => page.slug === slug);
  const theirs = (page: Page) => corrects(from) || asksHowToReach(page.questions);
  const opened = (page: Page) =>
    theirs(page) && page.questions.some(({ id }) => (now.get(id)?.state ?? 'not-shown') === 'not-shown');
  const clashing = (page: Page) => page.questions.some(({ id }) => id === 'A4' && clashOf(id, now));
  const next = pages.find((page, at) => at > here && (opened(page) || clashing(page)));
  return next ?? (corrects(from) && from ? from : 'reach');
}

/** Another use of the number, or none, may not fit the way that was named before: that page comes next. */
function clashingPage(section: Section, slug: string, answers: Answers): Page | null {
  if (!clashOf('A4', answers) || slug === 'a4') return null;
  const pages = visiblePages(section, answers);
  const from = pages.findIndex((page) => page.slug === slug);
  const to = pages.findIndex((page) => page.slug === 'a4');
  // What was just opened between the two comes before it.
  const between = pages.slice(from + 1, Math.max(to, 0));
  const open = between.find((page) => page.questions.some(({ id }) => isOpen(id, answers)));
  return open ?? pages[to] ?? null;
}

/** The first page that this change opened and nobody has been on. */
function openedPage(section: Section, before: Answers, now: Answers): Page | undefined {
  const was = visiblePages(section, before).map(({ slug }) => slug);
  return visiblePages(section, now).find(({ slug }) => !was.includes(slug));
}

/** Whoever puts a slip right may have the right country and the wrong state. */
export function regionPageAfter(section: Section, slug: string, answers: Answers): Page | null {
  const pages = visiblePages(section, answers);
  const following = pages[pages.findIndex((page) => page.slug === slug) + 1];
  return following?.slug.startsWith('a8-') ? following : null;
}
