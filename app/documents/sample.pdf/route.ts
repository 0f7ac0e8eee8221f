// The sample document as a PDF file, the form in which copies are kept.
import { getTranslations } from 'next-intl/server';
import { pdfAnswer } from '@/app/pdf-answer';
import { readRoute } from '@/lib/accounts/read-route';
import { documentPdf } from '@/lib/documents/document-pdf';
import { drawInTurn } from '@/lib/documents/draw-in-turn';
import { SAMPLE_WORD } from '@/lib/documents/texts/electronic-records';

/** Made once: it is the same for everybody. */
let made: Promise<Buffer> | undefined;

export const GET = readRoute(async () => {
  made ??= drawInTurn('sample', sampleFile).catch((error) => {
    made = undefined;
    throw error;
  });
  return pdfAnswer(await made, 'sample.pdf');
});

async function sampleFile(): Promise<Buffer> {
  const t = await getTranslations('documents');
  return documentPdf({
    title: t('samplePage.title'),
    browserTitle: t('samplePage.browserTitle'),
    locale: 'en',
    lead: t('samplePage.lead'),
    sections: [
      { markdown: `${t('samplePage.wordIntro')} **${SAMPLE_WORD}**\n\n${t('samplePage.record')}` },
      {
        heading: t('copy.record'),
        rows: [
          { label: t('samplePage.rows.name'), value: t('samplePage.nameValue') },
          { label: t('samplePage.rows.when'), value: t('samplePage.whenValue') },
        ],
      },
    ],
    foot: (page, of) => t('copy.page', { page, of }),
    paper: 'A4',
  });
}
