// The whole of a client's way in named steps, for journeys that differ only in how it is gone.
import { test } from '@playwright/test';
import type { Way } from './client-way';

type Client = { name: string; words: string; signIn: () => Promise<void> };

/** From the first page, before anybody is signed in, to the forms sent. Returns the reference. */
export async function fromFirstPageToSent(way: Way, { name, words, signIn }: Client): Promise<string> {
  await test.step('reads the guide without an account', async () => {
    await way.page.goto('/');
    await way.isAt('Come in when you’re ready');
    await way.readGuide();
  });
  await test.step('signs in', async () => {
    await signIn();
    await way.isAt('Your tasks');
  });
  await test.step('answers the first questions', async () => {
    await way.task('About you first');
    await way.aboutYouFirst({ name, meet: 'By video' });
  });
  await test.step('reads, acknowledges and signs', async () => {
    await way.electronicRecords(name);
    for (const document of [
      'About this information',
      'The agreement',
      'Sessions by video',
      'Fees and cancellation',
    ])
      await way.sign(document, name);
  });
  await test.step('answers the short forms, a danger sign among them', async () => {
    await way.contact();
    await way.aboutYou();
    await way.whatBringsYou(words);
    await way.safety();
  });
  await test.step('books', async () => {
    await way.book();
  });
  return test.step('answers the rest and sends', async () => {
    await way.skipSection('Mood');
    await way.hopes();
    const reference = await way.send();
    await way.page.goto('/home');
    await way.isAt('Your tasks');
    return reference;
  });
}
