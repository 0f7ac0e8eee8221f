// Words stand in a posted page that are not saved: whoever skips it is asked first what is to become of them.
import type { Actor } from '@/db/client';
import { pageToShow } from './page-to-show';
import { holdsNewWords } from './unsaved-text';

export async function wroteNewWords(
  actor: Actor & { kind: 'client' },
  { section, page, values }: { section: string; page: string; values: Record<string, string[]> },
): Promise<boolean> {
  const shown = await pageToShow(actor, section, page);
  return shown !== null && !shown.sent && holdsNewWords(shown.page.questions, shown.answers, values);
}
