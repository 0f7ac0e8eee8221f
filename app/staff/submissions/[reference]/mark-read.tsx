// Says that somebody has read what a client changed or gave; then it waits for nobody any more.
import { Button } from '@/components/ui/button';
import type { Unread } from '@/lib/review/unread-of';
import { pageOf } from './addresses';

export function MarkRead({
  reference,
  unread,
  label,
}: {
  reference: string;
  unread: Unread[];
  label: string;
}) {
  return unread.slice(0, 1).map(({ taskId }) => (
    <form key={taskId} method="post" action={`${pageOf(reference)}/mark-read`} className="no-print mt-3">
      <input type="hidden" name="task" value={taskId} />
      <Button kind="secondary">{label}</Button>
    </form>
  ));
}
