// Chapter 4: small steps, small wins, dips, and looking back together.
import type { Chapter } from '@/lib/guide/chapter';

export const time: Chapter = {
  slug: 'time',
  locale: 'en',
  title: 'Change takes time',
  paragraphs: [
    'The ways we protect ourselves and the ways we love grow over many years. They seldom change in a week. What helps is one small step, then another, and some patience with yourself.',
    'Look out for small wins. You said what you wanted. You worried less one evening. You laughed together about something that once hurt. Such moments are easy to miss, so your therapist will help you spot them. They show that something is moving, and they make the next step lighter.',
    'There will be dips as well. A good month can be followed by a hard week. An old fear may come back just when you thought it had gone. A dip doesn’t undo what you have learned. Often it shows what to look at next.',
    'Every few sessions you and your therapist look back together. What is better? What is not? Do you want to go on, change something, or finish here? You have a say each time.',
  ],
  drawing: {
    kind: 'timeline',
    title: 'A way that goes up and down',
    start: 'You begin',
    marks: [
      { kind: 'win', says: 'A first small win' },
      { kind: 'dip', says: 'A hard week' },
      { kind: 'review', says: 'You look back together' },
      { kind: 'win', says: 'Another win' },
      { kind: 'dip', says: 'A smaller dip' },
      { kind: 'review', says: 'You look back again' },
    ],
    end: 'You decide what is next',
  },
  reflection: [{ id: 'time-first-change', asks: 'What small change would you notice first?' }],
};
