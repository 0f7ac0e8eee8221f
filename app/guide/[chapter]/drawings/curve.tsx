// A falling line over the first sessions, with a wide band around it: typical, not a promise.
import { useTranslations } from 'next-intl';
import type { Drawing } from '@/lib/guide/chapter';
import { Frame } from './frame';
import { Floor } from './parts';

// Before the first session, and after each of the first five.
const PLACES = [
  { x: 74, y: 88 },
  { x: 130, y: 142 },
  { x: 186, y: 168 },
  { x: 242, y: 162 },
  { x: 298, y: 204 },
  { x: 354, y: 220 },
] as const;

export function Curve({ title, up, along, start, end, note }: Extract<Drawing, { kind: 'curve' }>) {
  const t = useTranslations('guide');
  return (
    <Frame
      title={title}
      picture={
        <svg
          viewBox="0 0 400 306"
          className="block h-auto w-full"
          role="img"
          aria-label={t('curveInWords', { start, end, note })}
        >
          <path
            d="M74 58C98 64 108 96 130 108S162 128 186 132 218 116 242 120 276 158 298 168 330 186 354 190V240C330 240 320 238 298 232S266 206 242 204 210 204 186 202 152 186 130 174 98 134 74 122z"
            className="fill-dusk"
            opacity=".17"
          />
          <path d="M48 66V252" strokeWidth="2" strokeLinecap="round" className="stroke-control" />
          <path
            d="M43 72l5-9 5 9"
            fill="none"
            strokeWidth="2"
            strokeLinecap="round"
            className="stroke-control"
          />
          <Floor y={252} />
          <path
            d="M74 88C98 96 108 130 130 142S162 166 186 168 220 156 242 162 276 194 298 204 330 216 354 220"
            fill="none"
            strokeWidth="5"
            strokeLinecap="round"
            className="stroke-dusk"
          />
          {PLACES.map(({ x, y }) => (
            <circle key={x} cx={x} cy={y} r="6" strokeWidth="3" className="fill-surface stroke-dusk" />
          ))}
          <g fontSize="15" textAnchor="middle" className="fill-ink">
            {[t('curveBefore'), '1', '2', '3', '4', '5'].map((tick, index) => (
              <text key={tick} x={PLACES[index]?.x} y="275">
                {tick}
              </text>
            ))}
          </g>
          <text x="62" y="52" fontSize="15" fontWeight="600" textAnchor="middle" className="fill-ink">
            {up}
          </text>
          <text x="376" y="298" fontSize="15" fontWeight="600" textAnchor="end" className="fill-ink">
            {along}
          </text>
        </svg>
      }
    >
      <ul className="flex list-disc flex-col gap-1 ps-5 marker:text-dusk">
        <li>{start}.</li>
        <li>{end}.</li>
      </ul>
      <p className="mt-3 text-ink-soft">{note}</p>
    </Frame>
  );
}
