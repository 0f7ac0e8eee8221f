// Loads the signed-in client's own estimates once a request.
import { cache } from 'react';
import { requireClient } from '@/lib/accounts/require';
import { costsOf } from '@/lib/estimates/costs-of-client';

export const loadCosts = cache(async () => costsOf((await requireClient()).actor));
