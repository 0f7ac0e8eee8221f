// What a chapter of the guide is: a few paragraphs, one drawing with its words, and something to think about.

export const CHAPTER_SLUGS = ['starting', 'whole-picture', 'trust', 'time', 'your-part', 'ready'] as const;

export type ChapterSlug = (typeof CHAPTER_SLUGS)[number];

/** A drawing's own words. What is drawn is also said: the words alone must be enough. */
export type Drawing =
  | { kind: 'doors'; title: string; doors: readonly [Named, Named, Named] }
  | { kind: 'map'; title: string; centre: string; parts: readonly MapPart[]; asList: string }
  | { kind: 'curve'; title: string; up: string; along: string; start: string; end: string; note: string }
  | { kind: 'timeline'; title: string; start: string; marks: readonly Mark[]; end: string }
  | { kind: 'cards'; title: string; cards: readonly [Named, Named, Named] }
  | { kind: 'prompts'; title: string; prompts: readonly Named[] };

export type Named = { name: string; says: string };
export type MapPart = { id: string; name: string; holds: readonly string[] };
export type Mark = { kind: 'win' | 'dip' | 'review'; says: string };

export type Chapter = {
  slug: ChapterSlug;
  locale: 'en';
  /** Neutral enough for a browser's history. */
  title: string;
  paragraphs: readonly string[];
  drawing: Drawing;
  /** Questions to think about. Nothing is asked for, stored or scored. */
  reflection: readonly string[];
};
