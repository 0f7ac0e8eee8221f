// A form as a browser posts it, written short.
import { Fields } from '@/lib/accounts/fields';

export const posted = (values: Record<string, string | string[]>) =>
  new Fields(
    Object.entries(values).flatMap(([name, value]) =>
      [value].flat().map((one): [string, string] => [name, one]),
    ),
  );
