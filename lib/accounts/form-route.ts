// The one way a form reaches the house: from our own pages, within bounds, by somebody who may; answered with a redirect, nothing typed lost.
import type { NextRequest } from 'next/server';
import { isBusy } from '@/db/busy';
import type { Actor, Role } from '@/db/client';
import { asStored } from '@/lib/env/ids';
import { settings } from '@/lib/env/settings';
import { Fields, readFields } from './fields';
import { type FieldError, type FormDraft, keepOrDrop } from './form-draft';
import { isFreshStaff, secondFactorPathFor } from './fresh-staff';
import { ipOf, userAgentOf } from './network';
import { plainAnswer } from './plain-answer';
import {
  currentSession,
  secondFactorPath,
  secondKeyPathFor,
  signInPathFor,
  signInToSee,
  staffWith,
} from './require';
import { clientOf, firstStepOf, type Session } from './session';

export type Params = Record<string, string>;
export type Parsed<I> = { ok: true; input: I } | { ok: false; errors: FieldError[] };
/**
 * `to` = done, go there. `errors` = refused: what was typed is kept and shown again, on the form's page or at `to`; there are
 * none where nothing typed was at fault. With `instead`, these values stand in it instead of those that were sent.
 */
export type Outcome =
  | { to: string; errors?: undefined }
  | { errors: FieldError[]; to?: string; instead?: Record<string, string[]> };
/** Where a request came from and how its sender had signed in: what a signature's record needs. */
export type Evidence = {
  ip: string;
  userAgent: string;
  signedInAt: Date;
  signedInBy: 'code' | 'link';
  /** The second key that was given after that, if there was one. */
  secondKey?: 'pin' | 'passkey';
};

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
  form: (params: Params, fields: Fields) => string;
  /** The page that shows the form: where a refusal, or a sign-in in between, leads. */
  page: (params: Params, fields: Fields) => string;
  /** Fields that are never kept, not even sealed and for a moment: a PIN. */
  unkept?: readonly string[];
  /** What the whole form may weigh as it is sent, where that is less than any form may. */
  mostBytes?: number;
  parse: (fields: Fields, params: Params) => Parsed<I>;
};
type ForAnyone<I> = Common<I> & { who: 'anyone'; act: (asked: Visitor, input: I) => Promise<Outcome> };
type ForClient<I> = Common<I> & {
  who: 'client';
  act: (asked: Asked<Actor & { kind: 'client' }>, input: I) => Promise<Outcome>;
};
type ForFirstStep<I> = Common<I> & {
  /** A client with a second key, before it is given in this session, or once more. */
  who: 'second-key-holder';
  act: (asked: Asked<Actor & { kind: 'first-step' }>, input: I) => Promise<Outcome>;
};
type ForStaff<I> = Common<I> & {
  /**
   * The boxes somebody writes in at length. With them, what is typed is kept as the draft while it is being typed, and by
   * "Keep as a draft"; once all of them are empty there is none.
   */
  boxes?: (fields: Fields) => readonly string[];
  /**
   * Staff holding one of these roles (none named: any), or staff who have yet to give their second factor. `fresh`: it was
   * given within the last five minutes; otherwise what was typed is kept, and the page shows it again after the code.
   */
  who: { staff: Role[]; fresh?: true } | 'staff-before-second-factor';
  act: (asked: Asked<Actor & { kind: 'staff' }>, input: I) => Promise<Outcome>;
};
type FormRoute<I> = ForAnyone<I> | ForClient<I> | ForFirstStep<I> | ForStaff<I>;
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
  const drops = isForStaff(spec) && fields.one('intent') === 'drop';
  if (!session.live) {
    // Idled out: the page it had open may still be kept, and nothing else happens: nor does an empty one take the place of words.
    if (!drops && !isEmpty(spec, fields))
      await keepOrDrop(actor, form, { values: valuesOf(fields, spec), errors: [] });
    return seeOther(signInPathFor(page, 'idle'));
  }
  // Staff drop what they typed and was not taken (`NotSaved`): nothing else happens.
  if (drops) {
    await keepOrDrop(actor, form, undefined);
    return seeOther(page);
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

const isForStaff = <I>({ who }: FormRoute<I>): boolean => typeof who === 'object';
const asksFreshly = <I>({ who }: FormRoute<I>): boolean => typeof who === 'object' && who.fresh === true;

/** A small answer, which says at the same time whether somebody is still signed in. */
export const KEPT = '/stay/left';

const boxesOf = <I>(spec: FormRoute<I>) => ('boxes' in spec ? spec.boxes : undefined);

/** Sent by the browser while somebody types, or by hand to go on later: nothing is done with it. */
function keepsOnly<I>(spec: FormRoute<I>, fields: Fields) {
  const intent = fields.one('intent');
  return boxesOf(spec) && (intent === 'typing' || intent === 'later') ? intent : null;
}

const isEmpty = <I>(spec: FormRoute<I>, fields: Fields): boolean =>
  boxesOf(spec)?.(fields).every((name) => fields.one(name).trim() === '') ?? false;

/** Which button was pressed is no part of what somebody typed in boxes. */
function valuesOf<I>(fields: Fields, spec: FormRoute<I>) {
  const unkept = [...(spec.unkept ?? []), ...(boxesOf(spec) ? ['intent'] : [])];
  return Object.fromEntries(Object.entries(fields.values()).filter(([name]) => !unkept.includes(name)));
}

const draftFrom = <I>(outcome: Outcome, fields: Fields, spec: FormRoute<I>): FormDraft | undefined =>
  outcome.errors && {
    values: { ...valuesOf(fields, spec), ...outcome.instead },
    errors: outcome.errors,
  };

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
async function actorFor<I>(
  { who }: Exclude<FormRoute<I>, ForAnyone<I>>,
  session: Session,
  page: string,
): Promise<(Actor & { id: string }) | string | null> {
  if (who === 'client' && session.kind === 'client') {
    // Who never gave the second key writes nothing, not even a draft.
    return clientOf(session) ?? (session.live ? secondKeyPathFor(page) : signInPathFor(page, 'idle'));
  }
  if (who === 'second-key-holder' && session.kind === 'client') {
    if (!session.live) return signInPathFor('/home', 'idle');
    return session.secondKey === 'none' ? '/home' : firstStepOf(session);
  }
  if (who === 'client' || who === 'second-key-holder') return null;
  if (session.kind !== 'staff') return null;
  // A sign-in by mail alone that has run out keeps nothing in a form that is for staff who gave both steps.
  if (who !== 'staff-before-second-factor' && !session.live && !session.secondFactorAt)
    return signInPathFor(page, 'idle');
  if (who === 'staff-before-second-factor' || !session.live)
    return { kind: 'staff', id: session.accountId, roles: [], session: session.id };
  if (!session.secondFactorAt) return secondFactorPath(session, page);
  return staffWith(session, who.staff)?.actor ?? null;
}

/** 303 to a path on this site. */
export const seeOther = (path: string): Response =>
  new Response(null, { status: 303, headers: { Location: path, 'Cache-Control': 'no-store' } });
