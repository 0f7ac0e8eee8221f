// Whether somebody's key was deleted, as the record of what happened says: only then may what it opened be gone.

/**
 * Of `account.forgotten`: one that says `keepsAccount` took their answers away and left their key. One that can't be
 * read says nothing.
 */
export function isErasure({ event, detail }: { event: string; detail: string }): boolean {
  if (event !== 'account.forgotten') return false;
  try {
    return JSON.parse(detail)?.keepsAccount !== true;
  } catch {
    return false;
  }
}
