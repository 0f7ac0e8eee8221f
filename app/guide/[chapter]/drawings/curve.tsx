// A falling line over the first sessions, with a wide band around it: typical, not a promise.
import { useTranslations } from 'next-intl';
import type { Drawing } from '@/lib/guide/chapter';
import { Frame } from './frame';
import { Floor } from './parts';

// Before the first session, and after each of the first five.
const PLACES = [
  { x: 88, y: 88 },
  { x: 141, y: 142 },
  { x: 194, y: 168 },
  { x: 248, y: 162 },
  { x: 301, y: 204 },
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
            d="M88 58C111 64 120 96 141 108S172 128 194 132 225 116 248 120 280 158 301 168 331 186 354 190V240C331 240 322 238 301 232S270 206 248 204 217 204 194 202 162 186 141 174 111 134 88 122z"
            className="fill-dusk"
            opacity=".17"
          />
          <path d="M58 76V252" strokeWidth="2" strokeLinecap="round" className="stroke-control" />
          <path
            d="M53 80l5-9 5 9"
            fill="none"
            strokeWidth="2"
            strokeLinecap="round"
            className="stroke-control"
          />
          <Floor y={252} />
          <path
            d="M88 88C111 96 120 130 141 142S172 166 194 168 227 156 248 162 280 194 301 204 331 216 354 220"
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
          <text x="66" y="60" fontSize="15" fontWeight="600" textAnchor="middle" className="fill-ink">
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
