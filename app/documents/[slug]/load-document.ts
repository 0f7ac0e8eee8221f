// Loads a document for whoever asks: two of them are there for everybody, the rest for a signed-in client.
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { formDraft } from '@/lib/accounts/form-draft';
import { clientIfAny, requireClient } from '@/lib/accounts/require';
import { isDocumentSlug } from '@/lib/documents/document-text';
import { documentToSign } from '@/lib/documents/document-to-sign';
import { ownZone } from '@/lib/scheduling/zone-of-client';

/** The disclaimer and the privacy notice can be read without an account. */
const FOR_EVERYBODY = ['information', 'privacy'];

/** Once a request, for the title and the page. Times are on the reader's own clock (`clinic.zone`), a visitor's on the practice's. */
export const loadDocument = cache(async (slug: string) => {
  if (!isDocumentSlug(slug)) notFound();
  const reader = FOR_EVERYBODY.includes(slug) ? await clientIfAny() : await requireClient();
  const document = (await documentToSign(reader?.actor ?? null, slug)) ?? notFound();
  const draft = reader ? await formDraft(reader.actor, `documents/${slug}`) : null;
  const { clinic } = document;
  const zone = reader ? await ownZone(reader.actor, clinic.zone) : clinic.zone;
  return { ...document, clinic: { ...clinic, zone }, slug, accountId: reader?.client.id ?? null, draft };
});
