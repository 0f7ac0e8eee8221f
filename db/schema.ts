// Every table of the portal, in the order of the journey; a comment marks each column that is sealed by the vault.
import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigint,
  boolean,
  customType,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  time,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';

// Three digits of a second: a JavaScript Date holds no more, and a cursor made from one must find its row again.
const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });
const id = () => uuid('id').primaryKey();
/** The words of a document that staff write: `{{gaps}}` unfilled, boxes by their id. */
export type EditedText = {
  title: string;
  browserTitle: string;
  summary: string[];
  /** Markdown. */
  body: string;
  boxes: Record<string, string>;
};

const tstzrange = customType<{ data: string; driverData: string }>({ dataType: () => 'tstzrange' });

// ── The clinic ──────────────────────────────────────────────────────────────────────────────────

/** One row: the clinic's name, hours, holidays, fees (`lib/clinic` gives the shape). */
export const clinicSetting = pgTable('clinic_setting', {
  id: smallint('id').primaryKey().default(1),
  data: jsonb('data').notNull(),
  changedAt: instant('changed_at').notNull(),
});

/** What must hold before the first client comes, and that they may: append-only, the newest line of each kind counts. */
export const goingLiveEvent = pgTable(
  'going_live_event',
  {
    id: id(),
    /** `complete`: whether everything required holds, as the house itself found; nobody said it. */
    what: text('what', { enum: ['lawyer', 'backups', 'open', 'complete'] }).notNull(),
    holds: boolean('holds').notNull(),
    byId: uuid('by_id').references(() => staffMember.id),
    at: instant('at').notNull(),
  },
  (t) => [index('going_live_event_newest').on(t.what, t.at.desc(), t.id.desc())],
);

// ── Who somebody is ─────────────────────────────────────────────────────────────────────────────

/** A key for each person, wrapped by a master key that is not in the database. Without it the rest is unreadable. */
export const vaultKey = pgTable(
  'vault_key',
  {
    subjectId: uuid('subject_id').primaryKey(),
    masterVersion: integer('master_version').notNull(),
    wrapped: text('wrapped').notNull(),
    createdAt: instant('created_at').notNull(),
    /** Whose alone it is: it seals what its owner keeps to themselves. Null for a key with which staff serve somebody. */
    ownerId: uuid('owner_id').references((): AnyPgColumn => staffMember.id),
  },
  (t) => [uniqueIndex('vault_key_owner').on(t.ownerId)],
);

/** Somebody who can sign in. A client's row and a staff member's row share its id. */
export const account = pgTable('account', {
  id: id(),
  kind: text('kind', { enum: ['client', 'staff'] }).notNull(),
  /** Keyed index of the normalised address. */
  emailIndex: text('email_index').notNull().unique(),
  /** Sealed. */
  email: text('email').notNull(),
  locale: text('locale').notNull().default('en'),
  createdAt: instant('created_at').notNull(),
  disabledAt: instant('disabled_at'),
});

/** A client. Locked (`FOR UPDATE`) by whatever may happen only once a client. */
export const client = pgTable('client', {
  id: uuid('id')
    .primaryKey()
    .references(() => account.id, { onDelete: 'cascade' }),
  createdAt: instant('created_at').notNull(),
  /** When they last said "not now" to a second key. */
  secondKeyLaterAt: instant('second_key_later_at'),
});

/** A client's PIN: with it, e-mail alone opens nothing of theirs. */
export const clientPin = pgTable('client_pin', {
  clientId: uuid('client_id')
    .primaryKey()
    .references(() => client.id, { onDelete: 'cascade' }),
  /** scrypt over the peppered PIN, with its parameters and salt (`lib/accounts/pin-verifier.ts`). */
  verifier: text('verifier').notNull(),
  setAt: instant('set_at').notNull(),
  /** Wrong tries since the last right one. */
  wrongInARow: integer('wrong_in_a_row').notNull().default(0),
  /** Too many of them: it opens nothing more but where it was right before (`lib/accounts/give-pin.ts`). */
  shutAt: instant('shut_at'),
  /** When it was last typed right. */
  givenAt: instant('given_at'),
});

/** A client's passkey (WebAuthn). Its id and public key are random: they name nobody. */
export const clientPasskey = pgTable(
  'client_passkey',
  {
    id: id(),
    clientId: uuid('client_id')
      .notNull()
      .references(() => client.id, { onDelete: 'cascade' }),
    reference: text('reference').notNull().unique(),
    /** As the device gave it, base64url. */
    credentialId: text('credential_id').notNull().unique(),
    /** COSE, base64url. */
    publicKey: text('public_key').notNull(),
    /** How often the device says it was used; never less than before. */
    counter: bigint('counter', { mode: 'number' }).notNull(),
    transports: text('transports').array().notNull(),
    /** Sealed: what its owner calls it. */
    label: text('label').notNull(),
    addedAt: instant('added_at').notNull(),
    lastUsedAt: instant('last_used_at'),
  },
  (t) => [index('client_passkey_client').on(t.clientId)],
);

export const staffMember = pgTable('staff_member', {
  id: uuid('id')
    .primaryKey()
    .references(() => account.id),
  /** Stands in addresses of the team's pages. */
  reference: text('reference').notNull().default(sql`foyer.new_reference()`).unique(),
  /** A clinician's name and credential are public: shown to every client who chooses a time. */
  name: text('name').notNull(),
  credential: text('credential').notNull().default(''),
  roles: text('roles', { enum: ['admin', 'clinician', 'lead', 'front-desk'] })
    .array()
    .notNull(),
  /** Until when a second step may be set up by whoever reads their mail; null: at any time. */
  enrolUntil: instant('enrol_until'),
});

/**
 * Who is on call, in the clinic's zone: each week on a weekday (1 = Monday), or once on a date, in place of whatever the
 * week says for those hours. One that ends at or before its beginning ends on the next day.
 */
export const onCallShift = pgTable(
  'on_call_shift',
  {
    id: id(),
    /** Null, on a date: nobody is on call then. */
    staffId: uuid('staff_id').references(() => staffMember.id),
    weekday: smallint('weekday'),
    onDate: date('on_date'),
    startsLocal: time('starts_local').notNull(),
    endsLocal: time('ends_local').notNull(),
    addedAt: instant('added_at').notNull(),
  },
  (t) => [
    unique('on_call_shift_once')
      .on(t.staffId, t.weekday, t.onDate, t.startsLocal, t.endsLocal)
      .nullsNotDistinct(),
  ],
);

