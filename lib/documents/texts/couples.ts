// Sessions for two: what two people who come as a couple agree on, each for themselves.
import type { DocumentText } from '@/lib/documents/document-text';

export const couples: DocumentText = {
  slug: 'couples',
  locale: 'en',
  title: 'Sessions for two',
  browserTitle: 'Agreement for two',
  kind: 'signature',
  requiredToBook: 'never',
  summary: [
    'Each of you signs for yourself. Neither can sign for the other.',
    'Your partner never sees your forms here, and you never see theirs.',
    'Your therapist works for both of you and takes no side.',
    'Each of you can stop at any time.',
  ],
  body: `## Whom we work for

When you come as a couple, both of you are our clients. Your therapist doesn’t take sides and doesn’t decide who is
right. Each of you has your own account, signs your own documents and fills in your own forms.

## What you each write here

Your answers here are yours. We don’t show them to your partner. We don’t tell your partner what you wrote, or if you
wrote anything at all. Each of you is asked the safety questions alone.

## When we speak with one of you

Your therapist may meet each of you alone once, or now and then. Talk with your therapist at the start about what
happens to things said there. Our rule is this:

- Your therapist doesn’t pass on what you said alone.
- Your therapist may think that something has to be shared for the work to go on. Then they tell you so and help you
  find a way to say it yourself.
- If you decide not to, your therapist may have to end the work with you as a couple, without saying why.
- Anything about your safety stays with us, within the limits in the agreement.

## Records

We keep notes on the work with both of you. If one of you asks for the shared notes, we need both of you to agree,
unless the law says otherwise. What you wrote in your own forms is for you alone to ask for.

We ask you both not to call your therapist as a witness against the other. A court may decide otherwise.

## When it is not the right thing

Therapy as a couple isn’t safe when one of you is afraid of the other. Tell us, in your own form or by phone, if you
are afraid or feel forced to come. We won’t tell your partner. We will look with you for a safer way.

## Ending

Each of you can stop at any time. If one of you stops, the work as a couple ends. Your therapist then helps you both
think about what comes next. Your therapist may not be able to go on with just one of you.

## Fees

One fee is due for a session with both of you. You decide between you who pays. We ask for it from the person who
booked.`,
  boxes: [{ id: 'agree', label: 'I have read this, I agree to it, and it is my own choice.' }],
};
