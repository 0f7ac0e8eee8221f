// The one way a form reaches the house: from our own pages, within bounds, by somebody who may; answered with a redirect, nothing typed lost.
import type { NextRequest } from 'next/server';
import { isBusy } from '@/db/busy';
import { asStored } from '@/lib/env/ids';
import { settings } from '@/lib/env/settings';
import { Fields, readFields } from './fields';
import { actorFor } from './form-actor';
import { type FormDraft, keepOrDrop } from './form-draft';
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
import {
  boxesOf,
  draftAfter,
  draftFrom,
  elsewhereAsked,
  isEmpty,
  isWritten,
  KEPT,
  KEPT_BESIDE,
  keepsOnly,
  keepTyped,
} from './form-typed';
import { isFreshStaff, secondFactorPathFor } from './fresh-staff';
import { ipOf, userAgentOf } from './network';
import { plainAnswer } from './plain-answer';
import { currentSession, signInPathFor, signInToSee } from './require';
import { stillHere } from './still-here';
import { dealWithAside } from './typed-elsewhere';
import { NOTHING, WRITER, written } from './written';

type Post = (request: NextRequest, context: { params: Promise<Params> }) => Promise<Response>;

/** Builds a route's `POST`. Answers 303 always, but for 401, 403, 404, 408, 413, 415, 422 and 503, each with a sentence. */
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
    await keepOrDrop(null, spec.form(params, fields), draftAfter(spec, fields, outcome));
    return seeOther(outcome.to ?? spec.page(params, fields));
  }
  const [form, page] = [spec.form(params, fields), spec.page(params, fields)];
  const nonce = request.headers.get('x-nonce');
  const keeps = keepsOnly(spec, fields);
  /** Nobody is here for whom it could be kept: the way to sign in, or, where something is written, the words themselves. */
  const nobody = (path: string) =>
    comesBack(spec, fields)
      ? stillHere(nonce, {
          reader: spec.who === 'client' ? 'client' : 'staff',
          action: request.nextUrl.pathname,
          signIn: path,
          fields,
          boxes: boxesOf(spec, fields),
        })
      : seeOther(path);
  const session = await currentSession();
  if (!session) return nobody(await signInToSee(page, session));
  const actor = await actorFor(spec, session, page);
  if (!actor) return plainAnswer('404', nonce);
  if (typeof actor === 'string') return nobody(actor);
  if (fields.has(WRITER) && fields.one(WRITER) !== actor.id) return nobody(signInPathFor(page));
  const keep = (draft: FormDraft | undefined) => keepTyped(spec, actor, form, fields, draft);
  const drops = isForStaff(spec) && fields.one('intent') === 'drop';
  if (!session.live) {
    // Idled out: the page it had open may still be kept, and nothing else happens: nor does an empty one take the place of words.
    if (!drops && !isEmpty(spec, fields)) await keep(draftFrom(spec, fields));
    return seeOther(signInPathFor(page, 'idle'));
  }
  // Staff drop what they typed and was not taken (`NotSaved`): nothing else happens.
  if (drops) {
    await keep(undefined);
    return seeOther(page);
  }
  if (keeps) {
    const beside = await keep(isEmpty(spec, fields) ? undefined : draftFrom(spec, fields));
    return seeOther(keeps === 'later' ? page : beside ? KEPT_BESIDE : KEPT);
  }
  const elsewhere = elsewhereAsked(spec, fields);
  if (elsewhere) {
    if (!isEmpty(spec, fields)) await keep(draftFrom(spec, fields));
    await dealWithAside(actor, form, elsewhere.id, elsewhere.use);
    return seeOther(page);
  }
  if (asksFreshly(spec) && !isFreshStaff(session)) {
    await keep(draftFrom(spec, fields));
    return seeOther(secondFactorPathFor(page));
  }
  const { signedInAt, signedInBy, secondKey, secondKeyBy } = session;
  const given = secondKey === 'given' && secondKeyBy ? { secondKey: secondKeyBy } : {};
  const evidence = { ip, userAgent, signedInAt, signedInBy, ...given };
  const asked = { actor, account: { id: actor.id }, session, params, fields, evidence, request };
  const outcome = await decide(spec, fields, params, (input) =>
    (spec.act as (a: typeof asked, i: I) => Promise<Outcome>)(asked, input),
  );
  await keep(draftAfter(spec, fields, outcome));
  return seeOther(outcome.to ?? page);
}

/** Whether it would be gone otherwise: something written at length, or anything a client said on a page that was made for them. */
const comesBack = <I>(spec: FormRoute<I>, fields: Fields): boolean =>
  fields.one('intent') !== 'typing' &&
  (isWritten(spec, fields) ||
    (spec.who === 'client' && fields.has(WRITER) && written(fields.values()) !== NOTHING));

const isForStaff = <I>({ who }: FormRoute<I>): boolean => typeof who === 'object';
const asksFreshly = <I>({ who }: FormRoute<I>): boolean => typeof who === 'object' && who.fresh === true;

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
