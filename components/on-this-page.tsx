// A long page with the list of its parts, each a link to where it begins: beside the page all the way down where there is room, else folded at its top.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Details } from './ui/details';

/** `id` of its heading. */
type PlaceOnPage = { id: string; name: string; within?: readonly PlaceOnPage[] };

/** Room is counted in letters, not in pixels: with large text there is less of it. */
export function OnThisPage({ places, children }: { places: readonly PlaceOnPage[]; children: ReactNode }) {
  const t = useTranslations('common.onThisPage');
  return (
    <div className="@container">
      <div className="@min-[66rem]:grid @min-[66rem]:grid-cols-[10.5rem_minmax(0,1fr)] @min-[66rem]:gap-x-8">
        <nav aria-label={t('title')} className="no-print @max-[66rem]:mb-4">
          <div className="@min-[66rem]:hidden">
            <Details summary={t('title')}>
              <Places places={places} />
            </Details>
          </div>
          <div className="sticky top-[4.5rem] max-h-[calc(100dvh-6rem)] overflow-y-auto pb-4 @max-[66rem]:hidden">
            <p className="mb-1 font-semibold">{t('title')}</p>
            <Places places={places} />
          </div>
        </nav>
        <div className="flow min-w-0">{children}</div>
      </div>
    </div>
  );
}

function Places({ places }: { places: readonly PlaceOnPage[] }) {
  return (
    <ul className="list-none ps-0">
      {places.map(({ id, name, within }) => (
        <li key={id} className="mt-0">
          <a
            href={`#${id}`}
            className="inline-flex min-h-(--target) items-center leading-snug @min-[66rem]:min-h-7 @min-[66rem]:py-0.5"
          >
            {name}
          </a>
          {within && (
            <div className="ms-1 border-s border-line ps-3 text-[0.93em]">
              <Places places={within} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
