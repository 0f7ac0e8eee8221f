// Privacy notice: what we do with what a client tells us, and what the client can ask of us (45 CFR 164.520; GDPR 13).
import type { DocumentText } from '@/lib/documents/document-text';

export const privacy: DocumentText = {
  slug: 'privacy',
  locale: 'en',
  title: 'Privacy notice',
  browserTitle: 'Privacy notice',
  kind: 'receipt',
  requiredToBook: 'never',
  summary: [
    'We use what you tell us to care for you and to run this service. We never sell it.',
    'Most other uses need your written leave first. You can take it back.',
    'You can see your records, get a copy and have mistakes put right.',
    'What you write here is encrypted, and each time staff open it, that is written down.',
  ],
  body: `**This notice describes how medical information about you may be used and disclosed and how you can get access to
this information. Please review it carefully.**

This notice is in force from {{effectiveOn}}.

## Who we are

{{clinicName}}, {{clinicAddress}}. Ask {{privacyContact}} about anything in this notice: call {{clinicPhone}} or
e-mail {{clinicEmail}}.

## What we hold about you

- how to reach you, and what we may and may not send
- what you answer in our forms
- what you sign, with the time, the internet address and the kind of browser you signed with
- your appointments, your fees and your therapist’s notes
- who on our staff opened your file, and when

This site uses only the cookies it needs to keep you signed in. It shows no advertising and has no trackers. Your
browser speaks to no other company when you use it.

## How we use it

We may use and share it without asking you each time, for these things only:

- **To care for you.** For instance, your therapist reads your forms. Sharing with your doctor needs your leave,
  unless it is an emergency.
- **To be paid.** For instance, we send your insurer what they need, if you use one.
- **To run our service well.** For instance, supervision, training and checks on our work. Companies that run our
  computers or send our e-mail may handle some of it. They must protect it.

## When the law lets us, or makes us

We may have to share something:

- to prevent serious harm to you or to someone else
- to report abuse or neglect of a child or an adult at risk
- when a court orders it, or for some police requests that the law sets out
- for public health, and for checks by the bodies that oversee us
- for some claims about injury at work, and to a coroner
- for some national security needs

If a stricter law protects you, we follow it. Records from a program for alcohol or drug use, for example, have extra
protection. They can’t be used in a case against you unless you agree in writing or a court orders it.

Once we have shared something, those who get it may not be bound by the same rules.

## What needs your written leave

Everything else does. That includes using your records for marketing, selling them (which we never do), and most
sharing of your therapist’s private notes. You can take back your leave in writing at any time. It doesn’t change
what we did before.

## Your rights

You can ask us to:

- show you your records, or give you a copy on paper or as a file
- put right what is wrong or missing
- reach you in a certain way or at a certain place, and we will agree to any fair request
- limit what we use or share; we must agree when you paid for a service in full yourself and don’t want your insurer
  told
- give you the list of those we shared it with
- give you a paper copy of this notice
- where the law gives you this right, delete your records, stop using them, or hand them over to someone else

Someone who has the legal right to act for you can use these rights for you. Ask {{privacyContact}}. We answer within
30 days.

## What we must do

The law makes us keep your health information private and give you this notice. We have to follow it. If your
information is ever lost or seen by someone it shouldn’t be, we must tell you soon.

We may change this notice, also for what we already hold. The new one will be on this site, and we will ask you to
read it.

## How long we keep it

We keep your records for {{recordsKept}}, as the law asks. You can ask us at any time to
delete a form that you started and never sent.

## If you are not happy

Talk to {{privacyContact}}. You can also complain to {{privacyAuthority}}. We won’t treat you any worse for it.`,
  boxes: [{ id: 'received', label: 'I have been given this privacy notice.' }],
};
