// Chapter 3: fear is common and usually eases; the client sets the pace; there is no touch.
import type { Chapter } from '@/lib/guide/chapter';

export const trust: Chapter = {
  slug: 'trust',
  locale: 'en',
  title: 'Trust grows',
  paragraphs: [
    'Many people are afraid before they come. Some nearly turn back at the door. Talking about sex with someone you have only just met is a lot to ask. If your heart beats faster at the thought, nothing is wrong with you.',
    'For most people the fear gets smaller over the first few sessions. Nobody can promise when. It may help to know that your therapist has heard a great many stories, and is not there to judge yours.',
    'You set the pace. You can skip a question, ask for a break, talk about something else, or stop for the day. You don’t owe anyone a reason. Some things may stay private for weeks, or for good.',
    'A few limits are ours to keep. There is no touch and no nudity, ever. What you say stays with the people who care for you here, apart from a few cases set by law. You can read about those before you sign anything.',
  ],
  drawing: {
    kind: 'curve',
    title: 'How the fear often changes',
    up: 'Fear',
    along: 'Sessions',
    start: 'High before the first session',
    end: 'Much lower after a few',
    note: 'Typical, not a promise. Yours may fall faster or slower, or rise again for a while.',
  },
  reflection: [
    { id: 'trust-safe', asks: 'What would help you feel safe?' },
    { id: 'trust-limits', asks: 'What is off limits for now?' },
  ],
};