export const staffSecondFactor = pgTable('staff_second_factor', {
  staffId: uuid('staff_id')
    .primaryKey()
    .references(() => staffMember.id),
  /** Sealed. */
  totpSecret: text('totp_secret').notNull(),
  /** The last 30-second step accepted: each is good once. */
  lastStep: integer('last_step').notNull().default(0),
  enrolledAt: instant('enrolled_at'),
  /** The sign-in its secret was shown in, until it is confirmed. */
  offeredTo: uuid('offered_to'),
  /** Sealed: that of another app, until its first code confirms it. */
  nextSecret: text('next_secret'),
  /** Wrong codes in a row, typed on devices where no second step was given yet, and on those where one was. */
  wrongElsewhere: smallint('wrong_elsewhere').notNull().default(0),
  wrongAtKnown: smallint('wrong_at_known').notNull().default(0),
});

/** A passkey of a member of staff, beside their app. Its id and public key are random: they name nobody. */
export const staffPasskey = pgTable(
  'staff_passkey',
  {
    id: id(),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staffMember.id),
    reference: text('reference').notNull().unique(),
    /** As the device gave it, base64url. */
    credentialId: text('credential_id').notNull().unique(),
    /** COSE, base64url. */
    publicKey: text('public_key').notNull(),
    /** How often the device says it was used; never less than before. */
    counter: bigint('counter', { mode: 'number' }).notNull(),
    transports: text('transports').array().notNull(),
    /** Sealed: what its owner calls it. */
    label: text('label').notNull(),
    addedAt: instant('added_at').notNull(),
    lastUsedAt: instant('last_used_at'),
  },
  (t) => [index('staff_passkey_staff').on(t.staffId)],
);

export const recoveryCode = pgTable('recovery_code', {
  id: id(),
  staffId: uuid('staff_id')
    .notNull()
    .references(() => staffMember.id),
  /** Keyed hash. */
  codeHash: text('code_hash').notNull(),
  usedAt: instant('used_at'),
});

/** One request for a code. Neither the code nor the link's token is stored: both are derived from the id and a secret. */
export const signInRequest = pgTable(
  'sign_in_request',
  {
    id: id(),
    emailIndex: text('email_index').notNull(),
    /** Sealed under the clinic's key. */
    email: text('email').notNull(),
    /** Hash of the cookie of the browser that asked. */
    browserHash: text('browser_hash').notNull(),
    /** False: over a limit. No mail went out, and no code fits; from outside it is like any other. */
    mailed: boolean('mailed').notNull().default(true),
    locale: text('locale').notNull().default('en'),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    tries: integer('tries').notNull().default(0),
    endedAt: instant('ended_at'),
    /** Hash of the one-time token next-auth spends, and until when. */
    ticketHash: text('ticket_hash'),
    ticketExpiresAt: instant('ticket_expires_at'),
    provedBy: text('proved_by', { enum: ['code', 'link'] }),
  },
  (t) => [
    index('sign_in_request_email').on(t.emailIndex),
    uniqueIndex('sign_in_request_browser').on(t.browserHash),
  ],
);

