// What somebody types into a chapter's form, made up.
import { as } from '@/db/client';
import { Fields } from '@/lib/accounts/fields';
import { newSecret } from '@/lib/accounts/sign-in-secrets';
import { newId } from '@/lib/env/ids';
import { keepForVisitor } from '@/lib/guide/keep-for-visitor';
import { keepReflections } from '@/lib/guide/keep-reflections';
import { visitorsGuide } from '@/lib/guide/my-guide';
import { baseField, stampOf } from '@/lib/guide/reflection';
import { reflectionsOf } from '@/lib/guide/reflections-of';
import type { Client } from '@/scripts/demo/live-through';

export const typed = (values: Record<string, string>) => new Fields(Object.entries(values));

/** A visitor keeps something in a browser of their own, from a network of their own. Returns their cookie's secret. */
export async function aVisitorWho(values: Record<string, string>, held: string | null = null) {
  const { secret } = await keepForVisitor(held, chapterOf(values), typed(values), newId());
  return secret ?? newSecret();
}

export async function keptBy(secret: string | null, question: string) {
  const { kept } = await visitorsGuide(secret, 'starting');
  return kept.get(question)?.text;
}

/** What the account keeps, by question. */
export const notesOf = (client: Client) => as(client, (tx) => reflectionsOf(tx, client.id));

/** The client keeps this, on a page that shows what is kept now. */
export async function keeps(client: Client, values: Record<string, string>) {
  const notes = await notesOf(client);
  const bases = Object.keys(values).map((id) => [baseField(id), stampOf(notes.get(id))]);
  return keepReflections(client, chapterOf(values), typed({ ...Object.fromEntries(bases), ...values }));
}

function chapterOf(values: Record<string, string>) {
  const [first = ''] = Object.keys(values);
  const slug = ['starting', 'whole-picture', 'trust', 'time', 'your-part', 'ready'].find((each) =>
    first.startsWith(each),
  );
  return (slug ?? 'starting') as 'starting';
}
