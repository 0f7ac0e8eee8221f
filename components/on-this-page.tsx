// The parts of a long page, each a link to where it begins: beside it all the way down on a wide screen, folded at its top on a narrow one.
import { useTranslations } from 'next-intl';
import { Details } from './ui/details';

/** `id` of its heading. */
export type PlaceOnPage = { id: string; name: string; within?: readonly PlaceOnPage[] };

/** The first of the two columns that the page gives it where there is room. */
export const BESIDE_LIST = 'xl:grid xl:grid-cols-[10.5rem_minmax(0,1fr)] xl:gap-x-8';

export function OnThisPage({ places }: { places: readonly PlaceOnPage[] }) {
  const t = useTranslations('common.onThisPage');
  return (
    <nav aria-label={t('title')} className="no-print max-xl:mb-4">
      <div className="xl:hidden">
        <Details summary={t('title')}>
          <Places places={places} />
        </Details>
      </div>
      <div className="sticky top-[4.5rem] max-h-[calc(100dvh-6rem)] overflow-y-auto pb-4 max-xl:hidden">
        <p className="mb-1 font-semibold">{t('title')}</p>
        <Places places={places} />
      </div>
    </nav>
  );
}

function Places({ places }: { places: readonly PlaceOnPage[] }) {
  return (
    <ul className="list-none ps-0">
      {places.map(({ id, name, within }) => (
        <li key={id} className="mt-0">
          <a
            href={`#${id}`}
            className="inline-flex min-h-(--target) items-center leading-snug xl:min-h-7 xl:py-0.5"
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
