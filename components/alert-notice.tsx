// What stood in the way, said at once to whoever can't see it.
import type { ReactNode } from 'react';
import { Notice } from './ui/notice';

export function AlertNotice({ title, children }: { title?: ReactNode; children: ReactNode }) {
  return (
    <div role="alert">
      <Notice kind="urgent" title={title}>
        {children}
      </Notice>
    </div>
  );
}
