// The parts that were left unticked.
import type { Fields } from '@/lib/accounts/fields';
import { PACKS, type Pack } from '@/lib/clinic/packs';
import { boxOf } from './addresses';

export const offIn = (fields: Pick<Fields, 'one'>): Pack[] =>
  PACKS.filter((pack) => fields.one(boxOf(pack)) !== 'yes');
