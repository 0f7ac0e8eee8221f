// Using electronic documents: what the law wants said before anything is signed on a screen (15 USC 7001(c)).
import type { DocumentText } from '@/lib/documents/document-text';

/** The word in the sample document: retyping it shows that the client can open what we send. */
export const SAMPLE_WORD = 'lantern';

export const electronicRecords: DocumentText = {
  slug: 'electronic-records',
  locale: 'en',
  title: 'Using electronic documents',
  browserTitle: 'Electronic documents',
  kind: 'signature',
  requiredToBook: 'always',
  summary: [
    'You can read, sign and keep our documents on this site instead of on paper.',
    'You can have paper instead, at any time. {{paperCopyCost}}',
    'You can change your mind later. What you signed before then still counts.',
    'You open a short sample first, so that we both know it works on your device.',
  ],
  body: `## What this covers

If you agree, {{clinicName}} may give you these things on this site instead of on paper:

- the agreements and notices you read before you start
- new versions of them, and any change to them
- copies of what you signed and of the forms you sent
- letters about your care, your appointments and your fees

It covers all of these for as long as you are a client here. It doesn’t cover a document that the law says must be
on paper.

## Paper, if you want it

You can have any of these documents on paper, before you sign it or after. You can also sign on paper instead of
here. Call {{clinicPhone}} or write to {{clinicAddress}}. {{paperCopyCost}}

## How to change your mind

You can take back your agreement at any time. After you sign, you find the way to do it at the end of this page. You can
also call {{clinicPhone}}, write to {{clinicAddress}} or e-mail {{clinicEmail}}, and say that you no longer want
electronic documents. There is no charge for this.

What follows from it:

- From the day we hear from you, we give you documents on paper.
- You can’t sign on this site from then on. Booking may take longer, as papers have to reach you and come back.
- What you signed here before that day still counts.
- Your care stays the same. We don’t treat you any less well.

## Tell us when your details change

Please tell us when your e-mail address, phone number or post address changes. You can change your contact answers
on this site. You can also call {{clinicPhone}}.

## What you need

- a phone, a tablet or a computer that is on the internet
- a web browser from the last three years, such as Safari, Chrome, Edge or Firefox
- an e-mail address, to sign in
- an app that opens PDF files, to keep copies; most devices have one
- room on the device to save a file, or a printer

If we change what you need, and you might no longer be able to open your documents, we will tell you first. You can
then take back your agreement, with no charge.

## Your copies

After you sign, you get a copy with the date and time. You can read it on this site, save it as a PDF file, or print
it. You can come back to it at any time while we keep your records. You can also ask us for it.

## Try it first

We have made a short [sample document](/documents/sample). It looks like the ones you will get from us. Open it and find the word it asks
you to look for. Then come back and type that word below. This shows us both that you can open our documents.`,
  boxes: [{ id: 'agree', label: 'I agree to get and sign documents on this site.' }],
};
