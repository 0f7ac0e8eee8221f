// Section 5, safety: each question alone, and an answer that worries us reaches a clinician when its page is saved.
import type { Question, Section } from '@/lib/forms/question';

const questions: readonly Question[] = [
  {
    id: 'J1',
    title: 'Do you feel safe at home and in your relationship or relationships?',
    short: 'Safe at home and in relationships',
    audience: 'clinical',
    why: 'Some kinds of help only work, and are only safe, when home is safe.',
    usedBy: 'Your therapist, and the clinician on call if you say no.',
    ifSkipped: 'Nothing happens. You can talk about it when we meet.',
    ifRisk: 'If you say no, a clinician is told at once and tries to reach you by the safest way.',
    retention: 'record',
    maySayNo: true,
    input: {
      kind: 'radios',
      options: [
        { value: 'yes', label: 'Yes' },
        { value: 'mostly', label: 'Mostly' },
        { value: 'not-sure', label: 'I’m not sure' },
        { value: 'no', label: 'No' },
      ],
    },
  },
  {
    id: 'J2',
    title: 'In the past year, has anyone close to you used force, threats or pressure, also about sex?',
    short: 'Force, threats or pressure in the past year',
    hint: 'By someone close we mean a partner, someone from before, family, or a friend.',
    audience: 'clinical',
    why: 'It is never your fault, and it changes what is safe for us to suggest.',
    usedBy: 'Your therapist, and the clinician on call if you say yes.',
    ifSkipped: 'Nothing happens. You can talk about it when we meet.',
    ifRisk: 'If you say yes, a clinician is told at once and tries to reach you by the safest way.',
    retention: 'record',
    maySayNo: true,
    input: {
      kind: 'radios',
      options: [
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
        { value: 'not-sure', label: 'I’m not sure' },
      ],
    },
  },
  {
    id: 'J3',
    title: 'Have you ever hurt yourself, or tried to end your life?',
    short: 'Hurt yourself, or tried to end your life',
    audience: 'clinical',
    why: 'If you are in such a place, we want to know soon, so that you are not alone with it.',
    usedBy: 'Your therapist, and the clinician on call if it was in the past year.',
    ifSkipped: 'Nothing happens. You can talk about it when we meet.',
    ifRisk: 'If it was in the past year, a clinician is told at once and tries to reach you.',
    retention: 'record',
    maySayNo: true,
    input: {
      kind: 'radios',
      options: [
        { value: 'never', label: 'Never' },
        { value: 'over-a-year-ago', label: 'Over a year ago' },
        { value: 'past-year', label: 'In the past year' },
        { value: 'past-3-months', label: 'In the past 3 months' },
      ],
    },
  },
  {
    id: 'J4',
    title: 'Are you worried that you might hurt someone?',
    short: 'Worried you might hurt someone',
    audience: 'clinical',
    why: 'Saying so early is how harm is stopped. It doesn’t mean that we turn you away.',
    usedBy: 'Your therapist, and the clinician on call if you say yes.',
    ifSkipped: 'Nothing happens. You can talk about it when we meet.',
    ifRisk: 'If you say yes, a clinician is told at once and tries to reach you.',
    retention: 'record',
    maySayNo: true,
    input: {
      kind: 'radios',
      options: [
        { value: 'no', label: 'No' },
        { value: 'yes', label: 'Yes' },
      ],
    },
  },
  {
    id: 'J5',
    title: 'If we were worried about you, what would be the safest way to reach you?',
    short: 'Safest way to reach you',
    hint: 'We filled in what you told us before. Change it if another way would be safer.',
    audience: 'clinical',
    why: 'In a hard moment we want to reach you, and nobody else.',
    usedBy: 'The clinician on call, and your therapist.',
    ifSkipped: 'We use the way you chose under Contact.',
    ifRisk: 'Nothing. It tells us how to reach you.',
    retention: 'contact',
    input: {
      kind: 'group',
      fields: [
        {
          id: 'way',
          label: 'The safest way',
          kind: 'radios',
          options: [
            { value: 'phone', label: 'Phone call' },
            { value: 'text', label: 'Text message' },
            { value: 'email', label: 'E-mail' },
            { value: 'site', label: 'A message on this site' },
          ],
        },
        {
          id: 'details',
          label: 'The number, and anything we should know',
          hint: 'For example, “only before 5 pm”',
          kind: 'text',
          most: 200,
          mayStayEmpty: true,
        },
      ],
    },
  },
];

export const safety: Section = {
  number: '5',
  title: 'Safety',
  opening: {
    title: 'Safety',
    text: [
      'We ask everyone these 5 questions, one at a time. They are about feeling safe, about force, and about hurting yourself or others. They take about 2 minutes.',
      'You can skip any of them, or all of them. No answer here shuts you out.',
      'If an answer worries us, a clinician is told as soon as you press Continue. They will try to reach you in the way you choose. They see that answer, your name and how we may reach you. The rest they see when you send your forms.',
      'Your partner does not see these answers. We keep them to ourselves, but for a few limits: if someone’s life is in danger, if a child or an adult at risk is being hurt, or if a court orders it.',
    ],
    withHours: true,
  },
  pages: questions.map(({ id }) => [id]),
  questions,
};
