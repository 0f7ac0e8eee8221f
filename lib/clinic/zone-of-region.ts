// Which clock is on the wall where a client will be, as far as their region tells: where it has several, that of most people.

/** By country, for regions not named below; a country that spans zones without a name below has none. */
const OF_COUNTRY: Record<string, string> = { GB: 'Europe/London', IE: 'Europe/Dublin' };

const OF_REGION: Record<string, readonly string[]> = {
  'America/New_York': regions('US', 'CT DE DC FL GA IN KY ME MD MA MI NH NJ NY NC OH PA RI SC VT VA WV'),
  'America/Chicago': regions('US', 'AL AR IL IA KS LA MN MS MO NE ND OK SD TN TX WI'),
  'America/Denver': regions('US', 'CO ID MT NM UT WY'),
  'America/Phoenix': regions('US', 'AZ'),
  'America/Los_Angeles': regions('US', 'CA NV OR WA'),
  'America/Anchorage': regions('US', 'AK'),
  'Pacific/Honolulu': regions('US', 'HI'),
  'Pacific/Pago_Pago': regions('US', 'AS'),
  'Pacific/Guam': regions('US', 'GU MP'),
  'America/Puerto_Rico': regions('US', 'PR VI'),
  'America/Toronto': regions('CA', 'ON QC'),
  'America/Winnipeg': regions('CA', 'MB'),
  'America/Regina': regions('CA', 'SK'),
  'America/Edmonton': regions('CA', 'AB NT'),
  'America/Vancouver': regions('CA', 'BC'),
  'America/Whitehorse': regions('CA', 'YT'),
  'America/Iqaluit': regions('CA', 'NU'),
  'America/Halifax': regions('CA', 'NB NS PE'),
  'America/St_Johns': regions('CA', 'NL'),
  'Australia/Sydney': regions('AU', 'ACT NSW'),
  'Australia/Melbourne': regions('AU', 'VIC'),
  'Australia/Brisbane': regions('AU', 'QLD'),
  'Australia/Adelaide': regions('AU', 'SA'),
  'Australia/Darwin': regions('AU', 'NT'),
  'Australia/Perth': regions('AU', 'WA'),
  'Australia/Hobart': regions('AU', 'TAS'),
};

function regions(country: string, codes: string): string[] {
  return codes.split(' ').map((code) => `${country}-${code}`);
}

const byRegion = new Map(
  Object.entries(OF_REGION).flatMap(([zone, codes]) => codes.map((code) => [code, zone] as const)),
);

/** An IANA zone, or null for a region that is not known or not given. `US-CA`, `GB-WLS`, `IE`. */
export function zoneOfRegion(region: string | null): string | null {
  if (region === null) return null;
  const country = region.slice(0, 2);
  return byRegion.get(region) ?? (Object.hasOwn(OF_COUNTRY, country) ? (OF_COUNTRY[country] ?? null) : null);
}
