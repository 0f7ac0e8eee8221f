// What a booking costs: Foyer's beside the same rows by bare SQL and by a bare Next route, on an empty database and with a hundred thousand on file.
import { say, step } from '../../launch/say.mjs';
import { asShare, measureBookings, rateTable, shortOf } from './bookings.mjs';
import { CONNECTIONS, openClinic } from './clinic.mjs';
import { neverTwice } from './never-twice.mjs';
import { putOnFile } from './on-file.mjs';
import { measurePages } from './page-of-times.mjs';

const ON_FILE = 100_000;
const MANY = ON_FILE.toLocaleString('en');
/** Foyer's rate with so many on file as a share of its rate without; its page's as a share of the bare page's. */
const AIMS = { onFile: 0.9, page: 0.7 };

function show(title, text) {
  say();
  say(`${title}:`);
  say();
  say(text);
  say();
}

/** The table at once: what comes after takes minutes. */
async function bookAndShow(clinic, what) {
  const rows = await measureBookings(clinic, what);
  show(`Bookings ${what}, ${CONNECTIONS} connections`, rateTable('bookings', rows));
  return rows;
}

/** Says how Foyer fares with many on file; returns where it falls short, in words. */
function shortOnFile(empty, full) {
  return full.flatMap(({ name, by, atOnce, rate }, i) => {
    if (!by) return [];
    const found = rate / empty[i].rate;
    const line = `${name}, ${atOnce} at once, with ${MANY} on file: ${asShare(found)} of empty`;
    say(`  ${line}`);
    return found < AIMS.onFile ? [`${line} (aim ${AIMS.onFile})`] : [];
  });
}

export async function run(room) {
  const clinic = await openClinic(room);
  const empty = await bookAndShow(clinic, 'on an empty database');
  await step(`Putting ${MANY} appointments on file`, () => putOnFile(clinic.sql, ON_FILE));
  const full = await bookAndShow(clinic, `with ${MANY} on file`);
  const slower = shortOnFile(empty, full);
  const pages = await measurePages(clinic);
  show('Pages', rateTable('pages', pages));
  const short = [
    ...shortOf(empty, ', empty'),
    ...shortOf(full, `, ${MANY} on file`),
    ...slower,
    ...shortOf(pages, '', AIMS.page),
    ...(await neverTwice(clinic)),
  ];
  say();
  say(short.length === 0 ? 'Every aim is met.' : ['Short of the aims:', ...short].join('\n  '));
}
