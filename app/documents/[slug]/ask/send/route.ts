// Takes a client's question about a document; what could not be taken is shown again as it was typed.
import type { NextRequest } from 'next/server';
import { forgetErrors } from '@/lib/accounts/form-draft';
import { formRoute } from '@/lib/accounts/form-route';
import type { Params } from '@/lib/accounts/form-spec';
import { plainAnswer } from '@/lib/accounts/plain-answer';
import { type Asking, askQuestion } from '@/lib/documents/ask-question';
import { type DocumentSlug, isDocumentSlug } from '@/lib/documents/document-text';
import { readQuestion } from '@/lib/documents/question';
import { newId } from '@/lib/env/ids';

const askRoute = formRoute<Asking>({
  who: 'client',
  form: ({ slug }) => `documents/${slug}/ask`,
  page: ({ slug }) => `/documents/${slug}/ask`,
  parse: (fields, { slug }) => {
    const read = readQuestion(fields.one('question'));
    if (!read.ok) {
      const { reason, values } = read;
      return { ok: false, errors: [{ field: 'question', reason, ...(values && { values }) }] };
    }
    const formToken = fields.id('token') || newId();
    return { ok: true, input: { slug: slug as DocumentSlug, text: read.text, formToken } };
  },
  act: async ({ actor, params }, asking) => {
    const asked = await askQuestion(actor, asking);
    // What was wrong when they tried to sign is no news after a question that was taken.
    if (asked.ok) await forgetErrors(actor, `documents/${asking.slug}`);
    if (asked.ok) return { to: `/documents/${params.slug}#asked` };
    return { errors: [{ field: 'question', reason: asked.reason }] };
  },
});

/** A document that doesn't exist is missing, like any other page. */
export async function POST(request: NextRequest, context: { params: Promise<Params> }) {
  const { slug } = await context.params;
  return isDocumentSlug(slug ?? '') ? askRoute(request, context) : plainAnswer('404');
}
