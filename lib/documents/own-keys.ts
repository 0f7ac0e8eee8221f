// The public key by which the site itself checks what it sealed.
import type { PublicKeys } from '@/lib/documents/public-keys';
import { keyIdOf } from '@/lib/documents/verify-seal';
import { settings } from '@/lib/env/settings';

export const ownKeys = (): PublicKeys => {
  const { publicKey } = settings.signingKey;
  return new Map([[keyIdOf(publicKey), publicKey]]);
};
