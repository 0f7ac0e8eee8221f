// Loads a draft to publish: what changes, whom it asks again, and what stands in the way.
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { formDraft } from '@/lib/accounts/form-draft';
import { requireStaff } from '@/lib/accounts/require';
import { isDocumentSlug } from '@/lib/documents/document-text';
import { draftToWrite } from '@/lib/documents/draft-to-write';
import { MAY_EDIT } from '@/lib/documents/may-edit';
import { holders } from '@/lib/documents/signing-counts';
import { publishForm } from '../../addresses';
import { type SaidError, sayErrors } from '../errors';

export type LoadedPublishing = Awaited<ReturnType<typeof loadPublishing>>;

export const loadPublishing = cache(async (slug: string) => {
  const { actor, staff } = await requireStaff(...MAY_EDIT);
  if (!isDocumentSlug(slug)) notFound();
  const { current, draft, text, comparable, counts } = (await draftToWrite(actor, slug)) ?? notFound();
  const kept = await formDraft(actor, publishForm(slug));
  const now = comparable(text);
  const said: SaidError[] = sayErrors(kept?.errors ?? [], await getTranslations('staffDocuments'));
  return {
    ...{ staff, slug, current, draft, said, now, kept },
    holders: holders(counts),
    stopped: whatStops(draft, current, now),
  };
});

function whatStops(
  draft: { baseVersion: number } | null,
  current: { version: number; sha256: string },
  now: { sha256: string } | null,
) {
  if (draft && draft.baseVersion !== current.version) return 'older-than-current' as const;
  if (!now) return 'not-valid' as const;
  return now.sha256 === current.sha256 ? ('nothing-changed' as const) : null;
}
