// How the client's pages fare on a slow phone, by Lighthouse: the median of three rounds, beside a bare page in the same rounds.
import { availableParallelism, loadavg } from 'node:os';
import { say, step } from '../launch/say.mjs';
import { serveBarePage } from './bare-page.mjs';
import { openBenchSite } from './site.mjs';
import { median, table } from './table.mjs';
import { installTools } from './tools.mjs';
import { visitorOf } from './visitor.mjs';

const ROUNDS = 3;

/** Scores out of 100; milliseconds. */
const AIMS = { performance: 97, accessibility: 100, 'best-practices': 100, lcp: 1500 };

/** `signedIn`: seen by somebody who is done with all that comes before booking. */
const PAGES = [
  { name: 'welcome', path: '/' },
  { name: 'guide', path: '/guide/whole-picture' },
  { name: 'sign-in', path: '/sign-in' },
  { name: 'form, choices', path: '/forms/5/j1', signedIn: true },
  { name: 'form, text box', path: '/forms/4/c1', signedIn: true },
  { name: 'schedule', path: '/schedule', signedIn: true },
];

/** One of the demo's made-up people, whose last page before booking is confirmed here. */
async function someoneWhoMayBook(url) {
  const client = visitorOf(url);
  await client.signIn('casey@demo.example');
  await client.post('/forms/5/check/confirm');
  for (const { path } of PAGES) {
    const to = await client.leadsTo(path);
    if (to) throw new Error(`${path} is not shown: it leads to ${to}.`);
  }
  return client.cookie();
}

/** What Lighthouse saw of a page. On a busy machine its recording may fail: it looks again, three times at most. */
async function report(lighthouse, port, { url, cookie }, tries = 3) {
  const { lhr } = await lighthouse(url, {
    port,
    onlyCategories: ['performance', 'accessibility', 'best-practices'],
    logLevel: 'silent',
    ...(cookie && { extraHeaders: { Cookie: cookie } }),
  });
  if (!lhr.runtimeError) return lhr;
  if (tries > 1) return report(lighthouse, port, { url, cookie }, tries - 1);
  throw new Error(`${url} could not be measured: ${lhr.runtimeError.message}`);
}

/** One look at one page, as a new visitor on Lighthouse's phone and its slow line. */
async function look(lighthouse, port, target) {
  const lhr = await report(lighthouse, port, target);
  const { audits, categories } = lhr;
  const score = (name) => Math.round((categories[name].score ?? 0) * 100);
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    'best-practices': score('best-practices'),
    fcp: audits['first-contentful-paint'].numericValue,
    lcp: audits['largest-contentful-paint'].numericValue,
    tbt: audits['total-blocking-time'].numericValue,
    cls: audits['cumulative-layout-shift'].numericValue,
    bytes: audits['total-byte-weight'].numericValue,
    speed: lhr.environment.benchmarkIndex,
    faults: faultsOf(lhr),
  };
}

/** What costs points for accessibility or best practices, by name. */
function faultsOf({ audits, categories }) {
  return ['accessibility', 'best-practices'].flatMap((category) =>
    categories[category].auditRefs
      .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1)
      .map(({ id }) => `${id}: ${audits[id].title}`),
  );
}

/** The looks at each page, round by round, so that a noisy minute falls on all of them. */
async function looksAt(targets, port) {
  const { default: lighthouse } = await import('lighthouse');
  const looks = new Map(targets.map(({ name }) => [name, []]));
  for (let round = 1; round <= ROUNDS; round++) {
    await step(`Looking at ${targets.length} pages, round ${round} of ${ROUNDS}`, async () => {
      for (const target of targets) looks.get(target.name).push(await look(lighthouse, port, target));
    });
  }
  return looks;
}

function middle(looks) {
  const figures = Object.keys(looks[0]).filter((figure) => figure !== 'faults');
  return {
    ...Object.fromEntries(figures.map((figure) => [figure, median(looks.map((one) => one[figure]))])),
    faults: [...new Set(looks.flatMap(({ faults }) => faults))],
  };
}

const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;

function row(name, found, bare) {
  return [
    name,
    ...['performance', 'accessibility', 'best-practices'].map((score) => String(found[score])),
    seconds(found.fcp),
    seconds(found.lcp),
    `×${(found.lcp / bare.lcp).toFixed(2)}`,
    found.cls.toFixed(3),
    `${Math.round(found.tbt)} ms`,
    `${Math.round(found.bytes / 1000)} kB`,
  ];
}

const HEAD = [
  ...['page', 'performance', 'accessibility', 'best practices', 'first paint', 'largest paint'],
  ...['to bare', 'shift', 'blocked', 'fetched'],
];

function shortOf(name, found) {
  const short = Object.entries(AIMS)
    .filter(([figure, aim]) => (figure === 'lcp' ? found.lcp >= aim : found[figure] < aim))
    .map(([figure, aim]) => `${figure} ${Math.round(found[figure])} (aim ${aim})`);
  return [...short, ...found.faults].map((fault) => `  ${name}: ${fault}`);
}

/** How fast the machine was meanwhile, and whether others had it: figures of paint and blocking mean little then. */
function machineMeanwhile(looks) {
  const speeds = [...looks.values()].flat().map(({ speed }) => Math.round(speed));
  const [load, cores] = [loadavg()[1], availableParallelism()];
  say(
    `The machine meanwhile: Lighthouse's benchmark ${Math.min(...speeds)} to ${Math.max(...speeds)}, load ${load.toFixed(1)} on ${cores} cores.`,
  );
  if (load > cores * 1.5)
    say('It was busy with other work: paint, blocking and performance come out worse than they are.');
}

export async function run(house) {
  const url = await openBenchSite(house, { demo: true });
  await installTools(house);
  const { openBrowser } = await import('./browser.mjs');
  const cookie = await someoneWhoMayBook(url);
  const targets = [
    { name: 'a bare page', url: await serveBarePage(house) },
    ...PAGES.map(({ name, path, signedIn }) => ({ name, url: url + path, cookie: signedIn && cookie })),
  ];
  const looks = await looksAt(targets, await openBrowser(house));
  const found = new Map([...looks].map(([name, each]) => [name, middle(each)]));
  const bare = found.get('a bare page');
  say();
  say(`Lighthouse 12, its phone and slow line simulated, median of ${ROUNDS}:`);
  say();
  say(table([HEAD, ...[...found].map(([name, each]) => row(name, each, bare))]));
  say();
  machineMeanwhile(looks);
  say();
  const short = PAGES.flatMap(({ name }) => shortOf(name, found.get(name)));
  say(short.length === 0 ? 'Every page meets the aims.' : ['Short of the aims:', ...short].join('\n'));
}
