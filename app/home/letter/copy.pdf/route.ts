// A client's letter as a PDF file, to keep or to show to whoever they go to next.
import { redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { pdfAnswer } from '@/app/pdf-answer';
import { paragraphsOf } from '@/components/letter-view';
import { readRoute } from '@/lib/accounts/read-route';
import { requireClient } from '@/lib/accounts/require';
import type { ReferralPlace } from '@/lib/clinic/referral-places';
import { documentPdf, paperOf } from '@/lib/documents/document-pdf';
import { drawInTurn } from '@/lib/documents/draw-in-turn';
import { canPrint } from '@/lib/documents/pdf-letters';
import type { PdfSection } from '@/lib/documents/pdf-sections';
import { readLetter } from '@/lib/review/read-letter';
import { dayInWords, instantInWords } from '@/lib/scheduling/time-in-words';

export const GET = readRoute(async () => {
  const { actor } = await requireClient();
  return drawInTurn(actor.id, async () => {
    const letter = await readLetter(actor);
    if (!letter) redirect('/home');
    const [t, locale] = [await getTranslations('endings.letter'), await getLocale()];
    const { text, places, from, writtenAt, zone, clinic, appointment } = letter;
    const written = [
      text,
      from,
      clinic.name,
      clinic.address,
      ...places.flatMap((place) => Object.values(place)),
    ];
    const sender = { name: from, clinic: clinic.name };
    const time = appointment && {
      heading: t('time'),
      texts: [
        t('timeSays', {
          when: instantInWords(appointment.startsAt, appointment.zone, locale),
          name: appointment.clinicianName,
        }),
      ],
    };
    const bytes = await documentPdf({
      title: t('title'),
      browserTitle: t('browserTitle'),
      locale,
      lead: [
        `${dayInWords(writtenAt, zone, locale, true)}. ${t('from', sender)}.`,
        ...(written.every((part) => canPrint(part)) ? [] : [t('pdfMissing')]),
      ].join(' '),
      sections: [
        { texts: paragraphsOf(text) },
        ...(time ? [time] : []),
        ...(places.length > 0 ? [{ heading: t('places'), rows: places.map(rowOf) }] : []),
        { heading: t('question'), items: [clinic.phone, clinic.email, clinic.address] },
      ] satisfies PdfSection[],
      foot: (page, of) => t('page', { page, of }),
      paper: paperOf(clinic.country),
    });
    return pdfAnswer(bytes, 'letter.pdf');
  });
});

const rowOf = ({ name, whatFor, phone, web, note }: ReferralPlace) => ({
  label: name,
  value: [whatFor, phone, web, note].filter(Boolean).join('; '),
});
