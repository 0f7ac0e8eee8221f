// About this information: the disclaimer, which a client acknowledges on a page of its own.
import type { DocumentText } from '@/lib/documents/document-text';

export const information: DocumentText = {
  slug: 'information',
  locale: 'en',
  title: 'About this information',
  browserTitle: 'About this information',
  kind: 'acknowledgement',
  requiredToBook: 'always',
  summary: [
    'What you read on this site is general. It was not written about you.',
    'It does not stand in for advice from a doctor, a therapist, a lawyer or another professional.',
    'We are not your therapist yet. That starts with your first session.',
    'In an emergency, use the urgent help page or call {{emergencyNumber}}.',
  ],
  body: `## What it is for

The guide and the other pages here tell you what to expect. They are there to help you decide if this is right for
you. They are for information only.

## What it is not

None of it is medical, psychological, legal or other professional advice. We wrote it without knowing you. Please
don’t start, stop or change any treatment or medicine because of something you read here. Ask someone who knows you
and is trained in it.

## When we become your therapist

Reading this site doesn’t make us your therapist. Nor does filling in a form, signing a document or booking a time.
We first have to meet and agree to work together. That happens at your first session.

## If you need help now

Nobody watches this site all day and night. If you are in danger, or think you might hurt yourself or someone else,
call {{emergencyNumber}} or go to the nearest emergency room. The [urgent help](/urgent-help) link, at the top of every page, lists
people you can call or text.`,
  boxes: [
    {
      id: 'understood',
      label: 'I understand that this is general information and not advice about me.',
    },
  ],
};
