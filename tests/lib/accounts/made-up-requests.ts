// Somebody asks for a code in a browser of their own, from a network of their own unless a test says which.
import { openRequest, proveSignIn } from '@/lib/accounts/prove-sign-in';
import { requestSignIn } from '@/lib/accounts/request-sign-in';
import { codeOf, linkTokenOf } from '@/lib/accounts/sign-in-secrets';
import { newId } from '@/lib/env/ids';

/** A network nobody has come from: it stands in the place of its address. */
export const anIp = () => newId();
export const anAddress = () => `someone-${newId()}@example.org`;

type From = { ip?: string; browser?: string };

/** Asks; `prove` types a code, or gives the link's token, in the browser that asked unless another is named. */
export async function asked(email = anAddress(), { ip = anIp(), browser }: From = {}) {
  const answer = await requestSignIn({ email, ip, browser });
  if (!answer.ok) throw new Error(answer.reason);
  const request = await openRequest(answer.browser);
  if (!request) throw new Error('no request');
  const code = codeOf(request.id);
  const wrong = code === '00000000' ? '00000001' : '00000000';
  const prove = (secret: string, by: 'code' | 'link' = 'code', from = answer.browser) =>
    proveSignIn({ browser: from, proof: { by, secret }, ip });
  return { ...request, browser: answer.browser, email, code, wrong, link: linkTokenOf(request.id), prove };
}
