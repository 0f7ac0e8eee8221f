// The one way a form reaches the house: from our own pages, within bounds, by somebody who may; answered with a redirect, nothing typed lost.
import type { NextRequest } from 'next/server';
import { isBusy } from '@/db/busy';
import { asStored } from '@/lib/env/ids';
import { settings } from '@/lib/env/settings';
import { Fields, readFields } from './fields';
import { actorFor } from './form-actor';
import { keepOrDrop } from './form-draft';
import type {
  Common,
  ForAnyone,
  ForClient,
  ForFirstStep,
  FormRoute,
  ForStaff,
  Outcome,
  Params,
} from './form-spec';
import { draftFrom, isEmpty, keepsOnly, valuesOf } from './form-typed';
import { isFreshStaff, secondFactorPathFor } from './fresh-staff';
import { ipOf, userAgentOf } from './network';
import { plainAnswer } from './plain-answer';
import { currentSession, signInPathFor, signInToSee } from './require';

type Post = (request: NextRequest, context: { params: Promise<Params> }) => Promise<Response>;

/** Builds a route's `POST`. Answers 303 always, but for 403, 404, 408, 413, 415, 422 and 503, each with a sentence. */
export function formRoute<I>(spec: ForAnyone<I>): Post;
export function formRoute<I>(spec: ForClient<I>): Post;
export function formRoute<I>(spec: ForFirstStep<I>): Post;
export function formRoute<I>(spec: ForStaff<I>): Post;
export function formRoute<I>(spec: FormRoute<I>): Post {
  return async (request, context) => {
    const nonce = request.headers.get('x-nonce');
    if (request.headers.get('origin') !== settings.publicUrl.origin) return plainAnswer('403', nonce);
    const params = withReference(await context.params);
    const fields = await readFields(request, spec.mostBytes);
    if (!(fields instanceof Fields)) return plainAnswer(fields.status, nonce);
    try {
      return await answer(spec, request, params, fields);
    } catch (error) {
      if (isBusy(error)) return plainAnswer('503', nonce);
      throw error;
    }
  };
}

/** A draft's key is made from the reference as it is stored: by it the page finds it, and it goes when what it is about does. */
const withReference = (params: Params | undefined): Params =>
  params?.reference === undefined ? (params ?? {}) : { ...params, reference: asStored(params.reference) };

async function answer<I>(
  spec: FormRoute<I>,
  request: NextRequest,
  params: Params,
  fields: Fields,
): Promise<Response> {
  const ip = ipOf(request.headers);
  const userAgent = userAgentOf(request.headers);
  if (spec.who === 'anyone') {
    const outcome = await decide(spec, fields, params, (input) =>
      spec.act({ params, fields, ip, userAgent, request }, input),
    );
    await keepOrDrop(null, spec.form(params, fields), draftFrom(outcome, fields, spec));
    return seeOther(outcome.to ?? spec.page(params, fields));
  }
  const [form, page] = [spec.form(params, fields), spec.page(params, fields)];
  const session = await currentSession();
  if (!session) return seeOther(await signInToSee(page, session));
  const actor = await actorFor(spec, session, page);
  if (!actor) return plainAnswer('404', request.headers.get('x-nonce'));
  if (typeof actor === 'string') return seeOther(actor);
  const account = { id: actor.id };
  if (!session.live) {
    // Idled out: the page it had open may still be kept, and nothing else happens: nor does an empty one take the place of words.
    if (!isEmpty(spec, fields)) await keepOrDrop(actor, form, { values: valuesOf(fields, spec), errors: [] });
    return seeOther(signInPathFor(page, 'idle'));
  }
  const keeps = keepsOnly(spec, fields);
  if (keeps) {
    await keepOrDrop(
      actor,
      form,
      isEmpty(spec, fields) ? undefined : { values: valuesOf(fields, spec), errors: [] },
    );
    return seeOther(keeps === 'typing' ? KEPT : page);
  }
  if (asksFreshly(spec) && !isFreshStaff(session)) {
    await keepOrDrop(actor, form, { values: valuesOf(fields, spec), errors: [] });
    return seeOther(secondFactorPathFor(page));
  }
  const { signedInAt, signedInBy, secondKey, secondKeyBy } = session;
  const given = secondKey === 'given' && secondKeyBy ? { secondKey: secondKeyBy } : {};
  const evidence = { ip, userAgent, signedInAt, signedInBy, ...given };
  const asked = { actor, account, session, params, fields, evidence, request };
  const outcome = await decide(spec, fields, params, (input) =>
    (spec.act as (a: typeof asked, i: I) => Promise<Outcome>)(asked, input),
  );
  await keepOrDrop(actor, form, draftFrom(outcome, fields, spec));
  return seeOther(outcome.to ?? page);
}

const asksFreshly = <I>({ who }: FormRoute<I>): boolean => typeof who === 'object' && who.fresh === true;

/** A small answer, which says at the same time whether somebody is still signed in. */
export const KEPT = '/stay/left';

async function decide<I>(
  spec: Common<I>,
  fields: Fields,
  params: Params,
  act: (input: I) => Promise<Outcome>,
): Promise<Outcome> {
  const parsed = spec.parse(fields, params);
  return parsed.ok ? act(parsed.input) : { errors: parsed.errors };
}

/** 303 to a path on this site. */
const seeOther = (path: string): Response =>
  new Response(null, { status: 303, headers: { Location: path, 'Cache-Control': 'no-store' } });
