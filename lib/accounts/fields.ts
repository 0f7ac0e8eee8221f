// What a form posted: names and texts, nothing else, within bounds.

/** More is no form of ours. */
const MOST_BYTES = 256 * 1024;
const MOST_FIELDS = 500;
/** A form of ours arrives at once, or within this even on a bad line. */
const PATIENCE_MS = 15_000;

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

  /** Everything, to be kept as a draft. */
  values(): Record<string, string[]> {
    return Object.fromEntries([...this.all_].map(([name, values]) => [name, [...values]]));
  }
}

export type Unreadable = { status: '408' | '413' | '415' | '422' };

/** Reads a form's body within `most` bytes (256 kB), 500 fields and 15 seconds. */
export async function readFields(request: Request, most = MOST_BYTES): Promise<Fields | Unreadable> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers.get('content-type') ?? ''))
    return { status: '415' };
  const body = await readText(request, most);
  if (typeof body !== 'string') return body;
  const entries = [...new URLSearchParams(body)];
  return entries.length > MOST_FIELDS ? { status: '422' } : new Fields(entries);
}

async function readText(request: Request, most: number): Promise<string | Unreadable> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return { status: '413' };
  const reader = request.body?.getReader();
  if (!reader) return '';
  const chunks: Uint8Array[] = [];
  const late = new Promise<'late'>((resolve) => setTimeout(resolve, PATIENCE_MS, 'late').unref());
  for (let bytes = 0; ; ) {
    // Whoever hangs up in the middle reads no answer; it is no fault of ours to write down.
    const next = await Promise.race([reader.read().catch(() => 'late' as const), late]);
    if (next === 'late') return giveUp(reader, '408');
    if (next.done) return Buffer.concat(chunks).toString('utf8');
    bytes += next.value.byteLength;
    if (bytes > most) return giveUp(reader, '413');
    chunks.push(next.value);
  }
}

async function giveUp(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  status: Unreadable['status'],
): Promise<Unreadable> {
  await reader.cancel().catch(() => {});
  return { status };
}
