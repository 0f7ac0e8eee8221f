// Sets a second key as a client would, for tests about what follows from it.
import { type APIRequestContext, expect, type Page } from '@playwright/test';

/** As somebody signed in, over HTTP alone. */
export async function setPinByRequest(request: APIRequestContext, pin: string) {
  const answer = await request.post('/home/getting-in/pin/set', {
    form: { pin, again: pin },
    maxRedirects: 0,
  });
  expect(answer.headers().location).toBe('/home/getting-in?done=pin');
}

/** On the page, from "Getting in". */
export async function setPinOnPage(page: Page, pin: string, button = 'Set this PIN') {
  await page.getByLabel('New PIN').fill(pin);
  await page.getByLabel('The same PIN once more').fill(pin);
  await page.getByRole('button', { name: button }).click();
}
