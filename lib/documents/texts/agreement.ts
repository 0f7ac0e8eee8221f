// Agreement to therapy: who we are, what we do and never do, what stays private, and how either side may end it.
import type { DocumentText } from '@/lib/documents/document-text';

export const agreement: DocumentText = {
  slug: 'agreement',
  locale: 'en',
  title: 'The agreement',
  browserTitle: 'Agreement',
  kind: 'signature',
  requiredToBook: 'always',
  summary: [
    'We talk. There is no sexual contact, no nudity and no sexual touch, ever.',
    'What you tell us stays private, apart from a few limits that are listed here.',
    'Therapy can help, and it can be hard at times. Nobody can promise a result.',
    'You set the pace. You can skip a question, pause, or stop at any time.',
    'You must be 18 or over.',
    'We are not an emergency service.',
  ],
  body: `## Who we are

{{clinicName}} is at {{clinicAddress}}. You can call us at {{clinicPhone}} or e-mail {{clinicEmail}}. Our hours are
{{clinicHours}}.

{{licenceStatement}} You can ask your therapist about their training, their licence and how they work. You will know
your therapist’s name before your first session.

Our therapists talk about their work with a senior colleague, who helps them do it well. This is called supervision.
They say as little as they can about who you are. That colleague must keep it private too.

## What sex therapy is

Sex therapy is a kind of talking therapy. It looks at sex, closeness and relationships, and at what may be linked to
them: your feelings, stress, health, past, beliefs and the people in your life. You and your therapist decide
together what to work on. You look back together from time to time at how it is going.

{{lockedClause}}

## Things to try at home

Your therapist may suggest things to try between sessions, alone or with a partner. They are always up to you. You do
them in private, never in a session. You don’t have to say why you would rather not. Nobody may be pushed into one,
and that includes a partner.

## What may help, and what may be hard

Many people find that therapy helps them understand themselves, worry less, talk more openly and enjoy closeness
more. It can also be hard. You may feel sad, angry, ashamed or worn out for a while. Old memories may come up. A
relationship may change. Tell your therapist when this happens, so that you can slow down together.

We can’t promise that therapy will work, or how long it will take.

## Other choices you have

You could see a doctor, a pelvic health therapist, another kind of therapist or a support group. You could use books
or courses. You could do nothing for now. Some problems have a cause in the body, so we may suggest a check with a
doctor. We are glad to talk these choices over with you.

## What stays private, and the limits

We keep what you tell us private. We don’t tell anyone that you are a client here unless you let us. There are
limits. We may have to share something, even without your leave:

- **If you are in danger.** If we believe you may soon hurt yourself badly, we may call someone who can help.
- **If someone else is in danger.** If we believe you may badly hurt another person, we may warn them or the police.
- **If a child or an adult at risk is being harmed.** The law may make us report abuse or neglect.
- **If a court orders it.** We ask the court to let us share as little as we can.
- **If an insurer pays.** They may ask for dates, a diagnosis and notes on your care. We tell you first.
- **In supervision,** as we said above.

When we can, we talk with you before we share anything. We share no more than is needed.

## Your records

We keep notes of our work and the forms you send us, locked with strong encryption. Only the staff who need a record
for their work can open it, and each opening is written down. You can ask to see your records, to have a copy, or to
have a mistake put right. We keep them for {{recordsKept}}, as the law asks, and then destroy them. The [privacy
notice](/documents/privacy) says more.

## Adults only

You must be 18 or over. By signing, you say that you are. You also say that this is your own choice and that nobody
is making you do it.

## Ending or taking a break

You can stop at any time, for any reason. You can take back this agreement at the end of this page, by telling your
therapist or by calling {{clinicPhone}}. You pay only for what has taken place, and for late cancellations as the [fees page](/documents/fees) says. You can ask
for another therapist.

We may end our work too: for instance, when another kind of help would suit you better, when someone isn’t safe, or
when fees stay unpaid. We will tell you why and help you find someone else.

## Not for emergencies

We are not an emergency service, and we don’t read messages day and night. If you are in danger, call
{{emergencyNumber}}, go to the nearest emergency room, or use the [urgent help page](/urgent-help).

## How to complain

Tell your therapist, or call {{clinicPhone}} and ask for the person in charge. We answer within ten working days. You
can also complain to {{regulator}}. A complaint never counts against you.`,
  boxes: [
    { id: 'talk-only', label: 'I understand that sessions are talk only.' },
    { id: 'agree', label: 'I am 18 or over, I have read this agreement and I agree to it.' },
  ],
};
