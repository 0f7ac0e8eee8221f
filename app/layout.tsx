// The frame of every page: its language, its typefaces, a neutral name, and no trace for search engines.
import type { Metadata, Viewport } from 'next';
import { connection } from 'next/server';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { bodyFont, bodyFontExtended, headingFont } from './fonts';
import './globals.css';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common');
  return {
    title: { template: `%s – ${t('shortName')}`, default: t('shortName') },
    description: t('description'),
    robots: { index: false, follow: false },
    formatDetection: { telephone: false, email: false, address: false, date: false },
  };
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#edf0f5' },
    { media: '(prefers-color-scheme: dark)', color: '#18131f' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Every page is made for its request, so that its scripts carry that request's nonce.
  await connection();
  return (
    <html
      lang={await getLocale()}
      className={`${bodyFont.variable} ${bodyFontExtended.variable} ${headingFont.variable}`}
    >
      <body>{children}</body>
    </html>
  );
}
