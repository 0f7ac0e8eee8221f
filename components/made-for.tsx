// Names in a form, unseen, whose page it stands on: in one browser somebody else may have signed in since, and what one writes is never taken as the other's.
import { sessionOwner } from '@/lib/accounts/session-left';
import { WRITER } from '@/lib/accounts/written';

/** Nothing where nobody is signed in. `formRoute` refuses a form that was made for somebody else. */
export function MadeFor() {
  const whose = sessionOwner();
  return whose ? <input type="hidden" name={WRITER} value={whose} /> : null;
}
