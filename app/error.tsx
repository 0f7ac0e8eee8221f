// In the browser: shown in place of a page that failed. The failure itself is in the server's log.
'use client';

import { TroublePage } from '@/components/trouble-page';

export default function PageFailed() {
  return <TroublePage />;
}
