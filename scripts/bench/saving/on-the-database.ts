// Saves pages without a web server between: Foyer's verb, or the same rows by bare SQL, as many at a time as it is told.
import postgres from 'postgres';
import { saveAnswers } from '@/lib/forms/save-answers';
import { atATime } from '../booking/rounds.mjs';
import { bareSaving } from './bare-saving.mjs';

type Save = { clientId: string; submissionId: string; text: string; sealed: string };
type Order = { who: 'foyer' | 'bare'; atOnce: number; things: Save[]; seconds: number };

const sql = postgres(process.env.OWNER_DATABASE_URL ?? '', {
  max: Number(process.env.DATABASE_CONNECTIONS),
  onnotice: () => {},
});

const ways = {
  bare: ({ clientId, submissionId, sealed }: Save) =>
    bareSaving(sql, { clientId, submissionId, question: 'C1', text: sealed }),
  foyer: async ({ clientId, text }: Save) => {
    const posted = { one: (name: string) => (name === 'C1' ? text : ''), all: () => [] as string[] };
    const all = (name: string) => (name === 'C1' ? [text] : []);
    const saving = {
      section: '4',
      page: 'c1',
      posted: { ...posted, all },
      bases: new Map([['C1', 999_999]]),
    };
    return (await saveAnswers({ kind: 'client', id: clientId }, saving)).ok;
  },
};

process.on('message', async ({ who, atOnce, things, seconds }: Order) => {
  const { times, all, results } = await atATime(atOnce, things, ways[who], seconds);
  process.send?.({ times, all, done: results.filter(Boolean).length });
});
process.send?.('ready');
