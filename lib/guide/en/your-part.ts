// Chapter 5: what taking part means, and what is not the client's fault.
import type { Chapter } from '@/lib/guide/chapter';

// Taking part is one of the strongest predictors: the evidence doesn't say that it is the strongest.
export const yourPart: Chapter = {
  slug: 'your-part',
  locale: 'en',
  title: 'Your part',
  paragraphs: [
    'Nobody can do this to you or for you. Studies find that taking part is one of the strongest signs that it will help. How well you and your therapist get on counts a great deal too.',
    'Taking part doesn’t mean being good at it. It means three plain things. Be there, with your mind as well as your body. Try small things between sessions, as far as you have agreed to them. And say what helps and what doesn’t, even if it feels rude. Your therapist would rather know.',
    'If things move slowly, that is not your fault. Life can be heavy. Some troubles are stubborn. Sometimes a plan just doesn’t fit, and then the plan needs a second look, not you.',
    'It may also be that this therapist is not the right one for you. You can ask to see someone else. You don’t have to explain, and nobody will hold it against you.',
  ],
  drawing: {
    kind: 'cards',
    title: 'Three things you bring',
    cards: [
      { name: 'Be there', says: 'Come as you are. Quiet days count too.' },
      { name: 'Try things', says: 'Small ones, between sessions, that you have agreed to.' },
      { name: 'Speak up', says: 'Say what helps, and what doesn’t.' },
    ],
  },
  reflection: [
    { id: 'your-part-time', asks: 'How could you make time for this?' },
    { id: 'your-part-hurdles', asks: 'What might get in the way?' },
  ],
};
