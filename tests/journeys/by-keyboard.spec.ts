// The whole way without a pointer: every control is reached, and the focus is seen, ringed and uncovered wherever it stops.
import { Way } from '../support/client-way';
import { fromFirstPageToSent } from '../support/first-page-to-sent';
import { keyboardOf } from '../support/hands';
import { signIn } from '../support/sign-in';
import { test } from '../support/site';

test.describe.configure({ timeout: 300_000 });
// A low window: the bar at the top takes much of it, and a focus that hides under it is found.
test.use({ viewport: { width: 390, height: 520 } });

test('from the first page to the forms sent by keyboard alone', async ({ page, mailbox }, info) => {
  const hands = keyboardOf(page);
  // Axe has its say in the journey of the whole way.
  await fromFirstPageToSent(new Way(page, false, { hands }), {
    name: 'Kim Example',
    words: 'Typed without a pointer, for a test',
    signIn: () => signIn(page, mailbox, `keys-${info.workerIndex}-${Date.now()}@example.org`, hands),
  });
});
