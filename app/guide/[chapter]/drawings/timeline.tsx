// A way that climbs with dips: flags for small wins, rings where client and therapist look back together.
import { useTranslations } from 'next-intl';
import type { Drawing, Mark } from '@/lib/guide/chapter';
import { Frame } from './frame';

// Where the way has its marks, in their order: win, dip, review, win, dip, review.
const PLACES = [
  { x: 96, y: 196 },
  { x: 140, y: 226 },
  { x: 190, y: 176 },
  { x: 238, y: 132 },
  { x: 282, y: 156 },
  { x: 322, y: 108 },
] as const;

export function Timeline({ title, start, marks, end }: Extract<Drawing, { kind: 'timeline' }>) {
  const t = useTranslations('guide');
  return (
    <Frame
      title={title}
      picture={
        <svg
          viewBox="0 0 400 292"
          className="block h-auto w-full"
          role="img"
          aria-label={t('timelineInWords')}
        >
          <path d="M28 272H372" strokeWidth="2" strokeLinecap="round" className="stroke-control" />
          <path
            d="M36 244C60 240 74 202 96 196S126 228 140 226 170 182 190 176 218 136 238 132 266 158 282 156 306 116 322 108 344 96 352 90"
            fill="none"
            strokeWidth="4.5"
            strokeLinecap="round"
            className="stroke-dusk"
          />
          {marks.map((mark, index) => {
            const place = PLACES[index];
            return (
              place && (
                <MarkShape key={`${mark.kind} ${place.x}`} kind={mark.kind} {...place} place={index + 1} />
              )
            );
          })}
        </svg>
      }
    >
      <ol className="flex flex-col gap-2">
        <li className="text-ink-soft">{start}</li>
        {marks.map((mark, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: marks never move
          <li key={index} className="flex items-center gap-3">
            <svg viewBox="-14 -16 28 30" className="size-[1.7em] shrink-0" aria-hidden="true">
              <MarkShape kind={mark.kind} x={0} y={0} />
            </svg>
            <span>
              {index + 1}. {mark.says}
            </span>
          </li>
        ))}
        <li className="text-ink-soft">{end}</li>
      </ol>
    </Frame>
  );
}

function MarkShape({ kind, x, y, place }: { kind: Mark['kind']; x: number; y: number; place?: number }) {
  return (
    <g transform={`translate(${x} ${y})`} className="stroke-dusk-deep">
      {kind === 'win' && (
        <path
          d="M-5 12V-14l16 6.5L-5 -1"
          strokeWidth="2.5"
          strokeLinejoin="round"
          strokeLinecap="round"
          className="fill-dusk"
        />
      )}
      {kind === 'dip' && (
        <path d="M-8-3H8L0 10z" strokeWidth="2.5" strokeLinejoin="round" className="fill-surface" />
      )}
      {kind === 'review' && (
        <g strokeWidth="2.5" className="fill-surface">
          <circle cx="-4" r="7.5" />
          <circle cx="4" r="7.5" fillOpacity=".6" />
        </g>
      )}
      {place && (
        <text
          y={kind === 'dip' ? 26 : -20}
          fontSize="14"
          fontWeight="600"
          textAnchor="middle"
          strokeWidth="0"
          className="fill-ink"
        >
          {place}
        </text>
      )}
    </g>
  );
}