export const session = pgTable(
  'session',
  {
    id: id(),
    tokenHash: text('token_hash').notNull().unique(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    endedAt: instant('ended_at'),
    signedInBy: text('signed_in_by', { enum: ['code', 'link'] }).notNull(),
    /** When the second factor was last given in this session. */
    secondFactorAt: instant('second_factor_at'),
    /** With what, where a client gave it; null where it was set in this session and not asked for since. */
    secondKeyBy: text('second_key_by', { enum: ['pin', 'passkey'] }),
    /** What a passkey must sign, once, and until when. */
    challenge: text('challenge'),
    challengeUntil: instant('challenge_until'),
    /** Wrong PINs typed in this session, and those typed elsewhere before it was opened, since when. */
    wrongHere: integer('wrong_here').notNull().default(0),
    wrongElsewhere: integer('wrong_elsewhere').notNull().default(0),
    wrongSince: instant('wrong_since'),
    /** Sealed. */
    ip: text('ip'),
    /** Sealed. */
    userAgent: text('user_agent'),
  },
  (t) => [index('session_account').on(t.accountId)],
);

/**
 * Where somebody has shown, by a code, that they read the mail of an address: what strangers ask for elsewhere doesn't
 * keep them from getting a code there.
 */
export const knownNetwork = pgTable(
  'known_network',
  {
    accountId: uuid('account_id')
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    /** A keyed hash of address and network together: it names neither, and no two addresses share one. */
    mark: text('mark').notNull(),
    usedAt: instant('used_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.mark] }), index('known_network_mark').on(t.mark)],
);

/**
 * An e-mail address on its way to replacing another: asked for by the client, or by front desk for a mailbox that is
 * lost. Who, where to and on what grounds never change; the app may only count tries, have a colleague agree, and end it.
 */
export const addressChange = pgTable(
  'address_change',
  {
    id: id(),
    /** What stands in a URL of staff. */
    reference: text('reference').notNull().unique(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    by: text('by', { enum: ['self', 'recovery'] }).notNull(),
    /** Sealed: the address as it was when this was asked for. */
    oldEmail: text('old_email').notNull(),
    /** Sealed for the account's own column, into which it goes as it is. */
    newEmail: text('new_email').notNull(),
    newEmailIndex: text('new_email_index').notNull(),
    /** Sealed: who can see messages sent there, as the client said; null when the forms have yet to ask, or a recovery leaves the address as it is. */
    inbox: text('inbox'),
    /** The member of staff who started a recovery. */
    startedBy: uuid('started_by').references(() => staffMember.id),
    /** The other one, without whom a recovery comes to nothing. */
    agreedBy: uuid('agreed_by').references(() => staffMember.id),
    agreedAt: instant('agreed_at'),
    /** Ids of the identity steps taken (`lib/clinic/recovery-steps.ts`). */
    steps: text('steps').array().notNull().default([]),
    resetSecondKey: boolean('reset_second_key').notNull().default(false),
    askedAt: instant('asked_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** Wrong codes count too; for a recovery, dates of birth. */
    tries: integer('tries').notNull().default(0),
    doneAt: instant('done_at'),
    cancelledAt: instant('cancelled_at'),
    /** `time`: it ran out, or a newer one replaced it. `tries`: the date of birth was wrong too often. */
    cancelledBy: text('cancelled_by', { enum: ['client', 'staff', 'time', 'tries'] }),
  },
  (t) => [
    index('address_change_account').on(t.accountId),
    uniqueIndex('address_change_one_open')
      .on(t.accountId, t.by)
      .where(sql`done_at is null and cancelled_at is null`),
    // A mailbox is promised to one account.
    uniqueIndex('address_change_one_promise')
      .on(t.newEmailIndex)
      .where(sql`by = 'recovery' and done_at is null and cancelled_at is null`),
  ],
);

/** How often something was tried within a window; the key is a keyed hash, so it names nobody. */
export const attempt = pgTable(
  'attempt',
  {
    key: text('key').notNull(),
    windowStart: instant('window_start').notNull(),
    count: integer('count').notNull(),
  },
  (t) => [primaryKey({ columns: [t.key, t.windowStart] })],
);

/** What somebody typed into a form that has not been taken yet: one a form and account. */
export const formDraft = pgTable(
  'form_draft',
  {
    id: id(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    form: text('form').notNull(),
    /** Sealed `{ values, errors }`. */
    content: text('content').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (t) => [uniqueIndex('form_draft_once').on(t.accountId, t.form)],
);

// ── The record of what happened ─────────────────────────────────────────────────────────────────

/** Append-only, one hash chain a subject; the trigger fills the actor, `seq`, `prev_hash` and `hash`. */
export const auditEvent = pgTable(
  'audit_event',
  {
    id: id(),
    subject: text('subject').notNull(),
    seq: integer('seq').notNull().default(0),
    at: instant('at').notNull(),
    actorKind: text('actor_kind').notNull().default(''),
    actorId: text('actor_id').notNull().default(''),
    event: text('event').notNull(),
    /** Ids, counts and closed lists only, as canonical JSON text: what is hashed is what is stored. */
    detail: text('detail').notNull(),
    prevHash: text('prev_hash').notNull().default(''),
    hash: text('hash').notNull().default(''),
    /** Which sign-in of a member of staff it came from; where that was is sealed there. */
    sessionId: uuid('session_id'),
  },
  (t) => [
    uniqueIndex('audit_event_chain').on(t.subject, t.seq),
    index('audit_event_at').on(t.at, t.id),
    index('audit_event_actor').on(t.actorId, t.at, t.id),
    index('audit_event_verified').on(t.at).where(sql`event = 'record.verified'`),
    index('audit_event_shown').using('gin', sql`foyer.ids_in(${t.detail})`).where(sql`subject = 'clinic'`),
  ],
);

/** The newest link of each chain; written by the trigger alone. */
export const auditHead = pgTable('audit_head', {
  subject: text('subject').primaryKey(),
  seq: integer('seq').notNull(),
  hash: text('hash').notNull(),
});

/** What staff must do, by when. */
export const task = pgTable(
  'task',
  {
    id: id(),
    kind: text('kind').notNull(),
    clientId: uuid('client_id').references(() => client.id, { onDelete: 'cascade' }),
    /** The row this is about, such as a notice that gave up. */
    aboutId: uuid('about_id'),
    dueAt: instant('due_at').notNull(),
    createdAt: instant('created_at').notNull(),
    doneAt: instant('done_at'),
    doneBy: uuid('done_by').references(() => staffMember.id),
    /** How a client's question was answered. */
    answeredBy: text('answered_by', { enum: ['site', 'phone', 'email', 'in-person'] }),
  },
  (t) => [
    index('task_open').on(t.kind, t.dueAt).where(sql`done_at is null`),
    index('task_client').on(t.clientId).where(sql`done_at is null`),
  ],
);

/** What the practice writes to a client on the site. It stands at their home, and they alone say when it was read. */
export const siteMessage = pgTable(
  'site_message',
  {
    id: id(),
    clientId: uuid('client_id')
      .notNull()
      .references(() => client.id, { onDelete: 'cascade' }),
    writtenBy: uuid('written_by')
      .notNull()
      .references(() => staffMember.id),
    /** Which staff may read it besides its reader: `all-staff` or `clinical`. */
    audience: text('audience').notNull(),
    /** Sealed. */
    content: text('content').notNull(),
    /** Made with the form: the same form sent twice writes once. */
    formToken: text('form_token').notNull(),
    writtenAt: instant('written_at').notNull(),
    readAt: instant('read_at'),
  },
  (t) => [
    index('site_message_client').on(t.clientId),
    uniqueIndex('site_message_once').on(t.writtenBy, t.formToken),
  ],
);

/** A revision of what clinicians wrote down about a client. Never changed: the newest of a note stands, the others stay. */
export const clinicalNote = pgTable(
  'clinical_note',
  {
    id: id(),
    /** The id of the note's first revision. */
    noteId: uuid('note_id').notNull(),
    revision: smallint('revision').notNull(),
    clientId: uuid('client_id')
      .notNull()
      .references(() => client.id, { onDelete: 'cascade' }),
    writtenBy: uuid('written_by')
      .notNull()
      .references(() => staffMember.id),
    writtenAt: instant('written_at').notNull(),
    /** Sealed. */
    content: text('content').notNull(),
    /** Made with the form: the same form sent twice writes once. */
    formToken: text('form_token').notNull(),
  },
  (t) => [
    index('clinical_note_client').on(t.clientId),
    uniqueIndex('clinical_note_revision').on(t.noteId, t.revision),
    uniqueIndex('clinical_note_once').on(t.writtenBy, t.formToken),
  ],
);

/** What a clinician notes for themselves alone. No record, no print and no export reads this table. */
export const processNote = pgTable(
  'process_note',
  {
    id: id(),
    clientId: uuid('client_id')
      .notNull()
      .references(() => client.id, { onDelete: 'cascade' }),
    authorId: uuid('author_id')
      .notNull()
      .references(() => staffMember.id),
    /** Sealed twice: under the author's own key, and that under the client's. */
    content: text('content').notNull(),
    writtenAt: instant('written_at').notNull(),
    changedAt: instant('changed_at'),
    formToken: text('form_token').notNull(),
  },
  (t) => [
    index('process_note_client').on(t.clientId, t.authorId),
    uniqueIndex('process_note_once').on(t.authorId, t.formToken),
  ],
);

// ── What a client read, and thought about it ────────────────────────────────────────────────────

/** What somebody without an account asked to have kept for a day, and what was not taken. Only their cookie opens it. */
export const visitorReflection = pgTable(
  'visitor_reflection',
  {
    id: id(),
    /** Hash of the cookie of the browser it was kept in. */
    browserHash: text('browser_hash').notNull(),
    /** `kept`: one a question. `draft`: one a chapter, of what was refused. */
    state: text('state', { enum: ['kept', 'draft'] }).notNull(),
    /** A question's id, or a chapter's slug. */
    about: text('about').notNull(),
    /** Sealed under a key that follows from the cookie, and from nothing that is here. */
    content: text('content').notNull(),
    keptAt: instant('kept_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (t) => [
    uniqueIndex('visitor_reflection_once').on(t.browserHash, t.state, t.about),
    index('visitor_reflection_expiry').on(t.expiresAt),
  ],
);

/** What a client keeps: one a question of the guide. Nobody else reads it until they share it. */
export const reflection = pgTable(
  'reflection',
  {
    id: id(),
    clientId: uuid('client_id')
      .notNull()
      .references(() => client.id, { onDelete: 'cascade' }),
    question: text('question').notNull(),
    /** Sealed `{ choice, text }`. */
    content: text('content').notNull(),
    keptAt: instant('kept_at').notNull(),
    /** Since when the clinical team may read it; null = theirs alone. */
    sharedAt: instant('shared_at'),
  },
  (t) => [uniqueIndex('reflection_once').on(t.clientId, t.question)],
);

/** A chapter that a client read to its end. */
export const chapterRead = pgTable(
  'chapter_read',
  {
    clientId: uuid('client_id')
      .notNull()
      .references(() => client.id, { onDelete: 'cascade' }),
    chapter: text('chapter').notNull(),
    readAt: instant('read_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.clientId, t.chapter] })],
);

// ── What a client answered ──────────────────────────────────────────────────────────────────────

/** The questionnaire as it was asked: each version that was ever used, whole. Immutable. */
export const questionnaireVersion = pgTable(
  'questionnaire_version',
  {
    version: text('version').notNull(),
    locale: text('locale').notNull(),
    sha256: text('sha256').notNull(),
    /** The definition as JSON text: what is hashed is what is stored. */
    body: text('body').notNull(),
    firstUsedAt: instant('first_used_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.version, t.locale] })],
);

/** One intake of one client, from the first answer to its closing. */
export const submission = pgTable(
  'submission',
  {
    id: id(),
    reference: text('reference').notNull().unique(),
    clientId: uuid('client_id')
      .notNull()
      .references(() => client.id, { onDelete: 'cascade' }),
    status: text('status', {
      enum: [
        'draft',
        'submitted',
        'in-review',
        'information-wanted',
        'accepted',
        'assigned',
        'declined',
        'closed',
      ],
    })
      .notNull()
      .default('draft'),
    definitionVersion: text('definition_version').notNull(),
    assigneeId: uuid('assignee_id').references(() => staffMember.id),
    createdAt: instant('created_at').notNull(),
    changedAt: instant('changed_at').notNull(),
    submittedAt: instant('submitted_at'),
    /** Its age in the queue: when it was sent, or begun where it is not. */
    queuedAt: instant('queued_at').generatedAlwaysAs(sql`coalesce(submitted_at, created_at)`),
    /** Set when the clinic cannot take this person; what was given is deleted a day later. */
    notForUsAt: instant('not_for_us_at'),
  },
  (t) => [
    index('submission_client').on(t.clientId),
    // In the order of the queue: by when it was sent, or begun.
    index('submission_queue').on(t.status, t.queuedAt, t.reference),
    index('submission_open')
      .on(t.queuedAt, t.reference)
      .where(sql`status in ('submitted', 'in-review', 'information-wanted', 'accepted', 'assigned')`),
    index('submission_open_assignee')
      .on(t.assigneeId, t.queuedAt, t.reference)
      .where(sql`status in ('submitted', 'in-review', 'information-wanted', 'accepted', 'assigned')`),
    index('submission_open_nobodys')
      .on(t.queuedAt, t.reference)
      .where(
        sql`assignee_id is null and status in ('submitted', 'in-review', 'information-wanted', 'accepted', 'assigned')`,
      ),
    // With the client, whom the policies ask for: what is counted is counted in the index alone.
    index('submission_open_counted')
      .on(t.status, t.assigneeId, t.clientId)
      .where(sql`status in ('submitted', 'in-review', 'information-wanted', 'accepted', 'assigned')`),
    index('submission_assignee').on(t.assigneeId, t.status, t.queuedAt, t.reference),
    index('submission_unsent').on(t.changedAt).where(sql`status = 'draft'`),
    // One open intake a client.
    uniqueIndex('submission_one_open').on(t.clientId).where(sql`status not in ('declined', 'closed')`),
  ],
);

/** Somebody who phoned, and whom staff started. What they said counts once they say it themselves. */
export const phoneIntake = pgTable(
  'phone_intake',
  {
    id: id(),
    /** What stands in a URL of staff. */
    reference: text('reference').notNull().unique(),
    clientId: uuid('client_id')
      .notNull()
      .unique()
      .references(() => client.id, { onDelete: 'cascade' }),
    submissionId: uuid('submission_id')
      .notNull()
      .references(() => submission.id, { onDelete: 'cascade' }),
    /** Sealed: an answer by question, all of them for every member of staff (`lib/forms/given-by-phone.ts`). */
    given: text('given').notNull(),
    startedBy: uuid('started_by')
      .notNull()
      .references(() => staffMember.id),
    startedAt: instant('started_at').notNull(),
    /** When the newest invitation was made. */
    invitedAt: instant('invited_at').notNull(),
    /** When they first signed in. */
    arrivedAt: instant('arrived_at'),
  },
  (t) => [index('phone_intake_started').on(t.startedAt)],
);

/** An answer is a row; a change is a new revision, never an edit. */
export const answer = pgTable(
  'answer',
  {
    id: id(),
    submissionId: uuid('submission_id')
      .notNull()
      .references(() => submission.id, { onDelete: 'cascade' }),
    clientId: uuid('client_id')
      .notNull()
      .references(() => client.id, { onDelete: 'cascade' }),
    question: text('question').notNull(),
    revision: integer('revision').notNull(),
    definitionVersion: text('definition_version').notNull(),
    locale: text('locale').notNull(),
    audience: text('audience', { enum: ['all-staff', 'clinical'] }).notNull(),
    /** Sealed `{ state, value }`. */
    value: text('value').notNull(),
    answeredAt: instant('answered_at').notNull(),
  },
  (t) => [uniqueIndex('answer_revision').on(t.submissionId, t.question, t.revision)],
);

/** What a clinician asked a client for after the forms were sent, and what came of it. */
export const informationRequest = pgTable(
  'information_request',
  {
    id: id(),
    submissionId: uuid('submission_id')
      .notNull()
      .references(() => submission.id, { onDelete: 'cascade' }),
    clientId: uuid('client_id')
      .notNull()
      .references(() => client.id, { onDelete: 'cascade' }),
    askedBy: uuid('asked_by')
      .notNull()
      .references(() => staffMember.id),
    askedAt: instant('asked_at').notNull(),
    /** Ids of the questions to answer, or to answer once more; none where the message alone asks. */
    questions: text('questions').array().notNull(),
    /** Sealed. */
    message: text('message').notNull(),
    /** Made with the form: the same form sent twice asks once. */
    formToken: text('form_token').notNull(),
    endedAt: instant('ended_at'),
    /** `client`: it was answered. `staff`: somebody went on without. */
    endedBy: text('ended_by', { enum: ['client', 'staff'] }),
    /** Sealed: what they wrote back, if they did. */
    reply: text('reply'),
  },
  (t) => [
    uniqueIndex('information_request_once').on(t.askedBy, t.formToken),
    uniqueIndex('information_request_one_open').on(t.submissionId).where(sql`ended_at is null`),
    index('information_request_client').on(t.clientId),
  ],
);

/** Places to go that the practice names to whoever it can't take. A letter keeps a copy of its own. */
export const referralPlace = pgTable(
  'referral_place',
  {
    id: id(),
    position: smallint('position').notNull(),
    name: text('name').notNull(),
    whatFor: text('what_for').notNull(),
    phone: text('phone').notNull(),
    /** `https://…`, or nothing. Shown, and never fetched. */
    web: text('web').notNull(),
    note: text('note').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (t) => [unique('referral_place_position').on(t.position)],
);

/** How a client's way here ended and why, in closed words, for staff alone. Append-only. */
export const submissionEnding = pgTable(
  'submission_ending',
  {
    id: id(),
    submissionId: uuid('submission_id')
      .notNull()
      .references(() => submission.id, { onDelete: 'cascade' }),
    clientId: uuid('client_id')
      .notNull()
      .references(() => client.id, { onDelete: 'cascade' }),
    /** `referred`: declined, with other places named. */
    kind: text('kind', { enum: ['declined', 'referred', 'closed'] }).notNull(),
    reason: text('reason', {
      enum: [
        'not-our-field',
        'no-room',
        'outside-region',
        'other-care-first',
        'finished',
        'stopped',
        'referred-on',
        'no-contact',
        'other',
      ],
    }).notNull(),
    endedBy: uuid('ended_by')
      .notNull()
      .references(() => staffMember.id),
    endedAt: instant('ended_at').notNull(),
  },
  (t) => [
    index('submission_ending_submission').on(t.submissionId),
    index('submission_ending_client').on(t.clientId),
  ],
);

/** What a client reads who can't be taken on. No word of it changes; that they opened it is noted once. */
export const declineLetter = pgTable(
  'decline_letter',
  {
    id: id(),
    submissionId: uuid('submission_id')
      .notNull()
      .references(() => submission.id, { onDelete: 'cascade' }),
    clientId: uuid('client_id')
      .notNull()
      .references(() => client.id, { onDelete: 'cascade' }),
    writtenBy: uuid('written_by')
      .notNull()
      .references(() => staffMember.id),
    writtenAt: instant('written_at').notNull(),
    /** Sealed: its text, and the places it names as they stood. */
    content: text('content').notNull(),
    /** The time they had booked, which was cancelled with it. */
    appointmentId: uuid('appointment_id').references(() => appointment.id, { onDelete: 'set null' }),
    readAt: instant('read_at'),
  },
  (t) => [
    index('decline_letter_submission').on(t.submissionId),
    index('decline_letter_client').on(t.clientId),
  ],
);

/** A section is done when its check page was confirmed. */
export const sectionConfirmation = pgTable(
  'section_confirmation',
  {
    submissionId: uuid('submission_id')
      .notNull()
      .references(() => submission.id, { onDelete: 'cascade' }),
    clientId: uuid('client_id')
      .notNull()
      .references(() => client.id, { onDelete: 'cascade' }),
    section: text('section').notNull(),
    confirmedAt: instant('confirmed_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.submissionId, t.section] })],
);

/** A view of the queue that a member of staff keeps. */
export const savedView = pgTable(
  'saved_view',
  {
    id: id(),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staffMember.id, { onDelete: 'cascade' }),
    /** Sealed under their key. */
    name: text('name').notNull(),
    /** As it stands in the address: choices from closed lists, and a clinician's reference. */
    filter: text('filter').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (t) => [index('saved_view_staff').on(t.staffId, t.savedAt, t.id)],
);

/** Keyed hashes of the first letters of a client's names, so that staff can search what is sealed. */
export const nameIndex = pgTable(
  'name_index',
  {
    clientId: uuid('client_id')
      .notNull()
      .references(() => client.id, { onDelete: 'cascade' }),
    /** The version of the normalising rule. */
    version: smallint('version').notNull(),
    prefixIndex: text('prefix_index').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.clientId, t.version, t.prefixIndex] }),
    index('name_index_prefix').on(t.prefixIndex, t.clientId),
  ],
);

/** A danger sign. Append-only: no later answer takes it away. */
export const flag = pgTable(
  'flag',
  {
    id: id(),
    submissionId: uuid('submission_id')
      .notNull()
      .references(() => submission.id, { onDelete: 'cascade' }),
    clientId: uuid('client_id')
      .notNull()
      .references(() => client.id, { onDelete: 'cascade' }),
    answerId: uuid('answer_id').references(() => answer.id, { onDelete: 'cascade' }),
    /** Sealed: a rule's name says what was answered. */
    rule: text('rule').notNull(),
    level: text('level', { enum: ['red-urgent', 'red', 'amber'] }).notNull(),
    question: text('question').notNull(),
    raisedAt: instant('raised_at').notNull(),
    /** By when somebody must have acknowledged it; null when due before the first session. */
    dueAt: instant('due_at'),
    /** When the first thing was done about it, and when it was closed: kept by the database as `flag_event` says, and by nothing else. */
    seenAt: instant('seen_at'),
    closedAt: instant('closed_at'),
    /** Its submission is not sent: kept by the database too. */
    unsent: boolean('unsent').notNull().default(true),
  },
  (t) => [
    index('flag_submission').on(t.submissionId),
    index('flag_client').on(t.clientId),
    index('flag_open').on(t.submissionId).where(sql`closed_at is null`),
    index('flag_unseen').on(t.submissionId).where(sql`seen_at is null`),
    // Who may read an answer that is not sent asks whether it raised one.
    index('flag_answer').on(t.answerId),
    index('flag_unsent').on(t.submissionId).where(sql`unsent`),
  ],
);

/** What was done about a flag: acknowledged first, then tries and handing over, then one outcome. Append-only. */
export const flagEvent = pgTable(
  'flag_event',
  {
    id: id(),
    flagId: uuid('flag_id')
      .notNull()
      .references(() => flag.id, { onDelete: 'cascade' }),
    clientId: uuid('client_id')
      .notNull()
      .references(() => client.id, { onDelete: 'cascade' }),
    kind: text('kind', {
      enum: [
        'acknowledged',
        'taken-over',
        'attempt',
        'spoke',
        'assessed',
        'referred',
        'could-not-reach',
        'not-a-risk',
      ],
    }).notNull(),
    byId: uuid('by_id')
      .notNull()
      .references(() => staffMember.id),
    at: instant('at').notNull(),
    /** Sealed under the client's key. */
    note: text('note'),
    /** Sealed: with which tool and when, where to, or in which way and when it was tried. */
    detail: text('detail'),
  },
  (t) => [index('flag_event_flag').on(t.flagId)],
);

/** Somebody was told again of a flag that nobody had seen in time: each step once. Append-only. */
export const flagEscalation = pgTable(
  'flag_escalation',
  {
    id: id(),
    flagId: uuid('flag_id')
      .notNull()
      .references(() => flag.id, { onDelete: 'cascade' }),
    clientId: uuid('client_id')
      .notNull()
      .references(() => client.id, { onDelete: 'cascade' }),
    step: smallint('step').notNull(),
    at: instant('at').notNull(),
    /** The members of staff who were told. */
    told: uuid('told').array().notNull(),
  },
  (t) => [unique('flag_escalation_step').on(t.flagId, t.step)],
);

/** A clinician who was not on a case opened it with a reason; a lead says that they have seen it. */
export const glassBreak = pgTable(
  'glass_break',
  {
    id: id(),
    clientId: uuid('client_id')
      .notNull()
      .references(() => client.id, { onDelete: 'cascade' }),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staffMember.id),
    /** Sealed under the client's key. */
    reason: text('reason').notNull(),
    openedAt: instant('opened_at').notNull(),
    /** When it closes again: twelve hours later at most. */
    until: instant('until').notNull(),
    seenAt: instant('seen_at'),
    seenBy: uuid('seen_by').references(() => staffMember.id),
  },
  (t) => [
    index('glass_break_client').on(t.clientId, t.staffId, t.until),
    index('glass_break_opened').on(t.openedAt.desc(), t.id.desc()),
    index('glass_break_unseen').on(t.openedAt).where(sql`seen_at is null`),
  ],
);

// ── What a client agreed to ─────────────────────────────────────────────────────────────────────

/** A published text. Immutable: a change is a new version. */
export const documentVersion = pgTable(
  'document_version',
  {
    id: id(),
    slug: text('slug').notNull(),
    version: integer('version').notNull(),
    locale: text('locale').notNull(),
    kind: text('kind', { enum: ['signature', 'acknowledgement', 'receipt'] }).notNull(),
    title: text('title').notNull(),
    /** The exact published Markdown, the clinic's placeholders filled: what is shown, hashed and signed. */
    body: text('body').notNull(),
    /** The summary, boxes and other parts shown, as canonical JSON; hashed with the body. */
    parts: text('parts').notNull(),
    sha256: text('sha256').notNull(),
    changeClass: text('change_class', { enum: ['first', 'editorial', 'material', 'legal'] }).notNull(),
    publishedAt: instant('published_at').notNull(),
    publishedBy: text('published_by').notNull(),
    /** What it was made from, with its gaps: the next draft begins here. */
    source: jsonb('source').$type<EditedText>(),
  },
  (t) => [uniqueIndex('document_version_once').on(t.slug, t.locale, t.version)],
);

/** A new text of a document that an admin is writing: one a document, until it is published or discarded. */
export const documentDraft = pgTable(
  'document_draft',
  {
    /** The id of the version it becomes: published once, however often it is asked for. */
    id: id(),
    slug: text('slug').notNull(),
    locale: text('locale').notNull(),
    text: jsonb('text').$type<EditedText>().notNull(),
    /** The version it was begun from. */
    baseVersion: integer('base_version').notNull(),
    /** Rises with each save: whoever saves says which one they had before them. */
    revision: integer('revision').notNull(),
    changedBy: uuid('changed_by')
      .notNull()
      .references(() => staffMember.id),
    changedAt: instant('changed_at').notNull(),
  },
  (t) => [uniqueIndex('document_draft_once').on(t.slug, t.locale)],
);

/** One signature, acknowledgement or withdrawal, sealed whole. Append-only. */
export const signature = pgTable(
  'signature',
  {
    id: id(),
    clientId: uuid('client_id')
      .notNull()
      .references(() => client.id),
    documentVersionId: uuid('document_version_id')
      .notNull()
      .references(() => documentVersion.id),
    kind: text('kind', { enum: ['signature', 'acknowledgement', 'receipt', 'withdrawal'] }).notNull(),
    slug: text('slug').notNull(),
    version: integer('version').notNull(),
    /** How often this client had withdrawn the document before: a withdrawal ends a round. */
    round: integer('round').notNull().default(0),
    sha256: text('sha256').notNull(),
    locale: text('locale').notNull(),
    signedAt: instant('signed_at').notNull(),
    /** Sealed `{ typedName, ip, userAgent, salts }`: what the commitments in the record open to. */
    personal: text('personal').notNull(),
    /** Canonical JSON of everything the seal covers: no personal field in plain, only commitments. */
    record: text('record').notNull(),
    /** Ed25519 over `record`, base64. */
    seal: text('seal').notNull(),
    keyId: text('key_id').notNull(),
  },
  (t) => [
    index('signature_client').on(t.clientId),
    index('signature_newest').on(t.clientId, t.slug, t.signedAt.desc(), t.id.desc()),
    // Twice is once: the first record of a version stands, until it is withdrawn; and so does the withdrawal.
    uniqueIndex('signature_once')
      .on(t.clientId, t.documentVersionId, t.round)
      .where(sql`kind <> 'withdrawal'`),
    uniqueIndex('signature_withdrawn_once').on(t.clientId, t.slug, t.round).where(sql`kind = 'withdrawal'`),
  ],
);

/** What a client asks about a document before, or after, they sign it. The task of answering it is in `task`. */
export const documentQuestion = pgTable(
  'document_question',
  {
    id: id(),
    clientId: uuid('client_id')
      .notNull()
      .references(() => client.id, { onDelete: 'cascade' }),
    slug: text('slug').notNull(),
    audience: text('audience', { enum: ['all-staff', 'clinical'] }).notNull(),
    /** Sealed under the client's key. */
    content: text('content').notNull(),
    /** Made with the form: the same form sent twice asks once. */
    formToken: text('form_token').notNull(),
    askedAt: instant('asked_at').notNull(),
  },
  (t) => [uniqueIndex('document_question_once').on(t.clientId, t.formToken)],
);

// ── When they meet ──────────────────────────────────────────────────────────────────────────────

/** How a clinician works; the hours are in `availability_rule`. */
export const clinician = pgTable('clinician', {
  id: uuid('id')
    .primaryKey()
    .references(() => staffMember.id),
  zone: text('zone').notNull(),
  sessionMinutes: integer('session_minutes').notNull(),
  bufferBeforeMinutes: integer('buffer_before_minutes').notNull().default(0),
  bufferAfterMinutes: integer('buffer_after_minutes').notNull().default(0),
  noticeHours: integer('notice_hours').notNull().default(24),
  horizonDays: integer('horizon_days').notNull().default(28),
  dailyMaximum: integer('daily_maximum').notNull().default(6),
  /** Any of `video`, `in-person`. */
  formats: text('formats').array().notNull(),
  /** `US-CA`, `GB-ENG` … (`lib/clinic/regions.ts`). */
  regions: text('regions').array().notNull(),
  seesCouples: boolean('sees_couples').notNull(),
  languages: text('languages').array().notNull(),
  takesNew: boolean('takes_new').notNull().default(true),
});

/** Weekly hours, local to the clinician's zone. `weekday` 1 = Monday … 7 = Sunday. */
export const availabilityRule = pgTable(
  'availability_rule',
  {
    id: id(),
    clinicianId: uuid('clinician_id')
      .notNull()
      .references(() => clinician.id),
    weekday: smallint('weekday').notNull(),
    startsLocal: time('starts_local').notNull(),
    endsLocal: time('ends_local').notNull(),
    effectiveFrom: date('effective_from'),
    effectiveUntil: date('effective_until'),
  },
  (t) => [index('availability_rule_clinician').on(t.clinicianId)],
);

/** Extra hours or time off on one local day; no times = the whole day. */
export const availabilityException = pgTable(
  'availability_exception',
  {
    id: id(),
    clinicianId: uuid('clinician_id')
      .notNull()
      .references(() => clinician.id),
    onDate: date('on_date').notNull(),
    kind: text('kind', { enum: ['extra', 'off'] }).notNull(),
    startsLocal: time('starts_local'),
    endsLocal: time('ends_local'),
  },
  (t) => [
    unique('availability_exception_once')
      .on(t.clinicianId, t.onDate, t.kind, t.startsLocal, t.endsLocal)
      .nullsNotDistinct(),
  ],
);

/** Busy time, with no client in it. `EXCLUDE (clinician_id =, occupied &&) WHERE (active)` stands in the migration. */
export const clinicianTime = pgTable('clinician_time', {
  id: id(),
  clinicianId: uuid('clinician_id')
    .notNull()
    .references(() => clinician.id),
  /** Half-open, buffers included. */
  occupied: tstzrange('occupied').notNull(),
  /** `held`: kept for somebody on the waiting list while they decide. */
  kind: text('kind', { enum: ['appointment', 'held', 'blocked'] }).notNull(),
  active: boolean('active').notNull().default(true),
});

export const appointment = pgTable(
  'appointment',
  {
    id: id(),
    reference: text('reference').notNull().unique(),
    clientId: uuid('client_id')
      .notNull()
      .references(() => client.id, { onDelete: 'cascade' }),
    clinicianId: uuid('clinician_id')
      .notNull()
      .references(() => clinician.id),
    timeId: uuid('time_id')
      .notNull()
      .references(() => clinicianTime.id),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    /** The zone the client chose in, and the local time agreed there: `2026-11-24T10:00`. */
    zone: text('zone').notNull(),
    localTime: text('local_time').notNull(),
    format: text('format', { enum: ['video', 'in-person'] }).notNull(),
    status: text('status', { enum: ['booked', 'cancelled', 'attended', 'missed'] })
      .notNull()
      .default('booked'),
    /** When it was to be, where the practice moved it last; null where its client did, or nobody. */
    movedFrom: instant('moved_from'),
    /** Rises with each change: the calendar entry's sequence. */
    sequence: integer('sequence').notNull().default(0),
    /** What its client has on file: nothing open, a draft, or an open submission. Kept by the database alone. */
    file: text('file', { enum: ['none', 'unsent', 'open'] })
      .notNull()
      .default('none'),
    /** The form that booked it: the same form sent twice books once. */
    formToken: text('form_token').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('appointment_form').on(t.clientId, t.formToken),
    index('appointment_client').on(t.clientId),
    index('appointment_clinician').on(t.clinicianId, t.startsAt),
    uniqueIndex('appointment_time').on(t.timeId),
    index('appointment_coming').on(t.startsAt).where(sql`status = 'booked'`),
    index('appointment_in_hand')
      .on(t.clinicianId, t.file, t.clientId)
      .where(sql`file <> 'none' and status <> 'cancelled'`),
    index('appointment_of_unsent').on(t.clientId).where(sql`file = 'unsent' and status <> 'cancelled'`),
  ],
);

/** Somebody waits for a time that suits them. What they wish is meant in `zone`. */
export const waitlistEntry = pgTable(
  'waitlist_entry',
  {
    id: id(),
    clientId: uuid('client_id')
      .notNull()
      .references(() => client.id, { onDelete: 'cascade' }),
    /** 1 = Monday … 7 = Sunday. */
    weekdays: smallint('weekdays').array().notNull(),
    partsOfDay: text('parts_of_day', { enum: ['morning', 'afternoon', 'evening'] })
      .array()
      .notNull(),
    /** Null for whoever is free first. */
    clinicianId: uuid('clinician_id').references(() => clinician.id),
    zone: text('zone').notNull(),
    /** How long they said they would wait, and when that ends. */
    weeks: smallint('weeks').notNull(),
    endsAt: instant('ends_at').notNull(),
    /** Their place in the line. To change one's wishes keeps it. */
    joinedAt: instant('joined_at').notNull(),
    changedAt: instant('changed_at').notNull(),
    endedAt: instant('ended_at'),
    /** `staff`: they were declined, or their way here ended. */
    endedBy: text('ended_by', { enum: ['booking', 'client', 'time', 'staff'] }),
  },
  (t) => [
    uniqueIndex('waitlist_entry_one_open').on(t.clientId).where(sql`ended_at is null`),
    index('waitlist_entry_line').on(t.joinedAt, t.id).where(sql`ended_at is null`),
    index('waitlist_entry_client').on(t.clientId),
  ],
);

/** A time kept for one person on the waiting list until they take it, let it go, or it runs out. */
export const slotOffer = pgTable(
  'slot_offer',
  {
    id: id(),
    /** What stands in a form. */
    reference: text('reference').notNull().unique(),
    entryId: uuid('entry_id')
      .notNull()
      .references(() => waitlistEntry.id, { onDelete: 'cascade' }),
    clientId: uuid('client_id')
      .notNull()
      .references(() => client.id, { onDelete: 'cascade' }),
    clinicianId: uuid('clinician_id')
      .notNull()
      .references(() => clinician.id),
    /** The time that is held: nobody else can have it. */
    timeId: uuid('time_id')
      .notNull()
      .references(() => clinicianTime.id),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    offeredAt: instant('offered_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    endedAt: instant('ended_at'),
    /** `taken-back`: the clinician isn't there after all. */
    endedBy: text('ended_by', { enum: ['accepted', 'declined', 'expired', 'taken-back'] }),
  },
  (t) => [
    // One live offer a person; one live offer a slot follows from the time that is held.
    uniqueIndex('slot_offer_one_live').on(t.clientId).where(sql`ended_at is null`),
    uniqueIndex('slot_offer_time').on(t.timeId),
    index('slot_offer_entry').on(t.entryId),
    index('slot_offer_due').on(t.expiresAt).where(sql`ended_at is null`),
  ],
);

// ── What it is expected to cost ─────────────────────────────────────────────────────────────────

/** A Good Faith Estimate that was given. Append-only: what has changed since stands in a newer one. */
export const estimate = pgTable(
  'estimate',
  {
    id: id(),
    clientId: uuid('client_id')
      .notNull()
      .references(() => client.id),
    /** Counts from 1 for each client. */
    number: integer('number').notNull(),
    /** The appointment it was made for; null when the client asked for it without one. */
    appointmentId: uuid('appointment_id'),
    givenAt: instant('given_at').notNull(),
    givenBy: uuid('given_by')
      .notNull()
      .references(() => staffMember.id),
    /** Sealed: canonical JSON of all it says (`lib/estimates/estimate-contents.ts`). */
    contents: text('contents').notNull(),
    /** SHA-256 of the contents, which hold a salt: it tells nothing of them. */
    sha256: text('sha256').notNull(),
    /** Canonical JSON of everything the seal covers: hashes only. */
    record: text('record').notNull(),
    /** Ed25519 over `record`, base64. */
    seal: text('seal').notNull(),
    keyId: text('key_id').notNull(),
  },
  (t) => [uniqueIndex('estimate_number').on(t.clientId, t.number)],
);

/** The diagnosis code of an estimate that has one: for its client and for clinicians. */
export const estimateDiagnosis = pgTable('estimate_diagnosis', {
  estimateId: uuid('estimate_id')
    .primaryKey()
    .references(() => estimate.id),
  clientId: uuid('client_id')
    .notNull()
    .references(() => client.id),
  /** Sealed `{ code, salt }`. */
  code: text('code').notNull(),
});

// ── What was sent ───────────────────────────────────────────────────────────────────────────────

export const NOTICE_STATES = ['queued', 'sent', 'withheld', 'gave-up', 'bounced', 'complained'] as const;
/** `nobody`: no address is there to write to. `over`: there was nothing to say any more. */
export const WITHHELD_BECAUSE = ['nobody', 'not-wanted', 'unwanted', 'over'] as const;

/** One message: made in the transaction that caused it, its address and text found when it is sent. */
export const notice = pgTable(
  'notice',
  {
    id: id(),
    kind: text('kind').notNull(),
    /** Whom it goes to; null for a sign-in mail, whose address stands in its request. */
    accountId: uuid('account_id').references(() => account.id, { onDelete: 'cascade' }),
    /** The row it is about: a sign-in request, an appointment, a flag, a submission. */
    aboutId: uuid('about_id'),
    /** `bounced`: it was sent and came back. `complained`: its reader marked it as unwanted. */
    state: text('state', { enum: NOTICE_STATES }).notNull().default('queued'),
    /** Stands in addresses. */
    reference: text('reference').notNull().default(sql`foyer.new_reference()`).unique(),
    providerId: text('provider_id'),
    createdAt: instant('created_at').notNull(),
    sentAt: instant('sent_at'),
    /** Counted when a try begins, whatever becomes of it. */
    tries: integer('tries').notNull().default(0),
    firstTriedAt: instant('first_tried_at'),
    nextTryAt: instant('next_try_at'),
    /** The first try of which nobody knows whether it was taken: the provider was silent, or the worker died. */
    unsureAt: instant('unsure_at'),
    /** Why the last try failed: a number and words of ours, never an address. */
    failure: text('failure'),
    withheldBecause: text('withheld_because', { enum: WITHHELD_BECAUSE }),
    /** When it was withheld, given up, came back or was complained about. */
    endedAt: instant('ended_at'),
  },
  (t) => [
    index('notice_account').on(t.accountId),
    index('notice_about').on(t.aboutId),
    index('notice_state').on(t.state, t.createdAt, t.id),
    index('notice_provider').on(t.providerId),
  ],
);

/** What the clock has a client told, once: whether it was is decided when it is due, and written down here. */
export const reminder = pgTable(
  'reminder',
  {
    id: id(),
    kind: text('kind', {
      enum: ['appointment-48h', 'appointment-2h', 'forms-72h', 'forms-30h', 'draft-14d', 'draft-3d'],
    }).notNull(),
    clientId: uuid('client_id')
      .notNull()
      .references(() => client.id, { onDelete: 'cascade' }),
    /** The appointment, or the submission of a draft. */
    aboutId: uuid('about_id').notNull(),
    /** What it counts from: when the appointment starts, or when the draft was last changed. */
    anchoredAt: instant('anchored_at').notNull(),
    decidedAt: instant('decided_at').notNull(),
    /** Null where it came too soon after the booking to be told. */
    noticeId: uuid('notice_id'),
  },
  (t) => [
    uniqueIndex('reminder_once').on(t.kind, t.aboutId, t.anchoredAt),
    index('reminder_client').on(t.clientId),
  ],
);

/** What a provider told us, by the id it gave; told again, it changes nothing again. */
export const webhookEvent = pgTable('webhook_event', {
  id: text('id').primaryKey(),
  receivedAt: instant('received_at').notNull(),
});

/** Addresses, by their keyed index, whose owners marked a mail of ours as unwanted. */
export const unwantedMail = pgTable('unwanted_mail', {
  emailIndex: text('email_index').primaryKey(),
  since: instant('since').notNull(),
});

/** The local mailbox of a clinic without a provider: what would have gone out. */
export const mailboxMessage = pgTable('mailbox_message', {
  /** The notice's id: the same one is taken in once. */
  id: id(),
  /** Sealed under the clinic's key: `{ to, subject, text, html }`. */
  content: text('content').notNull(),
  sentAt: instant('sent_at').notNull(),
});
