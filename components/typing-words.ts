// What a form that keeps what is typed says about it, in the words of its side of the house.
import type { TypingWords } from './keep-typing';

type Key = keyof TypingWords;

/** `t`: the words of `common.typed`, for staff, or of `forms.typing`, for clients. */
export function typingWordsIn(t: (key: Key, size?: { count: string; most: string }) => string): TypingWords {
  // The browser counts what is typed there, and fills it in.
  const size = { count: '{count}', most: '{most}' };
  return {
    ...{ kept: t('kept'), beside: t('beside'), show: t('show') },
    ...{ waiting: t('waiting'), busy: t('busy'), idle: t('idle'), out: t('out') },
    ...{ over: t('over', size), long: t('long', size), tooMuch: t('tooMuch') },
  };
}
