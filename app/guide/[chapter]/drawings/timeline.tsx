// A way that climbs with dips: flags for small wins, rings where client and therapist look back together, a doorway at its end.
import { useTranslations } from 'next-intl';
import type { Drawing, Mark } from '@/lib/guide/chapter';
import { Frame } from './frame';
import { Doorway, Floor } from './parts';

// Where the way has its marks, in their order: win, dip, review, win, dip, review.
const PLACES = [
  { x: 84, y: 206 },
  { x: 126, y: 240 },
  { x: 172, y: 192 },
  { x: 222, y: 150 },
  { x: 264, y: 176 },
  { x: 304, y: 132 },
] as const;

const WAY =
  'M28 250C50 250 64 208 84 206S112 240 126 240 154 200 172 192 206 152 222 150 250 176 264 176 288 142 304 132 328 122 346 122';

export function Timeline({ title, start, marks, end }: Extract<Drawing, { kind: 'timeline' }>) {
  const t = useTranslations('guide');
  return (
    <Frame
      title={title}
      picture={
        <svg
          viewBox="0 0 400 296"
          className="block h-auto w-full"
          role="img"
          aria-label={t('timelineInWords')}
        >
          <path d={`${WAY}H376V276H28z`} className="fill-dusk" opacity=".14" />
          <Floor y={276} />
          <path d="M346 122H376" strokeWidth="5" strokeLinecap="round" className="stroke-dusk" />
          <path d={WAY} fill="none" strokeWidth="5" strokeLinecap="round" className="stroke-dusk" />
          <Doorway x={346} y={121} width={28} />
          {marks.map((mark, index) => {
            const place = PLACES[index];
            return (
              place && (
                <Station key={`${mark.kind} ${place.x}`} kind={mark.kind} number={index + 1} {...place} />
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
            <svg viewBox="-18 -20 36 40" className="h-[2em] w-[1.8em] shrink-0" aria-hidden="true">
              <Sign kind={mark.kind} />
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

/** A numbered stop on the way, its sign above it, or below where the way dips. */
function Station({ kind, number, x, y }: { kind: Mark['kind']; number: number; x: number; y: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <g transform={kind === 'dip' ? 'translate(0 24) scale(.8)' : 'translate(0 -32)'}>
        <Sign kind={kind} />
      </g>
      <circle r="12" strokeWidth="3" className="fill-surface stroke-dusk" />
      <text y="5.5" fontSize="16" fontWeight="700" textAnchor="middle" className="fill-ink">
        {number}
      </text>
    </g>
  );
}

function Sign({ kind }: { kind: Mark['kind'] }) {
  const line = { strokeWidth: 3, strokeLinejoin: 'round', strokeLinecap: 'round' } as const;
  if (kind === 'win')
    return <path d="M-7 18V-16L15 -7.5L-7 1" {...line} className="fill-dusk stroke-dusk-deep" />;
  if (kind === 'dip')
    return <path d="M-11 -5L0 7L11 -5" fill="none" {...line} className="stroke-dusk-deep" />;
  return (
    <g {...line} fill="none" className="stroke-dusk-deep">
      <circle cx="-6" r="10" />
      <circle cx="6" r="10" />
    </g>
  );
}
