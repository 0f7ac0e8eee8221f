// What a form's route says of itself: whose it is, under which key what is typed is kept, how it is read, and what is done with it.
import type { NextRequest } from 'next/server';
import type { Actor, Role } from '@/db/client';
import type { Fields } from './fields';
import type { FieldError } from './form-draft';
import type { Session } from './session';

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

export type Asked<A> = {
  actor: A;
  account: { id: string };
  session: Session;
  params: Params;
  fields: Fields;
  evidence: Evidence;
  request: NextRequest;
};
export type Visitor = { params: Params; fields: Fields; ip: string; userAgent: string; request: NextRequest };

export type Common<I> = {
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
export type ForAnyone<I> = Common<I> & { who: 'anyone'; act: (asked: Visitor, input: I) => Promise<Outcome> };
export type ForClient<I> = Common<I> & {
  who: 'client';
  act: (asked: Asked<Actor & { kind: 'client' }>, input: I) => Promise<Outcome>;
};
export type ForFirstStep<I> = Common<I> & {
  /** A client with a second key, before it is given in this session, or once more. */
  who: 'second-key-holder';
  act: (asked: Asked<Actor & { kind: 'first-step' }>, input: I) => Promise<Outcome>;
};
export type ForStaff<I> = Common<I> & {
  /**
   * The boxes somebody writes in at length. With them, what is typed is kept as the draft while it is being typed, and by
   * "Keep as a draft"; once all of them are empty there is none. What was typed in another tab is never written over.
   */
  boxes?: (fields: Fields) => readonly string[];
  /**
   * Staff holding one of these roles (none named: any), or staff who have yet to give their second factor. `fresh`: it was
   * given within the last five minutes; otherwise what was typed is kept, and the page shows it again after the code.
   */
  who: { staff: Role[]; fresh?: true } | 'staff-before-second-factor';
  act: (asked: Asked<Actor & { kind: 'staff' }>, input: I) => Promise<Outcome>;
};
export type FormRoute<I> = ForAnyone<I> | ForClient<I> | ForFirstStep<I> | ForStaff<I>;
