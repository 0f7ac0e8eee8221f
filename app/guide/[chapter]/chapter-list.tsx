// All chapters in their order, the one being read marked; for a client, also which they have read.
import { useTranslations } from 'next-intl';
import { Tag } from '@/components/ui/tag';
import type { ChapterSlug } from '@/lib/guide/chapter';
import { chapters } from '@/lib/guide/chapters';

/** `read` null: it isn't known. */
export function ChapterList({ here, read }: { here: ChapterSlug; read: ReadonlySet<ChapterSlug> | null }) {
  const t = useTranslations('guide');
  return (
    <nav aria-labelledby="chapters" className="no-print border-t border-line pt-6">
      <h2 id="chapters" className="text-h3">
        {t('chapters')}
      </h2>
      {read && <p className="mt-1 text-ink-soft">{t('readOf', { done: read.size, of: chapters.length })}</p>}
      <ol className="mt-2 grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
        {chapters.map(({ slug, title }, index) => (
          <li key={slug} className="flex flex-wrap items-center gap-x-3">
            <a
              href={`/guide/${slug}`}
              aria-current={slug === here ? 'page' : undefined}
              className="inline-flex min-h-(--target) items-center gap-3 aria-[current=page]:font-semibold aria-[current=page]:text-ink aria-[current=page]:no-underline"
            >
              <span className="w-[1ch] font-heading font-semibold tabular-nums" aria-hidden="true">
                {index + 1}
              </span>
              {title}
            </a>
            {read?.has(slug) && <Tag tone="done">{t('read')}</Tag>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
