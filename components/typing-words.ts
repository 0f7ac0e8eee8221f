// What a form that keeps what is typed says about it, in the words of its side of the house.
import type { TypingWords } from './keep-typing';

/** `t`: the words of `common.typed`, for staff, or of `forms.typing`, for clients. */
export const typingWordsIn = (t: (key: keyof TypingWords) => string): TypingWords => ({
  ...{ kept: t('kept'), beside: t('beside'), show: t('show') },
  ...{ waiting: t('waiting'), busy: t('busy'), idle: t('idle'), out: t('out') },
  ...{ over: t('over'), long: t('long'), tooMuch: t('tooMuch') },
});
