// Messages: which kinds a client lets us send, one permission a box; every box may stay empty.
import type { DocumentText } from '@/lib/documents/document-text';

export const messages: DocumentText = {
  slug: 'messages',
  locale: 'en',
  title: 'Messages',
  browserTitle: 'Messages',
  kind: 'signature',
  requiredToBook: 'never',
  summary: [
    'You choose what we may send you and how. You can tick some, all or none.',
    'Saying no never stops you from booking or getting care.',
    'Our messages never say what your visits are about.',
    'You can change your choices at any time.',
  ],
  body: `## What our messages say

They are short and plain. At most they give your first name, a day and a time, and ask you to sign in here to read
the rest. They don’t say what kind of visit it is. They name no partner.

## What can go wrong

E-mail and text messages are not sealed like the pages of this site. Other people may see them: someone who shares
your phone, who knows your password, or who looks over your shoulder. Your phone company or your employer may be able
to read them. A voicemail may be heard by someone else. Please tick a way only if you are happy with that.

## Your choice

Each box below stands on its own. Our forms ask too how we should contact you. We e-mail you only if you choose e-mail
there and tick a box for it here. Where the two differ, we don’t.

With no box ticked, we only e-mail you about signing in, such as the code you ask for. You find everything else on this
site. If you leave this page out, what you choose in the forms counts. You need not give a reason.

Your phone company may charge you for texts. To stop texts, answer STOP to one of them.

## Don’t use messages in an emergency

We don’t read e-mails, texts or voicemail day and night. In an emergency call {{emergencyNumber}} or use the
[urgent help page](/urgent-help).

## Changing your mind

You can take back your choices at the end of this page, and then choose anew if you like. E-mails from this site
stop at once, but for those about signing in. You can also call {{clinicPhone}} or tell your therapist. All other messages stop as soon as we can, and
within two working days.`,
  boxes: [
    {
      id: 'email-appointments',
      label: 'You may e-mail me about the day and time of my appointments.',
      mayStayEmpty: true,
    },
    {
      id: 'email-forms',
      label: 'You may e-mail me when a form or a question is waiting for me here.',
      mayStayEmpty: true,
    },
    {
      id: 'text-appointments',
      label: 'You may text me about the day and time of my appointments.',
      mayStayEmpty: true,
    },
    { id: 'call', label: 'You may call me.', mayStayEmpty: true },
    {
      id: 'voicemail',
      label: 'You may leave a voicemail with a first name and a number only.',
      mayStayEmpty: true,
    },
  ],
};
