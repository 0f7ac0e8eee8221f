// All chapters in their order, the one being read marked.
import { useTranslations } from 'next-intl';
import type { ChapterSlug } from '@/lib/guide/chapter';
import { chapters } from '@/lib/guide/chapters';

export function ChapterList({ here }: { here: ChapterSlug }) {
  const t = useTranslations('guide');
  return (
    <nav aria-labelledby="chapters" className="no-print border-t border-line pt-6">
      <h2 id="chapters" className="text-h3">
        {t('chapters')}
      </h2>
      <ol className="mt-2 grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
        {chapters.map(({ slug, title }, index) => (
          <li key={slug}>
            <a
              href={`/guide/${slug}`}
              aria-current={slug === here ? 'page' : undefined}
              className="inline-flex min-h-(--target) items-center gap-3 aria-[current=page]:font-semibold aria-[current=page]:text-ink aria-[current=page]:no-underline"
            >
              <span className="w-[1ch] font-heading tabular-nums" aria-hidden="true">
                {index + 1}
              </span>
              {title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
