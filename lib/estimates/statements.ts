// What the law has an estimate say besides figures, in our own words; kept with each estimate as it was said then.

/** A heading and what stands under it, a point at a time. */
export type Statement = { heading: string; points: string[] };

/** From this much above the estimate a bill can be disputed: 400 dollars (45 CFR 149.620(a)(2)(ii), (b)(1)). */
const DISPUTE_FROM = '$400';

/**
 * 45 CFR 149.610(c)(1): what is booked apart, with its explanation directly above ((vi)); that more may be
 * recommended, that it is only an estimate, the right to dispute a bill and where to read about it, and that it is no
 * contract. The days and the fee of a dispute: 149.620(c). `reach`: the clinic's phone and e-mail.
 */
export const statementsIn = (_locale: 'en', reach: { phone: string; email: string }): Statement[] => [
  {
    heading: 'What this estimate is',
    points: [
      'It is only an estimate. It lists what we can reasonably expect today. What you have in the end, and what it costs, may be different.',
      'It is not a contract. You don’t have to have any of these services, from us or from anybody named here.',
      'As your care goes on we may suggest other services. You would book or ask for those separately, and they are not in this estimate.',
      'If what we expect changes, you get a new estimate, at the latest one working day before the service.',
    ],
  },
  {
    heading: 'What you would book separately',
    points: [
      `Services before or after these that are booked on their own get an estimate of their own, when they are booked or when you ask. Until then we need not list their codes, their cost or who gives them. To ask for one, call ${reach.phone} or e-mail ${reach.email}.`,
      'We expect none at the moment.',
    ],
  },
  {
    heading: 'If a bill is higher than this',
    points: [
      `If you are billed ${DISPUTE_FROM} or more above the total for a provider named here, you have the right to dispute the bill. You can tell us first, and ask us to correct it, to lower it, or to help with the cost.`,
      'You can also start a dispute with the US Department of Health and Human Services. Do so within 120 days of the date on the bill. There is a small fee. If the reviewer agrees with you, you pay what stands here; if not, the higher amount.',
      'To read how it works and to start, go to www.cms.gov/nosurprises/consumers or call 1-800-985-3059.',
      'To dispute a bill never makes the care you get any worse.',
      'Keep a copy of this estimate. You may need it if a bill is higher.',
    ],
  },
];
