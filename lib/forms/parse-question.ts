// One question's fields become one answer, or reasons that say what to do; nothing that was typed is changed or cut.
import type { FieldError } from '@/lib/accounts/form-draft';
import { textFault, tidy } from '@/lib/clinic/readable-text';
import { birthFault, dateFrom } from './birth-date';
import { inPersonName, nameOf, ownWordsName } from './field-names';
import {
  type Answer,
  type Field,
  type Input,
  type Option,
  OWN,
  type OwnWords,
  type Question,
  RATHER_IN_PERSON,
  SAYS_NO,
} from './question';

/** What a form posted. */
export type Posted = { one(name: string): string; all(name: string): string[] };

export type ParsedQuestion =
  | { answer: Answer; errors?: undefined }
  | { answer?: undefined; errors: FieldError[] };
type Read = { value: string | string[] | null } | { errors: FieldError[] };

const refused = (field: string, reason: string, values?: FieldError['values']): { errors: FieldError[] } => ({
  errors: [{ field, reason, ...(values && { values }) }],
});

/** `today` is the clinic's calendar date, `2026-11-24`. */
export function parseQuestion(
  question: Question,
  posted: Posted,
  must: boolean,
  today: string,
): ParsedQuestion {
  const { id, input } = question;
  if (question.maySayNo && posted.all(id).includes(SAYS_NO)) return declined(question, posted);
  if (question.inPerson && input.kind === 'radios' && posted.all(id).includes(RATHER_IN_PERSON))
    return new Set(posted.all(id)).size === 1 ? { answer: { state: 'in-person' } } : refused(id, 'only-one');
  const rather = question.inPerson && posted.all(inPersonName(question)).length > 0;
  const read =
    input.kind === 'group' ? readGroup(question, input.fields, posted) : readInput(id, input, posted, today);
  if ('errors' in read) return read;
  if (rather)
    return read.value === null ? { answer: { state: 'in-person' } } : refused(id, 'answer-or-in-person');
  if (read.value !== null) return { answer: { state: 'answered', value: read.value } };
  if (!must) return { answer: { state: 'not-answered' } };
  return { errors: whatIsMissing(question) };
}

function declined(question: Question, posted: Posted): ParsedQuestion {
  const others = posted.all(question.id).some((value) => value !== SAYS_NO);
  const own = tidy(posted.one(ownWordsName(question.id))) !== '';
  return others || own ? refused(question.id, 'answer-or-say-no') : { answer: { state: 'declined' } };
}

function whatIsMissing({ id, input, short }: Question): FieldError[] {
  if (input.kind === 'group') {
    const needed = input.fields.filter((field) => !field.mayStayEmpty && !field.neededIf);
    return needed.map((field) => missing(`${id}-${field.id}`, field, field.label));
  }
  return [input.kind === 'date' ? { field: id, reason: 'date-missing' } : missing(id, input, short)];
}

const missing = (field: string, { kind }: Input, label: string): FieldError =>
  kind === 'text' || kind === 'long-text'
    ? { field, reason: 'write-something', values: { label } }
    : { field, reason: 'choose-something', values: { label } };

/** A group is empty as a whole, or filled in as far as it must be. */
function readGroup(
  question: Question,
  fields: readonly Field[],
  posted: Posted,
): { value: Record<string, string> | null } | { errors: FieldError[] } {
  const errors: FieldError[] = [];
  const given = new Map<string, string>();
  for (const field of fields) {
    // The choice that empties others stands before them.
    if (isEmptied(field, given)) continue;
    const read = readInput(nameOf(question, field), field, posted, '');
    if ('errors' in read) errors.push(...read.errors);
    else if (typeof read.value === 'string') given.set(field.id, read.value);
  }
  if (errors.length > 0) return { errors };
  if (given.size === 0) return { value: null };
  const needed = (field: Field) =>
    !isEmptied(field, given) &&
    (field.neededIf
      ? field.neededIf.is.includes(given.get(field.neededIf.field) ?? '')
      : !field.mayStayEmpty);
  const open = fields.filter((field) => needed(field) && !given.has(field.id));
  if (open.length > 0)
    return { errors: open.map((field) => missing(nameOf(question, field), field, field.label)) };
  return { value: Object.fromEntries(given) };
}

