// The one motif: a doorway arch, and a small house front in which each finished task lights a window.
import { useTranslations } from 'next-intl';

/** The mark beside the name: an arch with a lit doorway. Decoration. */
export function ArchMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} aria-hidden="true">
      <path d="M4 31V15a12 12 0 0 1 24 0v16z" className="fill-dusk" />
      <path d="M10 31V16a6 6 0 0 1 12 0v15z" className="fill-lamp" />
      <path d="M10 31l7-2.4V10.1A6 6 0 0 0 10 16z" className="fill-ground" opacity=".88" />
    </svg>
  );
}

const WINDOW = { width: 34, gap: 18, height: 50 };

/** A house front with a window for each task; `lit` of them are lit. The words beside it say the same. */
export function Facade({ lit, of }: { lit: number; of: number }) {
  const t = useTranslations('common');
  const perFloor = of <= 6 ? of : Math.ceil(of / 2);
  const floors = Math.ceil(of / perFloor);
  const inside = perFloor * (WINDOW.width + WINDOW.gap) - WINDOW.gap;
  const width = inside + 56;
  const top = 34;
  const bottom = top + floors * (WINDOW.height + 20) + 8;
  return (
    <figure className="m-0">
      <svg
        viewBox={`0 0 ${width} ${bottom + 8}`}
        className="h-auto w-full max-w-sm"
        role="img"
        aria-label={t('facade', { lit, of })}
      >
        <path
          d={`M6 ${bottom}V${top - 4}L${width / 2} 4L${width - 6} ${top - 4}V${bottom}z`}
          className="fill-sunk stroke-line"
        />
        {Array.from({ length: of }, (_, index) => {
          const x = 28 + (index % perFloor) * (WINDOW.width + WINDOW.gap);
          const y = top + Math.floor(index / perFloor) * (WINDOW.height + 20) + 8;
          // biome-ignore lint/suspicious/noArrayIndexKey: windows never move
          return <Window key={index} x={x} y={y} lit={index < lit} />;
        })}
        <path d={`M0 ${bottom}H${width}`} strokeWidth="3" strokeLinecap="round" className="stroke-dusk" />
      </svg>
    </figure>
  );
}

function Window({ x, y, lit }: { x: number; y: number; lit: boolean }) {
  const r = WINDOW.width / 2;
  const shape = `M${x} ${y + WINDOW.height}V${y + r}a${r} ${r} 0 0 1 ${WINDOW.width} 0v${WINDOW.height - r}z`;
  return (
    <>
      <path
        d={shape}
        strokeWidth="2"
        className={lit ? 'fill-lamp stroke-lamp-deep' : 'fill-dusk-pale stroke-control'}
      />
      <path
        d={`M${x + r} ${y}v${WINDOW.height}M${x} ${y + 26}h${WINDOW.width}`}
        strokeWidth="1.5"
        className={lit ? 'stroke-lamp-deep' : 'stroke-control'}
      />
    </>
  );
}
