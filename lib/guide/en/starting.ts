// Chapter 1: what may have been tried before, and why trained help is different.
import type { Chapter } from '@/lib/guide/chapter';

export const starting: Chapter = {
  slug: 'starting',
  locale: 'en',
  title: 'Starting takes courage',
  paragraphs: [
    'If you are here, something about sex or closeness is on your mind. Coming this far may not have been easy. It takes nerve to say, even in private, that a thing is not going away by itself.',
    'You may have tried a lot already. You may have read books, searched late at night, or talked with a friend. You may have a partner who is kind and wants to help. All of that counts. When it isn’t enough, you have not failed.',
    'Books and friends can only say what suits most people. A trained therapist listens first. What you then do together is fitted to you: to your body, your past and your life now.',
    'Sex is not a world of its own. How you feel, how you love and how you see yourself all play a part. When one of them gets lighter, the others often do too.',
    'You can read these six chapters without an account. We don’t ask who you are.',
  ],
  drawing: {
    kind: 'doors',
    title: 'Three doors people try',
    doors: [
      { name: 'Books and websites', says: 'Good general advice. It can’t ask you anything back.' },
      {
        name: 'Friends and partners',
        says: 'Care and company. They are close to it, and not trained for it.',
      },
      { name: 'Someone trained', says: 'Listens first, then works out with you what fits you.' },
    ],
  },
  reflection: [{ id: 'starting-today', asks: 'What made you look today?' }],
};
