// Takes back a client's signature.
import type { NextRequest } from 'next/server';
import { formRoute } from '@/lib/accounts/form-route';
import type { Params } from '@/lib/accounts/form-spec';
import { plainAnswer } from '@/lib/accounts/plain-answer';
import { type DocumentSlug, isDocumentSlug } from '@/lib/documents/document-text';
import { type Withdrawal, withdrawDocument } from '@/lib/documents/withdraw-document';

const withdrawRoute = formRoute<Withdrawal>({
  who: 'client',
  form: ({ slug }) => `documents/${slug}/withdraw`,
  page: ({ slug }) => `/documents/${slug}/withdraw`,
  parse: (fields, { slug }) => ({
    ok: true,
    input: { slug: slug as DocumentSlug, account: fields.id('account'), round: fields.whole('round') },
  }),
  act: async ({ actor, evidence, params }, withdrawal) => {
    // Done or not, the page of the document says how it stands.
    await withdrawDocument(actor, withdrawal, evidence);
    return { to: `/documents/${params.slug}` };
  },
});

/** A document that doesn't exist is missing, like any other page. */
export async function POST(request: NextRequest, context: { params: Promise<Params> }) {
  const { slug } = await context.params;
  return isDocumentSlug(slug ?? '') ? withdrawRoute(request, context) : plainAnswer('404');
}
