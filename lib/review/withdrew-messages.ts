// Whether somebody has taken back every leave to be called or written to.
import type { Tx } from '@/db/client';
import { signaturesOf } from '@/lib/documents/signatures';

export const withdrewMessages = async (tx: Tx, clientId: string): Promise<boolean> =>
  (await signaturesOf(tx, clientId)).some(
    ({ slug, standing }) => slug === 'messages' && standing === 'withdrawn',
  );
