// Made-up admins who write documents, each with an app that makes their codes.
import { as } from '@/db/client';
import { session } from '@/db/schema';
import { enrolSecondFactor, secretToEnrol } from '@/lib/accounts/second-factor';
import { totpCode } from '@/lib/accounts/totp';
import { currentVersion } from '@/lib/documents/current-version';
import { draftOfDocument } from '@/lib/documents/document-draft';
import type { DocumentSlug } from '@/lib/documents/document-text';
import { type EditedText, sourceOf } from '@/lib/documents/edited-text';
import { type Publishing, publishDocument } from '@/lib/documents/publish-document';
import { saveDraft } from '@/lib/documents/save-draft';
import { clock, shiftClock } from '@/lib/env/clock';
import { newId } from '@/lib/env/ids';
import { aStaffMember } from '@/tests/support/people';

export type Editor = Awaited<ReturnType<typeof anEditor>>;

let shifted = 0;
/** A minute later: the next code is a new one. */
export function later() {
  shifted += 60_000;
  shiftClock(shifted);
}

/** An admin with their second step set up. `code` is the app's next one, never one that was used. */
export async function anEditor() {
  const actor = await aStaffMember('admin');
  const sessionId = newId();
  const at = clock.now();
  await as(actor, (tx) =>
    tx.insert(session).values({
      ...{ id: sessionId, tokenHash: sessionId, accountId: actor.id, signedInBy: 'code' },
      ...{ createdAt: at, lastSeenAt: at, expiresAt: at },
    }),
  );
  const secret = (await secretToEnrol(actor)) ?? '';
  await enrolSecondFactor(actor, sessionId, totpCode(secret, at));
  const code = () => {
    later();
    return totpCode(secret, clock.now());
  };
  return { actor, sessionId, code };
}

/** The words of the version that counts. */
export async function wordsNow({ actor }: Pick<Editor, 'actor'>, slug: DocumentSlug): Promise<EditedText> {
  return as(actor, async (tx) => {
    const version = await currentVersion(tx, slug);
    if (!version) throw new Error(`no version of ${slug}`);
    return structuredClone(sourceOf(version));
  });
}

export const draftNow = ({ actor }: Pick<Editor, 'actor'>, slug: DocumentSlug) =>
  as(actor, (tx) => draftOfDocument(tx, slug));

/** Saves `change` on top of what is there, as the page would post it. */
export async function writes(editor: Editor, slug: DocumentSlug, change: Partial<EditedText>) {
  const draft = await draftNow(editor, slug);
  const text = { ...(draft?.text ?? (await wordsNow(editor, slug))), ...change };
  const base = await as(editor.actor, (tx) => currentVersion(tx, slug));
  return saveDraft(editor.actor, {
    ...{ slug, text, base: base?.version ?? 0 },
    revision: draft?.revision ?? 0,
  });
}

/** Publishes the draft as it stands, with a new code, but for `changes`. */
export async function publishes(editor: Editor, slug: DocumentSlug, changes: Partial<Publishing> = {}) {
  const draft = await draftNow(editor, slug);
  const seen = { slug, draft: draft?.id ?? newId(), revision: draft?.revision ?? 0 };
  return publishDocument(editor.actor, {
    ...{ ...seen, changeClass: 'material' as const },
    ...changes,
    code: changes.code ?? editor.code(),
  });
}
