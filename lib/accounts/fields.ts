// What a form posted: names and texts, nothing else, within bounds.

import { isId, isReference } from '@/lib/env/ids';

/** More is no form of ours. */
const MOST_BYTES = 256 * 1024;
const MOST_FIELDS = 500;

export class Fields {
  private readonly all_: ReadonlyMap<string, readonly string[]>;

  constructor(entries: Iterable<[string, string]>) {
    // A Map: a field named `__proto__` is a name like any other.
    const all = new Map<string, string[]>();
    for (const [name, value] of entries) all.set(name, [...(all.get(name) ?? []), value]);
    this.all_ = all;
  }

  /** The first value as it was typed; '' when absent. Line ends are `\n`. */
  one(name: string): string {
    return this.all(name)[0] ?? '';
  }

  all(name: string): string[] {
    return (this.all_.get(name) ?? []).map((value) => value.replaceAll('\r\n', '\n'));
  }

  has(name: string): boolean {
    return this.all_.has(name);
  }

  // What a form of ours carries unseen can be forged: Postgres fails at an id that is none, and at a NUL in any text.

  /** A row's id, or a form's token, which is made like one; '' for anything else. */
  id(name: string): string {
    const value = this.one(name);
    return isId(value) ? value : '';
  }

  /** A reference; '' for anything else. */
  reference(name: string): string {
    const value = this.one(name);
    return isReference(value) ? value : '';
  }

  /** A whole number below a thousand million; 0 for anything else. */
  whole(name: string): number {
    return /^\d{1,9}$/.test(this.one(name)) ? Number(this.one(name)) : 0;
  }

  /** Everything, to be kept as a draft. */
  values(): Record<string, string[]> {
    return Object.fromEntries([...this.all_].map(([name, values]) => [name, [...values]]));
  }
}

export type Unreadable = { status: '408' | '413' | '415' | '422' };

/**
 * Reads a form's body within `most` bytes (256 kB) and 500 fields. How long it may take is the server's to say: Next
 * hands a request on when all of it is there (`scripts/serve/patient-server.mjs`).
 */
export async function readFields(request: Request, most = MOST_BYTES): Promise<Fields | Unreadable> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers.get('content-type') ?? ''))
    return { status: '415' };
  const body = await readText(request, most);
  if (typeof body !== 'string') return body;
  const entries = [...new URLSearchParams(body)];
  return entries.length > MOST_FIELDS ? { status: '422' } : new Fields(entries);
}

/** The whole body within `most` bytes, as text. */
export async function readText(request: Request, most: number): Promise<string | Unreadable> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return { status: '413' };
  const reader = request.body?.getReader();
  if (!reader) return '';
  const chunks: Uint8Array[] = [];
  for (let bytes = 0; ; ) {
    // Whoever hangs up in the middle reads no answer; it is no fault of ours to write down.
    const next = await reader.read().catch(() => null);
    if (!next) return { status: '408' };
    if (next.done) return Buffer.concat(chunks).toString('utf8');
    bytes += next.value.byteLength;
    if (bytes > most) {
      // Not waited for: whoever still sends may never end.
      void reader.cancel().catch(() => {});
      return { status: '413' };
    }
    chunks.push(next.value);
  }
}
