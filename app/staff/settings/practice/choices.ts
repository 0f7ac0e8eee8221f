// The countries and time zones a practice can be in, as the platform knows them.

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Codes the platform names that are no countries: unions, and places set aside. */
const NONE = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);

/** Of a country that is called otherwise today, or is no more, the platform knows the code that took its place. */
const isCurrent = (code: string) => new Intl.Locale(`und-${code}`).region === code;

/** By name. Values are ISO 3166 alpha-2. */
export function countryOptions(locale: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
  return [...LETTERS]
    .flatMap((first) => [...LETTERS].map((second) => first + second))
    .filter((code) => !NONE.has(code) && isCurrent(code))
    .flatMap((value) => {
      const label = names.of(value);
      return label ? [{ value, label }] : [];
    })
    .sort((a, b) => a.label.localeCompare(b.label, locale));
}

/** IANA names; the one that is set is among them, whatever the platform calls it now. */
export function zoneOptions(set: string): { value: string; label: string }[] {
  const zones = [...new Set(['UTC', ...(set ? [set] : []), ...Intl.supportedValuesOf('timeZone')])];
  return zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
}
