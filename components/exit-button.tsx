// The way out, in the same place on every page: a plain link, so that it works before and without any script.
import { ExitShortcut } from './exit-shortcut';

export type ExitWords = {
  short: string;
  rest: string;
  skip: string;
  pressedOnce: string;
  pressedTwice: string;
  leaving: string;
};

export function ExitButton({ words }: { words: ExitWords }) {
  return (
    <>
      <a
        href="/exit"
        rel="nofollow noreferrer"
        className="way-out edge inline-flex min-h-(--target) items-center rounded-soft bg-dusk-deep px-[0.9em] py-[0.4em] leading-tight font-semibold text-on-dusk no-underline hover:underline"
      >
        {words.short}
        <span className="max-sm:sr-only">&nbsp;{words.rest}</span>
      </a>
      <ExitShortcut once={words.pressedOnce} twice={words.pressedTwice} leaving={words.leaving} />
    </>
  );
}
