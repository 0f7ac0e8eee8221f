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
  | { kind: 'prompts'; title: string; prompts: readonly Prompt[] };

export type Named = { name: string; says: string };
/** A place somebody may be in; `value` is what is kept when they choose it. */
export type Prompt = Named & { value: string };
export type MapPart = { id: string; name: string; holds: readonly string[] };
export type Mark = { kind: 'win' | 'dip' | 'review'; says: string };

/** `id` is kept with what somebody wrote: a question that asks something else gets another one. */
export type Question = { id: string; asks: string };

export type Chapter = {
  slug: ChapterSlug;
  locale: 'en';
  /** Neutral enough for a browser's history. */
  title: string;
  paragraphs: readonly string[];
  drawing: Drawing;
  /** To think about, one or two. Nothing has to be answered, and nothing is scored. */
  reflection: readonly Question[];
};
