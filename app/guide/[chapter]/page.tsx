// One chapter of the guide: to read, to look at, to think about. No account, nothing stored.
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { ButtonLink, ButtonRow } from '@/components/ui/button';
import { chapterNamed, chapters } from '@/lib/guide/chapters';
import { minutesToRead } from '@/lib/guide/reading-time';
import { ChapterList } from './chapter-list';
import { Disclaimer } from './disclaimer';
import { Drawing } from './drawings/drawing';

type Props = { params: Promise<{ chapter: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = chapterNamed((await params).chapter);
  const t = await getTranslations('guide');
  return { title: found ? `${found.chapter.title} – ${t('name')}` : t('name') };
}

export default async function ChapterPage({ params }: Props) {
  const found = chapterNamed((await params).chapter);
  // Not 404: whoever mistypes a chapter wants the guide, and a thrown 404 is a blank page without JavaScript.
  if (!found) redirect('/guide/starting');
  const { chapter, place, previous, next } = found;
  const t = await getTranslations('guide');

  return (
    <ClientPage
      width="wide"
      caption={`${t('chapterOf', { place, count: chapters.length })} · ${t('minutes', { minutes: minutesToRead(chapter) })}`}
    >
      <h1>{chapter.title}</h1>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,31rem)_minmax(0,1fr)] lg:grid-rows-[auto_1fr]">
        <div className="prose max-w-line">
          {chapter.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
        <div className="w-full max-w-[25rem] max-lg:mx-auto lg:row-span-2 lg:-mt-12 lg:ms-auto">
          <Drawing drawing={chapter.drawing} />
        </div>
        <section
          aria-labelledby="think"
          className="flex max-w-line flex-col gap-2 self-start border-s-4 border-dusk ps-5"
        >
          <h2 id="think" className="text-h3">
            {t('reflection')}
          </h2>
          {chapter.reflection.map((question) => (
            <p key={question} className="font-heading text-[1.15em]">
              {question}
            </p>
          ))}
          <p className="text-small text-ink-soft">{t('reflectionNote')}</p>
        </section>
      </div>
      <nav aria-label={t('neighbours')} className="pt-4">
        <ButtonRow>
          {next ? (
            <ButtonLink href={`/guide/${next.slug}`}>{t('next', { title: next.title })}</ButtonLink>
          ) : (
            <ButtonLink href="/sign-in">{t('begin')}</ButtonLink>
          )}
          <ButtonLink kind="quiet" href={previous ? `/guide/${previous.slug}` : '/'}>
            {previous ? t('previous', { title: previous.title }) : t('first')}
          </ButtonLink>
        </ButtonRow>
      </nav>
      <ChapterList here={chapter.slug} />
      <Disclaimer />
    </ClientPage>
  );
}
