// A small house at dusk in which each finished task lights a window. Decoration, with the same said in words.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { facadePlan, type Place } from './facade-plan';

/** `lit`: for each task, in order, whether it is finished. */
export function Facade({ lit }: { lit: readonly boolean[] }) {
  const t = useTranslations('common');
  const plan = facadePlan(lit.length);
  const windows = plan.windows.map((place, index) => ({ ...place, lit: lit[index] === true }));
  return (
    <figure className="facade m-0">
      <svg
        viewBox={`0 0 400 ${plan.height}`}
        className="block h-auto w-full"
        role="img"
        aria-label={t('facade', { lit: lit.filter(Boolean).length, of: lit.length })}
      >
        <Glow />
        <Sky ground={plan.ground} />
        <Garden ground={plan.ground} />
        <House {...plan} />
        {windows.map(({ lit: isLit, ...place }) => (
          <Window key={`${place.x} ${place.y}`} {...place} lit={isLit} />
        ))}
        <Door ground={plan.ground} />
      </svg>
    </figure>
  );
}

const stop = (offset: string, opacity: number) => (
  <stop offset={offset} className="[stop-color:var(--color-lamp)]" stopOpacity={opacity} />
);

function Glow() {
  return (
    <defs>
      <radialGradient id="window-glow">
        {stop('0', 0.55)}
        {stop('.5', 0.2)}
        {stop('1', 0)}
      </radialGradient>
      <linearGradient id="evening" x1="0" y1="0" x2="0" y2="1">
        <stop offset="0" className="[stop-color:var(--color-evening)]" />
        <stop offset="1" className="[stop-color:var(--color-evening-low)]" />
      </linearGradient>
    </defs>
  );
}

function Sky({ ground }: { ground: number }) {
  return (
    <>
      <path d={`M0 0H400V${ground}H0z`} fill="url(#evening)" />
      <path d="M336 40a17 17 0 1 0 14 27 20 20 0 0 1-14-27z" className="fill-moon" />
      <g className="fill-moon">
        <circle cx="70" cy="66" r="1.6" />
        <circle cx="112" cy="36" r="1.3" />
        <circle cx="284" cy="30" r="1.5" />
        <circle cx="44" cy="112" r="1.2" />
        <circle cx="364" cy="112" r="1.4" />
        <circle cx="160" cy="22" r="1.1" />
      </g>
    </>
  );
}

function Garden({ ground }: { ground: number }) {
  return (
    <>
      <path
        d={`M0 ${ground - 22}q44-26 92-12t90-8 110-2 108 10v${36}H0z`}
        className="fill-hill"
        opacity=".55"
      />
      <g className="fill-hill">
        <path d={`M30 ${ground}v-52q0-26 13-44 13 18 13 44v52z`} />
        <path d={`M350 ${ground}v-40q0-22 11-37 11 15 11 37v40z`} />
        <path d={`M14 ${ground}q2-22 14-22t14 22zM366 ${ground}q2-18 12-18t12 18z`} />
      </g>
    </>
  );
}

function House({ ground, top, height }: { ground: number; top: number; height: number }) {
  return (
    <>
      <path d={`M112 ${top - 48}h16v48h-16z`} className="fill-wall stroke-dusk" strokeWidth="2" />
      <path d={`M108 ${top - 48}h24`} className="stroke-dusk" strokeWidth="3" strokeLinecap="round" />
      <path d={`M76 ${top}H324V${ground}H76z`} className="fill-wall stroke-dusk" strokeWidth="2" />
      <path
        d={`M66 ${top}L200 ${top - 62}L334 ${top}z`}
        className="fill-roof stroke-dusk"
        strokeWidth="2"
        strokeLinejoin="round"
      />
      <path d={`M0 ${ground}H400V${height}H0z`} className="fill-lawn" />
      <path d={`M0 ${ground}H400`} className="stroke-dusk" strokeWidth="2.5" />
    </>
  );
}

const arch = (x: number, y: number, half: number, tall: number) =>
  `M${x - half} ${y}v${half - tall}a${half} ${half} 0 0 1 ${2 * half} 0v${tall - half}z`;

/** `x` is its middle, `y` its sill. */
function Window({ x, y, lit }: Place & { lit: boolean }) {
  const pane = lit ? 'fill-lamp stroke-lamp-deep' : 'fill-pane stroke-control';
  return (
    <>
      {lit && <circle cx={x} cy={y - 14} r="27" fill="url(#window-glow)" />}
      <path d={arch(x, y, 9, 28)} strokeWidth="1.6" className={pane} />
      <path
        d={`M${x} ${y - 28}v28M${x - 9} ${y - 13}h18`}
        strokeWidth="1.2"
        className={lit ? 'stroke-lamp-deep' : 'stroke-control'}
      />
      <path d={`M${x - 12} ${y + 1}h24`} strokeWidth="2" strokeLinecap="round" className="stroke-dusk" />
    </>
  );
}

/** Ajar, with the light on in the hall: somebody is expected. */
function Door({ ground }: { ground: number }): ReactNode {
  return (
    <>
      <path d={`M189 ${ground}h22l20 26h-62z`} className="fill-lamp-glow" opacity=".85" />
      <path d={arch(200, ground, 14, 44)} strokeWidth="2" className="fill-lamp stroke-dusk" />
      <path
        d={`M186 ${ground}v-30a14 14 0 0 1 14-14q-4 5-4 12v34z`}
        strokeWidth="2"
        strokeLinejoin="round"
        className="fill-dusk stroke-dusk"
      />
      <path d={`M176 ${ground}h48`} strokeWidth="4" strokeLinecap="round" className="stroke-dusk" />
    </>
  );
}
