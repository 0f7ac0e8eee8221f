// Days of the rota in words.

/** "Tue 24 Nov 2026", for a date that is already local. */
export const dateInWords = (date: string, locale: string): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
    .format(new Date(`${date}T00:00Z`))
    .replace(',', '');

/** `09:00` of `09:00:00`. */
export const timeShort = (time: string): string => time.slice(0, 5);
