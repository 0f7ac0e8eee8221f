// Shares one note with the clinical team, or takes it back.
import { formRoute } from '@/lib/accounts/form-route';
import { questionNamed } from '@/lib/guide/questions';
import { shareReflection } from '@/lib/guide/share-reflection';

export const POST = formRoute<{ question: string; stamp: string; shared: boolean }>({
  who: 'client',
  form: () => 'home/reflections',
  page: () => '/home/reflections',
  // Nothing is shared unless the form says so in so many words.
  parse: (fields) => ({
    ok: true,
    input: {
      question: fields.one('question'),
      stamp: fields.one('stamp'),
      shared: fields.one('shared') === 'yes',
    },
  }),
  act: async ({ actor }, { question, stamp, shared }) => {
    if (!questionNamed(question)) return { to: '/home/reflections' };
    await shareReflection(actor, { question, stamp, shared });
    return { to: `/home/reflections#note-${question}` };
  },
});
