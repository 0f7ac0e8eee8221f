// Compares an instrument with what its makers and LOINC say, kept here apart from the form: what is wrong with it, in words.
import type { Instrument, Option, Question } from '@/lib/forms/question';

type Choice = readonly [code: string | undefined, label: string, score: number | undefined];
type Official = {
  panel: string | undefined;
  total: string | undefined;
  /** By the item's code, in order: its words and its choices. */
  items: readonly (readonly [code: string, choices: readonly Choice[]])[];
};

const FREQUENCY: readonly Choice[] = [
  ['LA6568-5', 'Not at all', 0],
  ['LA6569-3', 'Several days', 1],
  ['LA6570-1', 'More than half the days', 2],
  ['LA6571-9', 'Nearly every day', 3],
];
const DIFFICULTY: readonly Choice[] = [
  ['LA6572-7', 'Not difficult at all', undefined],
  ['LA6573-5', 'Somewhat difficult', undefined],
  ['LA6575-0', 'Very difficult', undefined],
  ['LA6574-3', 'Extremely difficult', undefined],
];
const YES_NO: readonly Choice[] = [
  [undefined, 'Yes', 1],
  [undefined, 'No', 0],
];

const all = (choices: readonly Choice[], ...codes: string[]) => codes.map((code) => [code, choices] as const);

const OFFICIAL: Record<string, Official> = {
  'PHQ-9': {
    panel: '44249-1',
    total: '44261-6',
    items: [
      ...all(FREQUENCY, '44250-9', '44255-8', '44259-0', '44254-1', '44251-7'),
      ...all(FREQUENCY, '44258-2', '44252-5', '44253-3', '44260-8'),
      ...all(DIFFICULTY, '69722-7'),
    ],
  },
  'GAD-7': {
    panel: '69737-5',
    total: '70274-6',
    items: [
      ...all(FREQUENCY, '69725-0', '68509-9', '69733-4', '69734-2'),
      ...all(FREQUENCY, '69735-9', '69689-8', '69736-7'),
    ],
  },
  'AUDIT-C': {
    panel: '72109-2',
    total: '75626-2',
    items: [
      [
        '68518-0',
        [
          ['LA6270-8', 'Never', 0],
          ['LA18926-8', 'Monthly or less', 1],
          ['LA18927-6', '2-4 times a month', 2],
          ['LA18928-4', '2-3 times a week', 3],
          ['LA18929-2', '4 or more times a week', 4],
        ],
      ],
      [
        '68519-8',
        [
          ['LA15694-5', '1 or 2', 0],
          ['LA15695-2', '3 or 4', 1],
          ['LA18930-0', '5 or 6', 2],
          ['LA18931-8', '7 to 9', 3],
          ['LA18932-6', '10 or more', 4],
        ],
      ],
      [
        '68520-6',
        [
          ['LA6270-8', 'Never', 0],
          ['LA18933-4', 'Less than monthly', 1],
          ['LA18876-5', 'Monthly', 2],
          ['LA18891-4', 'Weekly', 3],
          ['LA18934-2', 'Daily or almost daily', 4],
        ],
      ],
    ],
  },
  'PC-PTSD-5': {
    panel: undefined,
    total: undefined,
    items: [
      ...all(YES_NO, 'pc-ptsd-5-1', 'pc-ptsd-5-2', 'pc-ptsd-5-3', 'pc-ptsd-5-4', 'pc-ptsd-5-5'),
      [
        'pc-ptsd-5-event',
        [
          [undefined, 'Yes', undefined],
          [undefined, 'No', undefined],
        ],
      ],
    ],
  },
};

/** Empty when all of it is right. */
export function faultsOf(instrument: Instrument, questions: readonly Question[]): string[] {
  const official = OFFICIAL[instrument.id];
  if (!official) return [`${instrument.id} is not known`];
  const ids = [...instrument.items, ...(instrument.unscored ?? [])];
  return [
    ...differs(`${instrument.id}: the panel`, instrument.code, official.panel),
    ...differs(`${instrument.id}: the total`, instrument.totalCode, official.total),
    ...(ids.length === official.items.length ? [] : [`${instrument.id}: ${ids.length} items`]),
    ...official.items.flatMap(([code, choices], at) => {
      const item = questions.find(({ id }) => id === ids[at]);
      if (!item) return [`${code} is not asked`];
      return [
        ...(item.code === code ? [] : [`${item.id}: ${item.code} instead of ${code}`]),
        ...choiceFaults(item, choices),
      ];
    }),
  ];
}

const differs = (what: string, is: string | undefined, should: string | undefined) =>
  is === should ? [] : [`${what} is ${is} instead of ${should}`];

function choiceFaults({ id, input }: Question, choices: readonly Choice[]): string[] {
  const options: readonly Option[] = input.kind === 'radios' ? input.options : [];
  if (options.length !== choices.length) return [`${id}: ${options.length} choices`];
  return choices.flatMap(([code, label, score], at) => {
    const option = options[at];
    if (option?.label !== label) return [`${id}: “${option?.label}” instead of “${label}”`];
    return [
      ...(option.code === code ? [] : [`${id}: “${label}” is ${option.code} instead of ${code}`]),
      ...(option.score === score
        ? []
        : [`${id}: ${code ?? label} counts ${option.score} instead of ${score}`]),
    ];
  });
}
