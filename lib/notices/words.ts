// The words of the mails, from the message catalogue of the reader's language.
import { createTranslator } from 'use-intl/core';
import en from '@/messages/en/notices.json' with { type: 'json' };

const catalogues = { en };

export type Locale = keyof typeof catalogues;
export const LOCALES = Object.keys(catalogues) as Locale[];

/** The language to write to somebody in: theirs where we have it, English otherwise. */
export const localeFor = (wanted: string): Locale => LOCALES.find((locale) => locale === wanted) ?? 'en';

export const wordsIn = (locale: Locale) =>
  createTranslator({ locale, messages: { mail: catalogues[locale].mail }, namespace: 'mail' });

export type Words = ReturnType<typeof wordsIn>;
