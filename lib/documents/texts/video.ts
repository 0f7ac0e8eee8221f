// Sessions by video: what makes a session on a screen safe and private, and what happens when it drops.
import type { DocumentText } from '@/lib/documents/document-text';

export const video: DocumentText = {
  slug: 'video',
  locale: 'en',
  title: 'Sessions by video',
  browserTitle: 'Video sessions',
  kind: 'signature',
  requiredToBook: 'when-by-video',
  summary: [
    'You tell us where you are at the start of each session.',
    'You need a private place. Nobody records.',
    'If the line drops, we call you.',
    'We need someone we can call in an emergency.',
    'You can ask to meet in person instead.',
  ],
  body: `## How it works

You and your therapist see and hear each other through a secure link. You find the link with your tasks here when
you sign in. It is never in an e-mail. It works on a phone, a tablet or a computer with a camera.

Sessions by video are talk only as well, just as in the room. Both of you stay dressed, as you would in an office.

## Where you are

At the start of each session your therapist asks where you are. There are two reasons. A therapist may only work with
people in places where they hold a licence. And if there is an emergency, we have to know where to send help. If you
are somewhere else that day, tell us before the session. We may have to move it.

Please don’t join while you drive.

## A private space

Choose a place where nobody can hear you or walk in. Headphones help. Tell your therapist if someone is near, or if
you have to stop at once. You can agree on a word that means “I can’t talk now”. Your therapist is in a private place
too.

## If the line drops

Try the same link again. If it still doesn’t work after five minutes, your therapist calls the number you gave us, if
you said that we may call it. If we can’t reach you, we send a note on this site with a new time. You don’t pay for
time lost to a fault on our side.

## In an emergency

Before your first video session you give us the name and number of someone we can call. We call them only if we are
badly worried about your safety. We tell them only what you said we may. We may also call the emergency service where
you are.

## No recording

We don’t record sessions. We ask you not to record either, and not to take pictures of the screen. If anyone ever
wishes to record, each person must first agree in writing.

## The risks, and what else you can do

- The picture or the sound may fail.
- Someone may overhear you, or see the screen.
- No system is perfectly safe, though ours is encrypted.
- It is harder to read a face on a screen, or to help in a crisis from far away.

If your therapist thinks that video doesn’t suit you, you will talk about it together. You can ask to meet in person
at any time. You can take back this agreement at the end of this page, or by calling {{clinicPhone}}. It won’t count against you.`,
  boxes: [{ id: 'agree', label: 'I have read this and I agree to sessions by video.' }],
};
