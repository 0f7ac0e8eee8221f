// Chapter 2: more than the body; and what a first session is like.
import type { Chapter } from '@/lib/guide/chapter';

export const wholePicture: Chapter = {
  slug: 'whole-picture',
  locale: 'en',
  title: 'The whole picture',
  paragraphs: [
    'The words “sex therapy” may sound as if it were all about the body. It isn’t. Your body matters. So do your feelings, your stress, what you were taught to believe, your past, and the people close to you. Each of these pulls on the others.',
    'Think of a lamp that flickers. You can change the bulb again and again, when the fault is in the switch, or in a wire behind the wall. People are a bit like that. Where it hurts may not be where it starts. A long quarrel, a hard year at work, or a remark from years ago can show up in bed.',
    'So a first session is a talk. The therapist asks what brings you, how life is now, and what you hope for. You choose how much you say. You can ask anything too.',
    'It is only ever talk. You stay dressed. Nobody examines you. If your body may need a check, we suggest that you see a doctor as well.',
  ],
  drawing: {
    kind: 'map',
    title: 'You, and what may play a part',
    centre: 'You',
    parts: [
      {
        id: 'feelings',
        name: 'Feelings',
        holds: ['worry and shame', 'sadness or numbness', 'anger that has no place to go', 'joy and longing'],
      },
      {
        id: 'mind',
        name: 'Mind',
        holds: [
          'stress and tiredness',
          'what you believe about yourself',
          'memories',
          'where your thoughts go during sex',
        ],
      },
      {
        id: 'relationships',
        name: 'Relationships',
        holds: [
          'trust and old hurts',
          'how you talk with each other',
          'wanting different amounts',
          'being on your own',
        ],
      },
      {
        id: 'body',
        name: 'Body',
        holds: [
          'health and medicines',
          'pain',
          'hormones, birth, getting older',
          'how you feel about your looks',
        ],
      },
      {
        id: 'culture',
        name: 'Culture',
        holds: [
          'family and upbringing',
          'faith',
          'what is said about men, women and everyone else',
          'films and the internet',
        ],
      },
    ],
    asList: 'The same as a plain list',
  },
  reflection: [{ id: 'whole-picture-part', asks: 'Which part feels most linked for you?' }],
};
