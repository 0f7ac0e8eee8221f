// Where the list of opened files is, and its parts.

const OPENED = '/staff/opened-files';

/** `after`: where the page before ended. */
export function openedPage(show: 'new' | 'all', after?: string): string {
  const query = new URLSearchParams({ ...(show === 'all' && { show }), ...(after && { after }) }).toString();
  return query ? `${OPENED}?${query}` : OPENED;
}

export const SEEN = `${OPENED}/seen`;

/** The list, saying what came of a press of its button. */
export const toldOn = (done: boolean): string => `${OPENED}?told=${done ? 'done' : 'refused'}`;
