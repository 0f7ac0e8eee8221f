// One value has one spelling: JSON with its keys in order, so that what was hashed or sealed can be made again byte for byte.

type Canonical =
  | string
  | number
  | boolean
  | null
  | readonly Canonical[]
  | { readonly [key: string]: Canonical | undefined };

/** Keys sorted by code unit, no spaces, absent (`undefined`) keys left out. Numbers must be finite. */
export function canonicalJson(value: Canonical): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('a number that JSON cannot hold');
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const pairs = Object.keys(value)
    .sort()
    .flatMap((key) => {
      const inner = value[key];
      return inner === undefined ? [] : [`${JSON.stringify(key)}:${canonicalJson(inner)}`];
    });
  return `{${pairs.join(',')}}`;
}

const isList = (value: object): value is readonly Canonical[] => Array.isArray(value);
