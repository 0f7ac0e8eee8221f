// The map of the whole: you in the middle, five parts around; each opens its list, and a plain list says it all again.
import { useTranslations } from 'next-intl';
import { Details } from '@/components/ui/details';
import type { Drawing, MapPart } from '@/lib/guide/chapter';
import { Frame } from './frame';

type Map = Extract<Drawing, { kind: 'map' }>;

export function SystemMap({ title, centre, parts, asList }: Map) {
  return (
    <Frame title={title} picture={<Picture centre={centre} parts={parts} />}>
      {parts.map((part) => (
        <Part key={part.id} {...part} />
      ))}
      <div className="mt-2 border-t border-line pt-1">
        <Details summary={asList}>
          <ul>
            {parts.map(({ id, name, holds }) => (
              <li key={id}>
                {name}: {holds.join('; ')}.
              </li>
            ))}
          </ul>
        </Details>
      </div>
    </Frame>
  );
}

/**
 * One part's list. Pressed, it opens; come to from the map, it stands open in its place, since not every browser
 * opens what a link leads into.
 */
function Part({ id, name, holds }: MapPart) {
  const list = (
    <ul>
      {holds.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  );
  return (
    <div id={`part-${id}`} className="group/part scroll-mt-36">
      <div className="group-target/part:hidden">
        <Details summary={name}>{list}</Details>
      </div>
      <div className="hidden group-target/part:block">
        <p className="flex min-h-(--target) items-center font-semibold">{name}</p>
        <div className="prose ms-[0.3em] border-s-4 border-dusk ps-5 pb-1">{list}</div>
      </div>
    </div>
  );
}

const CENTRE = { x: 200, y: 196 };

/** Five places around the centre, the first at the top, clockwise. */
const placeOf = (index: number, of: number) => {
  const angle = (index / of) * 2 * Math.PI - Math.PI / 2;
  return {
    x: Math.round(CENTRE.x + 136 * Math.cos(angle)),
    y: Math.round(CENTRE.y + 126 * Math.sin(angle)),
  };
};

function Picture({ centre, parts }: Pick<Map, 'centre' | 'parts'>) {
  const t = useTranslations('guide');
  const places = parts.map((_, index) => placeOf(index, parts.length));
  const ring = places.map(({ x, y }) => `${x} ${y}`).join('L');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing whose parts are links
    <svg
      viewBox="0 0 400 368"
      className="block h-auto w-full"
      role="group"
      aria-label={t('mapInWords', { centre })}
    >
      <path
        d={`M${ring}z`}
        fill="none"
        strokeWidth="2"
        strokeDasharray="2 7"
        strokeLinecap="round"
        className="stroke-control"
      />
      {places.map(({ x, y }) => (
        <path
          key={`${x} ${y}`}
          d={`M${CENTRE.x} ${CENTRE.y}L${x} ${y}`}
          strokeWidth="2.5"
          className="stroke-dusk"
        />
      ))}
      <path d="M166 234v-40a34 34 0 0 1 68 0v40z" className="fill-dusk" />
      <path d="M158 235h84" strokeWidth="6" strokeLinecap="round" className="stroke-dusk" />
      <text x={CENTRE.x} y="214" textAnchor="middle" fontSize="19" fontWeight="700" className="fill-on-dusk">
        {centre}
      </text>
      {parts.map(({ id, name }, index) => {
        const { x, y } = places[index] ?? CENTRE;
        return (
          <a key={id} href={`#part-${id}`} className="group no-underline">
            <circle
              cx={x}
              cy={y}
              r="56"
              strokeWidth="2.5"
              className="fill-surface stroke-dusk group-hover:fill-dusk-pale group-focus-visible:fill-dusk-pale"
            />
            <text x={x} y={y + 5} textAnchor="middle" fontSize="15" fontWeight="600" className="fill-ink">
              {name}
            </text>
          </a>
        );
      })}
    </svg>
  );
}
