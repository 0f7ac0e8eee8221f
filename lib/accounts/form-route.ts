// The one way a form reaches the house: from our own pages, within bounds, by somebody who may; answered with a redirect, nothing typed lost.
import type { NextRequest } from 'next/server';
import { isBusy } from '@/db/busy';
import { type Actor, as, type Role } from '@/db/client';
import { settings } from '@/lib/env/settings';
import { Fields, readFields } from './fields';
import { dropDraft, dropDraftInCookie, type FieldError, keepDraft, keepDraftInCookie } from './form-draft';
import { ipOf, userAgentOf } from './network';
import { plainAnswer } from './plain-answer';
import { currentSession, secondFactorPath, signInPathFor, staffWith } from './require';
import type { Session } from './session';

export type Params = Record<string, string>;
export type Parsed<I> = { ok: true; input: I } | { ok: false; errors: FieldError[] };
/** `to` = done, go there. `errors` = refused: what was typed is kept and shown again, on the form's page or at `to`. */
export type Outcome = { to: string; errors?: undefined } | { errors: FieldError[]; to?: string };
/** Where a request came from and how its sender had signed in: what a signature's record needs. */
export type Evidence = { ip: string; userAgent: string; signedInAt: Date; signedInBy: 'code' | 'link' };

type Asked<A> = {
  actor: A;
  account: { id: string };
  session: Session;
  params: Params;
  fields: Fields;
  evidence: Evidence;
  request: NextRequest;
};
type Visitor = { params: Params; fields: Fields; ip: string; userAgent: string; request: NextRequest };

type Common<I> = {
  /** The key of this form's draft. */
  form: (params: Params) => string;
  /** The page that shows the form: where a refusal, or a sign-in in between, leads. */
  page: (params: Params) => string;
  parse: (fields: Fields, params: Params) => Parsed<I>;
};
type ForAnyone<I> = Common<I> & { who: 'anyone'; act: (asked: Visitor, input: I) => Promise<Outcome> };
type ForClient<I> = Common<I> & {
  who: 'client';
  act: (asked: Asked<Actor & { kind: 'client' }>, input: I) => Promise<Outcome>;
};
type ForStaff<I> = Common<I> & {
  /** Staff holding one of these roles (none named: any), or staff who have yet to give their second factor. */
  who: { staff: Role[] } | 'staff-before-second-factor';
  act: (asked: Asked<Actor & { kind: 'staff' }>, input: I) => Promise<Outcome>;
};
type FormRoute<I> = ForAnyone<I> | ForClient<I> | ForStaff<I>;
type Post = (request: NextRequest, context: { params: Promise<Params> }) => Promise<Response>;

/** Builds a route's `POST`. Answers 303 always, but for 403, 404, 408, 413, 415, 422 and 503, each with a sentence. */
export function formRoute<I>(spec: ForAnyone<I>): Post;
export function formRoute<I>(spec: ForClient<I>): Post;
export function formRoute<I>(spec: ForStaff<I>): Post;
export function formRoute<I>(spec: FormRoute<I>): Post {
  return async (request, context) => {
    const nonce = request.headers.get('x-nonce');
    if (request.headers.get('origin') !== settings.publicUrl.origin) return plainAnswer('403', nonce);
    const params = await context.params;
    const fields = await readFields(request);
    if (!(fields instanceof Fields)) return plainAnswer(fields.status, nonce);
    try {
      return await answer(spec, request, params, fields);
    } catch (error) {
      if (isBusy(error)) return plainAnswer('503', nonce);
      throw error;
    }
  };
}

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
    if (outcome.errors)
      await keepDraftInCookie(spec.form(params), { values: fields.values(), errors: outcome.errors });
    else await dropDraftInCookie();
    return seeOther(outcome.to ?? spec.page(params));
  }
  const session = await currentSession();
  if (!session) return seeOther(signInPathFor(spec.page(params)));
  const actor = await actorFor(spec.who, session);
  if (!actor) return plainAnswer('404', request.headers.get('x-nonce'));
  if (typeof actor === 'string') return seeOther(actor);
  const account = { id: actor.id };
  if (!session.live) {
    // Idled out: the page it had open may still be kept, and nothing else happens.
    await as(actor, (tx) =>
      keepDraft(tx, account.id, spec.form(params), { values: fields.values(), errors: [] }),
    );
    return seeOther(signInPathFor(spec.page(params), 'idle'));
  }
  const evidence = { ip, userAgent, signedInAt: session.signedInAt, signedInBy: session.signedInBy };
  const asked = { actor, account, session, params, fields, evidence, request };
  const outcome = await decide(spec, fields, params, (input) =>
    (spec.act as (a: typeof asked, i: I) => Promise<Outcome>)(asked, input),
  );
  await as(actor, (tx) =>
    outcome.errors
      ? keepDraft(tx, account.id, spec.form(params), { values: fields.values(), errors: outcome.errors })
      : dropDraft(tx, account.id, spec.form(params)),
  );
  return seeOther(outcome.to ?? spec.page(params));
}

async function decide<I>(
  spec: Common<I>,
  fields: Fields,
  params: Params,
  act: (input: I) => Promise<Outcome>,
): Promise<Outcome> {
  const parsed = spec.parse(fields, params);
  return parsed.ok ? act(parsed.input) : { errors: parsed.errors };
}

/** The actor, a path to go to first, or null when this is not theirs. */
async function actorFor(
  who: Exclude<FormRoute<unknown>['who'], 'anyone'>,
  session: Session,
): Promise<(Actor & { id: string }) | string | null> {
  if (who === 'client') return session.kind === 'client' ? { kind: 'client', id: session.accountId } : null;
  if (session.kind !== 'staff') return null;
  if (who === 'staff-before-second-factor' || !session.live)
    return { kind: 'staff', id: session.accountId, roles: [] };
  if (!session.secondFactorAt) return secondFactorPath(session);
  return (await staffWith(session, who.staff))?.actor ?? null;
}

/** 303 to a path on this site. */
export const seeOther = (path: string): Response =>
  new Response(null, { status: 303, headers: { Location: path, 'Cache-Control': 'no-store' } });
