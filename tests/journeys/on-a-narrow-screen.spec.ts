// The whole way on a screen 320 pixels wide: nothing sticks out, nothing is cut, and whatever is pressed is large enough.
import { Way } from '../support/client-way';
import { fromFirstPageToSent } from '../support/first-page-to-sent';
import { fits } from '../support/narrow';
import { signIn } from '../support/sign-in';
import { test } from '../support/site';

test.describe.configure({ timeout: 300_000 });
test.use({ viewport: { width: 320, height: 640 } });

/** Axe's rules that a narrow screen can break; the others have their say in the journey of the whole way. */
const rules = ['scrollable-region-focusable', 'target-size'];

test('from the first page to the forms sent at 320 pixels', async ({ page, mailbox }, info) => {
  await fromFirstPageToSent(new Way(page, true, { look: fits, rules }), {
    name: 'Lee Example',
    words: 'Written on a small old phone, for a test',
    signIn: () => signIn(page, mailbox, `narrow-${info.workerIndex}-${Date.now()}@example.org`),
  });
});
