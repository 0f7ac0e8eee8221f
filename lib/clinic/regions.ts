// Where a client can be: the countries we know, and inside them the regions that license a clinician (ISO 3166-2).

export type Region = { code: string; name: string };
export type Country = { code: CountryCode; name: string; regions: readonly Region[] };

/** Somewhere we know no licence and no urgent numbers for. */
export const ELSEWHERE = 'other';

export const COUNTRY_CODES = ['US', 'CA', 'GB', 'IE', 'AU', ELSEWHERE] as const;
export type CountryCode = (typeof COUNTRY_CODES)[number];

const regions = (country: string, lines: string): Region[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [code = '', ...name] = line.trim().split(' ');
      return { code: `${country}-${code}`, name: name.join(' ') };
    });

const STATES = regions(
  'US',
  `AL Alabama
  AK Alaska
  AZ Arizona
  AR Arkansas
  CA California
  CO Colorado
  CT Connecticut
  DE Delaware
  DC District of Columbia
  FL Florida
  GA Georgia
  HI Hawaii
  ID Idaho
  IL Illinois
  IN Indiana
  IA Iowa
  KS Kansas
  KY Kentucky
  LA Louisiana
  ME Maine
  MD Maryland
  MA Massachusetts
  MI Michigan
  MN Minnesota
  MS Mississippi
  MO Missouri
  MT Montana
  NE Nebraska
  NV Nevada
  NH New Hampshire
  NJ New Jersey
  NM New Mexico
  NY New York
  NC North Carolina
  ND North Dakota
  OH Ohio
  OK Oklahoma
  OR Oregon
  PA Pennsylvania
  RI Rhode Island
  SC South Carolina
  SD South Dakota
  TN Tennessee
  TX Texas
  UT Utah
  VT Vermont
  VA Virginia
  WA Washington
  WV West Virginia
  WI Wisconsin
  WY Wyoming
  AS American Samoa
  GU Guam
  MP Northern Mariana Islands
  PR Puerto Rico
  VI US Virgin Islands`,
);

const PROVINCES = regions(
  'CA',
  `AB Alberta
  BC British Columbia
  MB Manitoba
  NB New Brunswick
  NL Newfoundland and Labrador
  NT Northwest Territories
  NS Nova Scotia
  NU Nunavut
  ON Ontario
  PE Prince Edward Island
  QC Quebec
  SK Saskatchewan
  YT Yukon`,
);

const NATIONS = regions(
  'GB',
  `ENG England
  NIR Northern Ireland
  SCT Scotland
  WLS Wales`,
);

const AUSTRALIAN_STATES = regions(
  'AU',
  `ACT Australian Capital Territory
  NSW New South Wales
  NT Northern Territory
  QLD Queensland
  SA South Australia
  TAS Tasmania
  VIC Victoria
  WA Western Australia`,
);

/** A country without regions of its own is licensed as a whole: its code is the region's code. */
export const COUNTRIES: readonly Country[] = [
  { code: 'US', name: 'United States', regions: STATES },
  { code: 'CA', name: 'Canada', regions: PROVINCES },
  { code: 'GB', name: 'United Kingdom', regions: NATIONS },
  { code: 'IE', name: 'Ireland', regions: [] },
  { code: 'AU', name: 'Australia', regions: AUSTRALIAN_STATES },
  { code: ELSEWHERE, name: 'Another country', regions: [] },
];

/** The regions of a country; none for one that is licensed as a whole, or that we don't know. */
export const regionsOf = (country: string): readonly Region[] =>
  COUNTRIES.find(({ code }) => code === country)?.regions ?? [];

/** The country of `US-CA` is `US`; null for a code that is nowhere. */
export function countryOf(region: string): CountryCode | null {
  const found = COUNTRIES.find(
    ({ code, regions: inside }) =>
      (inside.length === 0 && code === region) || inside.some((one) => one.code === region),
  );
  return found?.code ?? null;
}

/** "California, United States"; "Ireland"; null for a code that is nowhere. */
export function regionName(region: string): string | null {
  const country = COUNTRIES.find(({ code }) => code === countryOf(region));
  if (!country) return null;
  const inside = country.regions.find(({ code }) => code === region);
  return inside ? `${inside.name}, ${country.name}` : country.name;
}
