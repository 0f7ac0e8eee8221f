// The whole way without a pointer, on the narrowest screen: every control is reached, the focus is seen wherever it stops, and nothing sticks out.
import { Way } from '../support/client-way';
import { fromFirstPageToSent } from '../support/first-page-to-sent';
import { keyboardOf } from '../support/hands';
import { fits } from '../support/narrow';
import { signIn } from '../support/sign-in';
import { test } from '../support/site';

test.describe.configure({ timeout: 300_000 });
// A low window: the bar at the top takes much of it, and a focus that hides under it is found.
test.use({ viewport: { width: 320, height: 520 } });

/** Axe's rules that a narrow screen can break; the others have their say in the journey of the whole way. */
const rules = ['scrollable-region-focusable', 'target-size'];

test('from the first page to the forms sent by keyboard alone, at 320 pixels', async ({
  page,
  mailbox,
}, info) => {
  const hands = keyboardOf(page);
  await fromFirstPageToSent(new Way(page, true, { hands, look: fits, rules }), {
    name: 'Kim Example',
    words: 'Typed without a pointer, for a test',
    signIn: () => signIn(page, mailbox, `keys-${info.workerIndex}-${Date.now()}@example.org`, hands),
  });
});
