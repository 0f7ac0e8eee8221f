// What an event says happened, beside what was found.

export type Detail = Record<string, unknown>;

/** One that can't be read says nothing. */
export function readDetail(json: string): Detail {
  try {
    const found: unknown = JSON.parse(json);
    return typeof found === 'object' && found !== null ? { ...found } : {};
  } catch {
    return {};
  }
}

/** Of what was said, the fields that are otherwise; what wasn't said is not judged. */
export const differentFrom = (said: Detail, found: Readonly<Record<string, unknown>>): string[] =>
  Object.keys(said).filter(
    (field) => field in found && said[field] !== undefined && said[field] !== found[field],
  );
