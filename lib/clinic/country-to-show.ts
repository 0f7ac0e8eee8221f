// Whose numbers come first on the urgent-help page: where the client said they are, else the best guess that asks nobody.
import { type HelpCountry, urgentHelp } from './urgent-help';

const isKnown = (country: string | null | undefined): country is HelpCountry =>
  country != null && Object.hasOwn(urgentHelp, country);

/**
 * `said`: what the client answered (ISO 3166 alpha-2). `languages`: the browser's `Accept-Language`. `clinic`: where
 * the clinic is. Null when none of them is a country whose numbers we know.
 */
export function countryToShow(facts: {
  said: string | null;
  languages: string | null;
  clinic: string | null;
}): HelpCountry | null {
  const spoken = (facts.languages ?? '')
    .split(',')
    .map((one) => one.match(/^\s*[a-z]{2,3}-([A-Za-z]{2})\b/)?.[1]?.toUpperCase())
    // A browser whose owner chose nothing says en-US, wherever it is.
    .find((region) => isKnown(region) && region !== 'US');
  return [facts.said, spoken, facts.clinic].find(isKnown) ?? null;
}
