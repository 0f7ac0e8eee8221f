// One chapter of the guide: to read, to look at, to think about. No account is needed, and nothing is kept unless asked.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientPage } from '@/components/client-page';
import { ErrorSummary } from '@/components/ui/error-summary';
import { chapters } from '@/lib/guide/chapters';
import { minutesToRead } from '@/lib/guide/reading-time';
import { ChapterList } from './chapter-list';
import { choiceIn } from './choice';
import { Disclaimer } from './disclaimer';
import { Drawing } from './drawings/drawing';
import { loadChapter } from './load-chapter';
import { Neighbours } from './neighbours';
import { ReflectionPart } from './reflection-form';
import { goingTo } from './ways-on';
import { sayError } from './words';

type Props = { params: Promise<{ chapter: string }>; searchParams: Promise<{ kept?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { chapter, mine } = await loadChapter((await params).chapter);
  const [t, common] = await Promise.all([getTranslations('guide'), getTranslations('common')]);
  const title = `${chapter.title} – ${t('name')}`;
  return { title: mine.draft?.errors.length ? common('errorTitle', { title }) : title };
}

export default async function ChapterPage({ params, searchParams }: Props) {
  const { chapter, place, previous, next, reader, mine } = await loadChapter((await params).chapter);
  const going = goingTo(chapter.slug, mine);
  const t = await getTranslations('guide');
  const errors = mine.draft?.errors ?? [];

  return (
    <ClientPage
      width="wide"
      caption={`${t('chapterOf', { place, count: chapters.length })} · ${t('minutes', { minutes: minutesToRead(chapter) })}`}
      signedIn={reader === 'client'}
    >
      <ErrorSummary
        errors={errors.map((error) => ({ href: `#${error.field}`, message: sayError(t, error) }))}
      />
      <h1>{chapter.title}</h1>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,31rem)_minmax(0,1fr)] lg:grid-rows-[auto_1fr]">
        <div className="prose max-w-line">
          {chapter.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
        <div className="w-full max-w-[25rem] max-lg:mx-auto lg:row-span-2 lg:-mt-12 lg:ms-auto">
          <Drawing drawing={chapter.drawing} choice={choiceIn(chapter, reader, mine)} />
        </div>
        <ReflectionPart
          chapter={chapter}
          reader={reader}
          mine={mine}
          going={going}
          nothing={(await searchParams).kept === 'nothing'}
        />
      </div>
      <Neighbours
        {...{ previous, next, reader }}
        here={chapter.slug}
        // What comes next is the answer to the question, while there is one.
        kind={going ? 'secondary' : 'primary'}
      />
      <ChapterList here={chapter.slug} reader={reader} read={mine.read} />
      <Disclaimer />
    </ClientPage>
  );
}
