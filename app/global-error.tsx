// In the browser: shown in place of whatever failed there, with a frame of its own since the frame may have failed too.
'use client';

import { TroublePage } from '@/components/trouble-page';
import { bodyFont, headingFont } from './fonts';
import './globals.css';

/** The only error page: one for pages and one for the frame would be fetched twice by everybody. */
export default function EverythingFailed() {
  return (
    <html lang="en" className={`${bodyFont.variable} ${headingFont.variable}`}>
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
      </head>
      <body>
        <TroublePage />
      </body>
    </html>
  );
}
