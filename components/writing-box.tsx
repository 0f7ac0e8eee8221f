// Keeps in a box what was written in it before the scripts came: React, taking the page over, would put back what it came with.
'use client';
import { type ComponentProps, useSyncExternalStore } from 'react';

const never = () => () => {};

/** True while React takes over what the server sent, and never again. */
const useTakingOver = () =>
  useSyncExternalStore(
    never,
    () => false,
    () => true,
  );

/** A `textarea`; React does so for an `input` by itself. */
export function WritingBox({ defaultValue, ...box }: ComponentProps<'textarea'> & { id: string }) {
  const takingOver = useTakingOver() && typeof document !== 'undefined';
  const there = takingOver ? (document.getElementById(box.id) as HTMLTextAreaElement | null) : null;
  return <textarea {...box} defaultValue={there?.value ?? defaultValue} />;
}
