// Whatever is typed into any field of the forms is taken as it is or refused with a reason, is sealed, and opens nowhere else (I-01, I-06, I-07, P-04).
import { as } from '@/db/client';
import { answersOf } from '@/lib/forms/answers-of';
import { allQuestions } from '@/lib/forms/definition';
import { nameOf, ownWordsName } from '@/lib/forms/field-names';
import { parsePage } from '@/lib/forms/parse-page';
import type { Field, Input, Question } from '@/lib/forms/question';
import { Unreadable } from '@/lib/vault/seal';
import { expect, type TestDatabase, test } from '@/tests/support/database';
import { aClient } from '@/tests/support/people';
import { type Client, firstSection, openMadeUpClinic, save } from './made-up-intake';
import { posted } from './posted';

test.beforeAll(async ({ database }) => {
  await openMadeUpClinic(database);
});

type Typed = { question: Question; name: string; most: number; lines: boolean };

/** Every place in the forms where something can be typed. */
const TYPED: Typed[] = allQuestions.flatMap((question) => {
  const { input, id } = question;
  const fields: (Input | Field)[] = input.kind === 'group' ? [...input.fields] : [input];
  return fields.flatMap((field): Typed[] => {
    const name = 'id' in field ? nameOf(question, field) : id;
    if (field.kind === 'long-text') return [{ question, name, most: field.most, lines: true }];
    if (field.kind === 'text')
      return field.looksLike ? [] : [{ question, name, most: field.most, lines: false }];
    const own = 'ownWords' in field ? field.ownWords : undefined;
    return own ? [{ question, name: ownWordsName(name), most: own.most, lines: false }] : [];
  });
});

/** What the other fields of a group must say, so that this one is read. */
function besides({ input, id }: Question): Record<string, string> {
  if (input.kind !== 'group') return {};
  return Object.fromEntries(
    input.fields.map((field) => [
      `${id}-${field.id}`,
      'options' in field
        ? (field.options[0]?.value ?? '')
        : field.kind === 'text' && field.looksLike
          ? '12345'
          : 'x',
    ]),
  );
}

function read({ question, name }: Typed, text: string) {
  const form = posted({ ...besides(question), [name]: text });
  const parsed = parsePage([question], form, { answers: new Map(), today: '2026-11-24' });
  return parsed.ok
    ? JSON.stringify(parsed.answers.get(question.id))
    : parsed.errors.map(({ reason }) => reason);
}

test('there is much to type into', () => {
  expect(TYPED.length).toBeGreaterThan(20);
});

for (const text of [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '{{constructor.constructor("alert(1)")()}}',
  '__proto__',
  '\u202egnirts\u202c \u200b\u200d zero',
  '=HYPERLINK("x")',
  '👩‍👩‍👧‍👦 שלום 你好',
])
  test(`I-01 ${JSON.stringify(text)} is taken as it is, wherever it is typed`, () => {
    for (const field of TYPED) {
      if ([...text].length > field.most) continue;
      const taken = read(field, text);
      // A group may leave a field out for what another one says; nothing else may.
      if (field.question.input.kind !== 'group' || !Array.isArray(taken))
        expect(String(taken), field.name).toMatch(/"state":"answered"/);
      if (field.question.input.kind !== 'group')
        expect(JSON.parse(String(taken)).value.toString(), field.name).toContain(text);
    }
  });

for (const [what, text] of [
  ['a NUL', 'a\u0000b'],
  ['half a surrogate pair', 'a\ud800b'],
  ['a control nobody sees', 'a\u0007b'],
] as const)
  test(`I-06 ${what} is refused with a reason, wherever it is typed`, () => {
    for (const field of TYPED.filter(({ question }) => question.input.kind !== 'group'))
      expect(read(field, text), field.name).toEqual(['not-readable']);
  });

test('I-06 10,000 emoji are too long everywhere, and so is one sign more than may be; as many as may be are taken', () => {
  for (const field of TYPED.filter(({ question }) => question.input.kind !== 'group')) {
    expect(read(field, '😀'.repeat(10_000)), field.name).toEqual(['too-long']);
    expect(read(field, '😀'.repeat(field.most + 1)), field.name).toEqual(['too-long']);
    expect(String(read(field, '😀'.repeat(field.most))), field.name).toContain('"answered"');
  }
});

test('I-06 a second line in a field of one line is refused; in a text it stays', () => {
  for (const field of TYPED.filter(({ question }) => question.input.kind !== 'group')) {
    const taken = read(field, 'one\r\ntwo');
    if (field.lines) expect(JSON.parse(String(taken)).value, field.name).toBe('one\ntwo');
    else expect(taken, field.name).toEqual(['not-readable']);
  }
});

test('I-07 fields named like parts of an object change no answer and no object', () => {
  for (const question of allQuestions) {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', `${question.id}-__proto__`];
    const form = posted(Object.fromEntries(names.map((name) => [name, 'polluted'])));
    const parsed = parsePage([{ ...question, required: undefined, requiredIf: undefined }], form, {
      answers: new Map(),
      today: '2026-11-24',
    });
    expect(parsed.ok && parsed.answers.get(question.id), question.id).toEqual({ state: 'not-answered' });
  }
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test.describe('P-04 a sealed answer opens in its own row alone, as it was sealed', () => {
  const answered = async (): Promise<Client> => {
    const client = await aClient();
    await firstSection(client);
    await save(client, '4', 'c1', { C1: 'MARKED-WORDS' });
    await save(client, '4', 'c6', { C6: 'Other words' });
    return client;
  };
  const told = async (client: Client) => {
    const fault = await as(client, (tx) => answersOf(tx, client.id)).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(Unreadable);
    // It names the place, for whoever looks into it, and nothing that stood there.
    expect(String(fault)).toMatch(/answer\.value of [0-9a-f-]{36}/);
    expect(String(fault)).not.toContain('MARKED');
  };
  const change = ({ superuserSql }: TestDatabase, client: Client, how: string) =>
    superuserSql.unsafe(`${how} and client_id = '${client.id}'`);

  test('moved to another answer of the same person', async ({ database }) => {
    const client = await answered();
    await change(
      database,
      client,
      `update answer set value = (select value from answer b where b.client_id = answer.client_id and b.question = 'C1')
        where question = 'C6'`,
    );
    await told(client);
  });

  test('moved to another person', async ({ database }) => {
    const [client, other] = [await answered(), await answered()];
    await change(
      database,
      client,
      `update answer set value = (select value from answer b where b.client_id = '${other.id}' and b.question = 'C1')
        where question = 'C1'`,
    );
    await told(client);
  });

  test('with one bit flipped, in the text or in its seal', async ({ database }) => {
    for (const at of [0, -1]) {
      const client = await answered();
      const [row] =
        await database.ownerSql`select id, value from answer where client_id = ${client.id} and question = 'C1'`;
      const parts = String(row?.value).split('.');
      const bytes = Buffer.from(parts[3] ?? '', 'base64url');
      const place = at < 0 ? bytes.length + at : at;
      bytes[place] = (bytes[place] ?? 0) ^ 1;
      const flipped = [...parts.slice(0, 3), bytes.toString('base64url')].join('.');
      await database.superuserSql`update answer set value = ${flipped} where id = ${row?.id}`;
      await told(client);
    }
  });
});
