// As many connections as Foyer has.
import postgres from 'postgres';

export const sql = postgres(process.env.DATABASE, { max: Number(process.env.CONNECTIONS) });
