// In the browser: shown when even the frame of the pages failed, so it brings a frame of its own.
'use client';

import { TroublePage } from '@/components/trouble-page';
import { bodyFont, headingFont } from './fonts';
import './globals.css';

export default function EverythingFailed() {
  return (
    <html lang="en" className={`${bodyFont.variable} ${headingFont.variable}`}>
      <body>
        <TroublePage />
      </body>
    </html>
  );
}
