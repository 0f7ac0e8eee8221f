// A client's own reflections, each with its question and the words of its choice.
import { type Actor, as } from '@/db/client';
import { questionNamed } from './questions';
import { stampOf } from './reflection';
import { reflectionsOf } from './reflections-of';

export type MyReflection = Awaited<ReturnType<typeof myReflections>>[number];

/** In the order of the guide. */
export async function myReflections(actor: Actor & { kind: 'client' }) {
  const kept = await as(actor, (tx) => reflectionsOf(tx, actor.id));
  return [...kept.values()].flatMap((note) => {
    const { question, choice, text, sharedAt } = note;
    const asked = questionNamed(question);
    if (!asked) return [];
    const chosen = asked.choices.find(({ value }) => value === choice)?.name ?? null;
    return [
      {
        question,
        asks: asked.asks,
        chapter: asked.chapter,
        chosen,
        text,
        stamp: stampOf(note),
        shared: sharedAt !== null,
      },
    ];
  });
}
