// What a verification found, in plain words for whoever asked for it.
import type { Finding, Report } from '@/lib/evidence/findings';
import type { Counts } from '@/lib/evidence/line';

const number = new Intl.NumberFormat('en');
const many = (count: number, one: string, more = `${one}s`) =>
  `${number.format(count)} ${count === 1 ? one : more}`;

const dayAndTime = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'UTC',
});
const when = (iso: string) => `${dayAndTime.format(new Date(iso))} UTC`;

export const countsInWords = ({ version, signature, estimate, event, head }: Counts) =>
  `${many(version, 'document version')}, ${many(signature, 'signature')}, ${many(estimate, 'estimate')}, and ${many(event, 'event')} in ${many(head, 'chain')}`;

const FILE = {
  'cut-short':
    'The file is cut short: its last line, which seals it, is not there. What is left of it was checked.',
  changed: 'The file was changed after it was made: its bytes are not those that were sealed.',
  'other-key':
    'The file was sealed with a key that is not in your key file. Nothing in it was checked. If the clinic has changed its key since, put both into one file; if it has not, the file is not the clinic’s.',
};

const VERSION = {
  'text-differs': 'its words are not those that were published',
  'row-differs': 'its row and its text say different things',
  'not-published': 'the record of what happened knows nothing of its publishing',
  'published-otherwise': 'it was published otherwise, as the record of what happened says',
  gone: 'it was published, as the record of what happened says, and is not here',
  twice: 'it is here twice',
};

const SIGNATURE = {
  'other-key': 'it was sealed with a key that is not in your key file',
  'seal-broken': 'its record or its seal was changed after it was sealed',
  'not-a-record': 'what was sealed is no signature',
  'row-differs': 'its row was changed, and says something else than what was sealed',
  'version-gone': 'the document version it names is not here',
  'version-differs': 'the document version it names says something else than what was sealed',
  'text-differs': 'the words of the document are not those that were signed',
  'personal-differs':
    'the typed name, network address or browser is not what was sealed, or cannot be opened',
  gone: 'it was given, as the record of what happened says, and is not here: it was deleted',
  'not-in-chain': 'the record of what happened knows nothing of it',
  'chain-differs': 'it was given otherwise, as the record of what happened says',
  'not-erased':
    'the typed name, network address and browser are gone, and the record of what happened knows of no erasure',
  twice: 'it is here twice',
};

const ESTIMATE = {
  'other-key': SIGNATURE['other-key'],
  'seal-broken': SIGNATURE['seal-broken'],
  'not-a-record': 'what was sealed is no estimate',
  'row-differs': SIGNATURE['row-differs'],
  'contents-differ': 'what it says is not what was sealed, or cannot be opened',
  'code-differs': 'its diagnosis code is not what was sealed: it was changed, taken away or put in',
  gone: SIGNATURE.gone,
  'not-in-chain': SIGNATURE['not-in-chain'],
  'chain-differs': SIGNATURE['chain-differs'],
  'not-erased': 'what it says is gone, and the record of what happened knows of no erasure',
  twice: SIGNATURE.twice,
};

const CHAIN = {
  changed: 'this row was changed',
  'out-of-order':
    'this row does not follow from the one before it: one of the two was changed, moved or put in',
  missing: 'the row of this number is gone',
  'head-missing': 'the note of how far the chain had come is gone',
  'head-differs': 'this row, the last, is not the one that was noted as the last',
  'beyond-head': 'this row was put in after the one that was noted as the last',
  'cut-short': 'an earlier file knows a row of this number: the chain was cut short since',
  rewritten: 'an earlier file knows another row of this number: the chain was written anew since',
};

const otherwise = (fields?: string[]) => (fields ? ` (${fields.join(', ')})` : '');

export function findingInWords(finding: Finding): string {
  switch (finding.about) {
    case 'file':
      return FILE[finding.why];
    case 'line':
      return `Line ${finding.number} cannot be read.`;
    case 'version':
      return `Document "${finding.slug}", version ${finding.version}, ${finding.id}: ${VERSION[finding.why]}${otherwise(finding.fields)}.`;
    case 'signature':
      return `Signature ${finding.id} of "${finding.slug}", version ${finding.version}, by ${finding.account}: ${SIGNATURE[finding.why]}${otherwise(finding.fields)}.`;
    case 'estimate':
      return `Estimate ${finding.number}, ${finding.id}, of ${finding.account}: ${ESTIMATE[finding.why]}${otherwise(finding.fields)}.`;
    case 'chain':
      return `Record of ${finding.subject}, number ${finding.seq}${finding.id ? ` (${finding.id})` : ''}: ${CHAIN[finding.why]}. What follows in this chain was not judged.`;
  }
}

export function reportInWords({ begin, counts, erased, checkedAgainst, findings }: Report): string[] {
  const title = `Export of ${when(begin.madeAt)}, sealed with key ${begin.keyId}`;
  // Nothing was read of it, so there is nothing to count.
  if (findings.some(({ about, why }) => about === 'file' && why === 'other-key'))
    return [`${title}.`, ...findings.map(findingInWords)];
  const lines = [
    `${title}: ${countsInWords(counts)}.`,
    ...checkedAgainst.map((madeAt) => `Compared with what was kept on ${when(madeAt)}.`),
  ];
  if (checkedAgainst.length === 0)
    lines.push(
      'Compared with no earlier file: a record that was cut short before the export was made can look whole.',
    );
  if (erased > 0)
    lines.push(
      `${many(erased, 'signature')}: personal part erased. What was signed, and when, can be verified all the same.`,
    );
  if (findings.length === 0) return [...lines, 'Everything holds.'];
  const heading =
    findings.length === 1
      ? 'One thing does not hold:'
      : `${number.format(findings.length)} things do not hold:`;
  return [...lines, heading, ...findings.map((finding) => `- ${findingInWords(finding)}`)];
}
