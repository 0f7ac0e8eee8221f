// A mail provider's post to us: believed only when it is signed with the secret we share, and only once.
import { Resend } from 'resend';
import { z } from 'zod';
import { readText } from '@/lib/accounts/fields';
import { type MailEvent, takeMailEvent } from './take-mail-event';

/** Resend's are two kilobytes or so. */
const MOST_BYTES = 64 * 1024;
/** Svix makes them 31 letters long. */
const EVENT_ID = /^[\w.-]{1,100}$/;

const shape = z.object({
  type: z.string().max(100),
  data: z.object({
    email_id: z.string().max(100),
    to: z.array(z.string().max(320)).max(50).default([]),
    tags: z.record(z.string(), z.string()).optional(),
    bounce: z.object({ type: z.string(), subType: z.string() }).optional(),
  }),
});

// Only for `webhooks.verify`, which asks nobody; the constructor wants some key.
const { webhooks } = new Resend('re_unused');

/**
 * 404 where no `secret` is set; 413 when it is too long; 401 when it isn't signed with it, or was signed more than five
 * minutes ago; otherwise 200, also for what doesn't concern us: a provider asks again until it hears that.
 */
export async function answerMailEvent(request: Request, secret: string | undefined): Promise<Response> {
  if (!secret) return said(404);
  const body = await readText(request, MOST_BYTES);
  if (typeof body !== 'string') return said(Number(body.status));
  const header = (name: string) => request.headers.get(`svix-${name}`) ?? '';
  const headers = { id: header('id'), timestamp: header('timestamp'), signature: header('signature') };
  if (!EVENT_ID.test(headers.id) || !/^\d{1,12}$/.test(headers.timestamp)) return said(401);
  const event = verified(body, headers, secret);
  if (event === FORGED) return said(401);
  const read = shape.safeParse(event);
  if (read.success) await takeMailEvent(headers.id, read.data satisfies MailEvent);
  return said(200);
}

const FORGED = Symbol('forged');

function verified(
  payload: string,
  headers: { id: string; timestamp: string; signature: string },
  secret: string,
) {
  try {
    return webhooks.verify({ payload, headers, webhookSecret: secret }) as unknown;
  } catch {
    return FORGED;
  }
}

const said = (status: number) => new Response(null, { status, headers: { 'Cache-Control': 'no-store' } });
