// A lead marks a file that was opened with a reason as seen.
import { formRoute } from '@/lib/accounts/form-route';
import { seeOpenedFile } from '@/lib/review/see-opened-file';
import { openedPage, toldOn } from '../addresses';

export const POST = formRoute<string>({
  who: { staff: ['lead'] },
  form: () => 'staff/opened-files/seen',
  page: () => openedPage('new'),
  parse: (fields) => ({ ok: true, input: fields.id('opened') }),
  act: async ({ actor }, opened) => ({ to: toldOn((await seeOpenedFile(actor, opened)).ok) }),
});