/** What was said elsewhere in the group leaves this one out, whatever stands in it. */
const isEmptied = ({ emptyIf }: Field, given: ReadonlyMap<string, string>): boolean =>
  emptyIf?.is.includes(given.get(emptyIf.field) ?? '') ?? false;

function readInput(name: string, input: Input, posted: Posted, today: string): Read {
  switch (input.kind) {
    case 'text':
    case 'long-text':
      return readText(name, input, posted);
    case 'date':
      return readDate(name, posted, today);
    case 'checkboxes':
      return readSeveral(name, input, posted);
    case 'radios':
      return readOne(name, input.options, input.ownWords, posted);
    case 'select':
      return readOne(name, input.options, undefined, posted);
  }
}

function readText(name: string, input: Input & { kind: 'text' | 'long-text' }, posted: Posted): Read {
  if (new Set(posted.all(name)).size > 1) return refused(name, 'sent-twice');
  const text = tidy(posted.one(name));
  const fault = textFault(text, input.most);
  if (fault) return refused(name, fault.reason, 'values' in fault ? fault.values : undefined);
  if (text === '') return { value: null };
  // One line is one line, whoever sent it.
  if (input.kind === 'text' && text.includes('\n')) return refused(name, 'not-readable');
  if (input.kind === 'text' && input.looksLike === 'phone' && !looksLikePhone(text))
    return refused(name, 'phone');
  return { value: text };
}

const looksLikePhone = (text: string) =>
  /^[\d\s()+./x#*-]+(ext\.?\s*\d+)?$/i.test(text) && (text.match(/\d/g)?.length ?? 0) >= 5;

function readDate(name: string, posted: Posted, today: string): Read {
  const part = (which: string) => posted.one(`${name}-${which}`);
  const read = dateFrom({ day: part('day'), month: part('month'), year: part('year') });
  if ('date' in read) {
    const fault = birthFault(read.date, today);
    return fault ? refused(name, fault) : { value: read.date };
  }
  return read.fault === 'date-missing' ? { value: null } : refused(name, read.fault);
}

function readOne(
  name: string,
  options: readonly Option[],
  ownWords: OwnWords | undefined,
  posted: Posted,
): Read {
  const given = [...new Set(posted.all(name))].filter((value) => value !== '');
  const own = ownWords ? readOwnWords(name, ownWords, posted) : { value: null };
  if ('errors' in own) return own;
  if (given.length > 1 || (given.length === 1 && own.value !== null)) return refused(name, 'only-one');
  if (own.value !== null) return own;
  const [chosen] = given;
  if (chosen === undefined) return { value: null };
  return options.some(({ value }) => value === chosen) ? { value: chosen } : refused(name, 'not-an-option');
}

function readSeveral(name: string, input: Input & { kind: 'checkboxes' }, posted: Posted): Read {
  const given = new Set(posted.all(name).filter((value) => value !== ''));
  const known = input.options.map(({ value }) => value);
  if ([...given].some((value) => !known.includes(value))) return refused(name, 'not-an-option');
  const own = input.ownWords ? readOwnWords(name, input.ownWords, posted) : { value: null };
  if ('errors' in own) return own;
  const alone = input.options.find((option) => option.alone && given.has(option.value));
  if (alone && (given.size > 1 || own.value !== null))
    return { errors: [{ field: name, reason: 'alone-or-others', values: { label: alone.label } }] };
  // In the order of the question, so that the same choice is the same answer.
  const chosen = [...known.filter((value) => given.has(value)), ...(own.value === null ? [] : [own.value])];
  return { value: chosen.length > 0 ? chosen : null };
}

function readOwnWords(
  name: string,
  { most }: OwnWords,
  posted: Posted,
): { value: string | null } | { errors: FieldError[] } {
  const read = readText(ownWordsName(name), { kind: 'text', most }, posted);
  if ('errors' in read) return read;
  return { value: read.value === null ? null : `${OWN}${read.value}` };
}
