// The two typefaces, served from this site: one made to be easily read, one with a voice for headings.
// Their files hold the weights that are used and no more: scripts/fonts makes them. Italics are slanted by the browser.
import localFont from 'next/font/local';

/** Atkinson Hyperlegible Next: everything that is read or typed. */
export const bodyFont = localFont({
  src: './fonts/atkinson-hyperlegible-next-latin.woff2',
  weight: '400 700',
  style: 'normal',
  variable: '--face-body',
  display: 'swap',
});

/** The letters of other Latin alphabets, so that a name such as Łukasz is whole. Fetched only when one is shown: a third file. */
export const bodyFontExtended = localFont({
  src: './fonts/atkinson-hyperlegible-next-latin-ext.woff2',
  weight: '400 700',
  variable: '--face-body-extended',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+0329, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF',
    },
  ],
});

/** Literata: headings only. */
export const headingFont = localFont({
  src: './fonts/literata-latin.woff2',
  weight: '600',
  variable: '--face-heading',
  display: 'swap',
});
