// A falling line over the first sessions, with a wide band around it: typical, not a promise.
import { useTranslations } from 'next-intl';
import type { Drawing } from '@/lib/guide/chapter';
import { Frame } from './frame';

export function Curve({ title, up, along, start, end, note }: Extract<Drawing, { kind: 'curve' }>) {
  const t = useTranslations('guide');
  return (
    <Frame
      title={title}
      picture={
        <svg
          viewBox="0 0 400 300"
          className="block h-auto w-full"
          role="img"
          aria-label={t('curveInWords', { start, end, note })}
        >
          <path
            d="M66 62C110 66 120 120 160 130S220 120 250 158 320 196 362 200V250C320 246 290 244 250 226S200 214 160 196 100 130 66 124z"
            className="fill-dusk"
            opacity=".16"
          />
          <path
            d="M60 60V252H368"
            fill="none"
            strokeWidth="2"
            strokeLinecap="round"
            className="stroke-control"
          />
          <path
            d="M66 88C106 92 120 150 160 160S216 154 250 190 320 222 362 226"
            fill="none"
            strokeWidth="4.5"
            strokeLinecap="round"
            className="stroke-dusk"
          />
          <g fontSize="15" textAnchor="middle" className="fill-ink">
            {[t('curveBefore'), '1', '2', '3', '4', '5'].map((tick, index) => (
              <text key={tick} x={84 + index * 55} y="274">
                {tick}
              </text>
            ))}
          </g>
          <text x="72" y="54" fontSize="15" fontWeight="600" className="fill-ink">
            {up}
          </text>
          <text x="366" y="294" fontSize="15" fontWeight="600" textAnchor="end" className="fill-ink">
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
