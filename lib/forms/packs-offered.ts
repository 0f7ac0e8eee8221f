// What a clinic may switch on and off, each with what it asks, how long it takes and which danger signs go unseen without it.
import { INSTRUMENT_PACKS, type Pack } from '@/lib/clinic/packs';
import { definition } from './definition';
import type { Question } from './question';
import { RISK_RULES, type RiskRule, subjectOf } from './risk';
import { lengthOf } from './section-length';

export type PackOffered = {
  pack: Pack;
  title: string;
  asks: string[];
  minutes: number;
  /** The danger signs that nobody is told of while it is off. */
  watches: RiskRule[];
  /** Official questionnaires within it, which can be left out on their own. */
  within: PackOffered[];
};

/** In the order of the form. */
export const PACKS_OFFERED: readonly PackOffered[] = definition.sections.flatMap((section) =>
  section.pack
    ? [{ ...offered(section.pack, section.title, section.questions), within: withinOf(section.questions) }]
    : [],
);

/** The danger signs that nobody is told of while `off` is left out, in the order of the form. */
export const unseenWithout = (off: readonly Pack[]): RiskRule[] => [
  ...new Set(
    PACKS_OFFERED.flatMap((one) => [one, ...one.within]).flatMap(({ pack, watches }) =>
      off.includes(pack) ? watches : [],
    ),
  ),
];

function withinOf(questions: readonly Question[]): PackOffered[] {
  return INSTRUMENT_PACKS.flatMap((pack) => {
    const items = questions.filter(({ instrument }) => instrument === pack);
    return items.length > 0 ? [offered(pack, pack, items)] : [];
  });
}

function offered(pack: Pack, title: string, questions: readonly Question[]): PackOffered {
  const ids = questions.flatMap(({ id, instrument }) => [id, instrument ?? id]);
  return {
    pack,
    title,
    asks: questions.map(({ short }) => short),
    minutes: lengthOf(questions).minutes,
    watches: RISK_RULES.filter((rule) => ids.includes(subjectOf(rule))),
    within: [],
  };
}
