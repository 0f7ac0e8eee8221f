// Chapter 6: not a test, no score, no gate; and what to do if it isn't the time.
import type { Chapter } from '@/lib/guide/chapter';

export const ready: Chapter = {
  slug: 'ready',
  locale: 'en',
  title: 'Are you ready?',
  paragraphs: [
    'This last chapter isn’t a test. There is no score, and no answer shuts a door. People begin with all kinds of doubt, and many keep some of it to the end.',
    'Ask yourself a few plain things. Is there time for this in my week, and a quiet place to talk? Would I like something to be different, even if I can’t say what? Could I put up with feeling a bit awkward at first?',
    'If that is a yes, or nearly, you can begin whenever you like. If you aren’t sure, a first session is a good place to say so. It doesn’t tie you to a second one.',
    'If it isn’t the time, that is a fair answer too. You can come back. Until then, you could tell one person you trust, ask a doctor about anything in your body that troubles you, or write down what you would like to change. And if you are in danger, please don’t wait: the urgent help page says who to call now.',
  ],
  drawing: {
    kind: 'prompts',
    title: 'Where are you today?',
    prompts: [
      { value: 'ready', name: 'Ready', says: 'What would you like to talk about first?' },
      { value: 'nearly', name: 'Nearly', says: 'What one thing would make it easier?' },
      { value: 'not-sure', name: 'Not sure', says: 'What would you want to ask us?' },
      { value: 'not-now', name: 'Not now', says: 'What would have to change first?' },
      {
        value: 'not-said',
        name: 'I’d rather not say',
        says: 'That is fine. You can think about it another day.',
      },
    ],
  },
  reflection: [{ id: 'ready-help', asks: 'What would help?' }],
};
