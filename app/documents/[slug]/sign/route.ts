// Signs or confirms the document the client had open; a refusal leads back to it with what was typed.
import type { NextRequest } from 'next/server';
import { formRoute } from '@/lib/accounts/form-route';
import type { Params } from '@/lib/accounts/form-spec';
import { plainAnswer } from '@/lib/accounts/plain-answer';
import { type DocumentSlug, isDocumentSlug } from '@/lib/documents/document-text';
import { boxesIn } from '@/lib/documents/may-sign';
import { type Signing, signDocument } from '@/lib/documents/sign-document';

const signRoute = formRoute<Signing>({
  who: 'client',
  form: ({ slug }) => `documents/${slug}`,
  page: ({ slug }) => `/documents/${slug}`,
  parse: (fields, { slug }) => ({
    ok: true,
    input: {
      slug: slug as DocumentSlug,
      sha256: fields.one('sha256'),
      account: fields.id('account'),
      round: fields.whole('round'),
      typedName: fields.one('name'),
      sampleWord: fields.one('sample-word'),
      boxes: boxesIn(fields.values()),
    },
  }),
  act: async ({ actor, evidence }, signing) => {
    const result = await signDocument(actor, signing, evidence);
    if (result.ok) return { to: `/home?signed=${signing.slug}` };
    const errors = result.faults ?? [{ field: 'in-short', reason: result.reason }];
    // What somebody typed on another's page is not kept for this one.
    return result.reason === 'not-yours' ? { errors, instead: { name: [], 'sample-word': [] } } : { errors };
  },
});

/** A document that doesn't exist is missing, like any other page. */
export async function POST(request: NextRequest, context: { params: Promise<Params> }) {
  const { slug } = await context.params;
  return isDocumentSlug(slug ?? '') ? signRoute(request, context) : plainAnswer('404');
}
