// Whose numbers come first: where somebody said they are, before any guess; and a guess is never a country we know nothing of.
import { expect, test } from '@playwright/test';
import { countryToShow } from '@/lib/clinic/country-to-show';

test('what the client said comes before their browser and the clinic', () => {
  expect(countryToShow({ said: 'IE', languages: 'en-GB,en;q=0.9', clinic: 'US' })).toBe('IE');
});

test('a browser that was set to a country speaks for it', () => {
  expect(countryToShow({ said: null, languages: 'fr-FR,en-AU;q=0.8,en;q=0.5', clinic: 'US' })).toBe('AU');
  expect(countryToShow({ said: null, languages: 'en-gb', clinic: 'US' })).toBe('GB');
});

test('"en-US" is what a browser says whose owner chose nothing: the clinic’s country is the better guess', () => {
  expect(countryToShow({ said: null, languages: 'en-US,en;q=0.9', clinic: 'GB' })).toBe('GB');
});

test('where nothing is known, no country comes first', () => {
  expect(countryToShow({ said: 'other', languages: 'de-DE,de;q=0.9', clinic: null })).toBeNull();
  expect(countryToShow({ said: null, languages: '', clinic: 'toString' })).toBeNull();
  expect(countryToShow({ said: null, languages: 'x'.repeat(10_000), clinic: 'FR' })).toBeNull();
});
