// Fills the made-up clinic and works with its queue without a web server between, as it is told.
import postgres from 'postgres';
import { hashOfSecret, newSecret } from '@/lib/accounts/sign-in-secrets';
import { newId } from '@/lib/env/ids';
import type { Staff } from '@/lib/review/submission-by-reference';
import { openDemoClinic } from '@/scripts/demo/open-clinic';
import { madeUpClinician } from '@/tests/lib/scheduling/made-up-clinic';
import { looksOf, timesOf } from './looks';
import { putOnFile } from './on-file';
import { inShort, plansOf } from './plans';

type Order = { do: 'open' } | { do: 'fill'; from: number; until: number } | { do: 'look'; times: number };

const CLINICIANS = 20;

const sql = postgres(process.env.OWNER_DATABASE_URL ?? '', { max: 1, onnotice: () => {} });
let clinicians: string[] = [];
const who = (): Staff => ({ kind: 'staff', id: clinicians[0] ?? '', roles: ['clinician'] });

/** Somebody who works there, signed in with their second factor: the token their browser holds. */
async function signIn(id: string): Promise<string> {
  const token = newSecret();
  await sql`insert into session (id, token_hash, account_id, created_at, last_seen_at, expires_at, signed_in_by, second_factor_at)
    values (${newId()}, ${hashOfSecret(token)}, ${id}, now(), now(), now() + interval '12 hours', 'code', now())`;
  return token;
}

const acts = {
  async open() {
    await openDemoClinic();
    const there = await sql`select id from clinician`;
    for (let more = there.length; more < CLINICIANS; more += 1) await madeUpClinician(sql);
    const rows = await sql`select id from clinician order by id`;
    clinicians = rows.map((row) => String(row.id));
    return { token: await signIn(who().id) };
  },
  async fill({ from, until }: { from: number; until: number }) {
    await putOnFile(sql, { from, until, clinicians });
    await sql`vacuum analyze`;
    return {};
  },
  async look({ times }: { times: number }) {
    const looks = await looksOf(who());
    const found = await timesOf(who(), looks, times);
    const plans = await plansOf(who(), looks);
    return { found, plans: plans.map((plan) => ({ ...plan, short: inShort(plan) })) };
  },
};

process.on('message', async (order: Order) => {
  try {
    process.send?.(await acts[order.do](order as never));
  } catch (error) {
    console.error(error);
    process.exit(1);
  }
});
process.send?.('ready');
