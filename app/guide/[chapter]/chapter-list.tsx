// All chapters in their order, the one being read marked; for a client, also which they have read.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Tag } from '@/components/ui/tag';
import type { ChapterSlug } from '@/lib/guide/chapter';
import { chapters } from '@/lib/guide/chapters';
import { REFLECTION_FORM } from './choice';
import type { Reader } from './load-chapter';
import { WAY } from './ways-on';

/** `read` null: it isn't known. */
export function ChapterList({
  here,
  reader,
  read,
}: {
  here: ChapterSlug;
  reader: Reader;
  read: ReadonlySet<ChapterSlug> | null;
}) {
  const t = useTranslations('guide');
  return (
    <nav aria-labelledby="chapters" className="no-print border-t border-line pt-6">
      <h2 id="chapters" className="text-h3">
        {t('chapters')}
      </h2>
      {read !== null && read.size > 0 && (
        <p className="mt-1 text-ink-soft">{t('readOf', { done: read.size, of: chapters.length })}</p>
      )}
      <ol className="mt-2 grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
        {chapters.map(({ slug, title }, index) => (
          <li key={slug} className="flex flex-wrap items-center gap-x-3">
            <Way slug={slug} here={here} reader={reader}>
              <span className="w-[1ch] font-heading font-semibold tabular-nums" aria-hidden="true">
                {index + 1}
              </span>
              {title}
            </Way>
            {read?.has(slug) && <Tag tone="done">{t('read')}</Tag>}
          </li>
        ))}
      </ol>
    </nav>
  );
}

const way = 'inline-flex min-h-(--target) items-center gap-3 text-start';

/** A button of the chapter's form, as "Next" is one: what is typed is not lost by choosing another chapter. */
function Way({
  slug,
  here,
  reader,
  children,
}: {
  slug: ChapterSlug;
  here: ChapterSlug;
  reader: Reader;
  children: ReactNode;
}) {
  if (slug === here)
    return (
      <span aria-current="page" className={`${way} font-semibold`}>
        {children}
      </span>
    );
  if (reader === 'staff')
    return (
      <a href={`/guide/${slug}`} className={way}>
        {children}
      </a>
    );
  return (
    <button
      type="submit"
      form={REFLECTION_FORM}
      formAction={`/guide/${here}/read`}
      name={WAY}
      value={slug}
      className={`${way} cursor-pointer text-dusk-deep underline underline-offset-[0.18em] hover:decoration-2`}
    >
      {children}
    </button>
  );
}
