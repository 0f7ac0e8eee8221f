// The whole way without a pointer, on the narrowest screen: every control is reached, the focus is seen wherever it stops, and nothing sticks out.
import { besides, dealWithTheRest } from '../support/client-by-request';
import { Way } from '../support/client-way';
import { keyboardOf } from '../support/hands';
import { fits } from '../support/narrow';
import { signIn } from '../support/sign-in';
import { test } from '../support/site';

// A low window: the bar at the top takes much of it, and a focus that hides under it is found.
test.use({ viewport: { width: 320, height: 520 } });

/** Axe's rules that a narrow screen can break; the others have their say in the journey of the whole way. */
const rules = ['scrollable-region-focusable', 'target-size'];

test('from signing in to the forms sent by keyboard alone, at 320 pixels, on a page of every kind', async ({
  page,
  playwright,
  site,
  mailbox,
}, info) => {
  const hands = keyboardOf(page);
  const way = new Way(page, true, { hands, look: fits, rules });
  const name = 'Kim Example';
  await signIn(page, mailbox, `keys-${info.workerIndex}-${Date.now()}@example.org`, hands);
  await way.isAt('Your tasks');
  await test.step('answers the first questions, and signs', async () => {
    await way.task('About you first');
    await way.aboutYouFirst({ name, meet: 'By video' });
    await way.electronicRecords(name);
    await way.sign('The agreement', name);
  });
  // What is made of the same parts is dealt with in passing.
  const client = await besides(page, playwright.request, site.url);
  await dealWithTheRest(client, name, '34', ['information', 'video', 'fees']);
  await client.dispose();
  await test.step('says how to be reached, and whether they are safe', async () => {
    await page.goto('/home');
    await way.contact();
    await way.safety();
  });
  await test.step('books, skips a section whole, answers another and sends', async () => {
    await way.book();
    await way.skipSection('Mood');
    await way.hopes();
    await way.send();
  });
});
