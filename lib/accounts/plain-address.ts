// An e-mail address as somebody types it into a form of ours.
import { z } from 'zod';

/** One plain address: no display name, no quotes, no comma, no letters that only look like others. */
export const plainAddress = z
  .string()
  .trim()
  .max(254)
  .regex(/^[\x21-\x7e]+$/)
  .regex(/^[^",;:<>()[\]\\]+$/)
  .pipe(z.email());
