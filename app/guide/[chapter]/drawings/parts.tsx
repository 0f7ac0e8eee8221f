// What the guide's drawings share: the floor everything stands on, the lit doorway, and a chair. Decoration, each of them.

/** From edge to edge of a picture 400 wide. */
export function Floor({ y }: { y: number }) {
  return <path d={`M24 ${y}H376`} strokeWidth="3" strokeLinecap="round" className="stroke-dusk" />;
}

/** A doorway with its light on the ground before it. `x`, `y`: the middle of its threshold; `width` of the opening. */
export function Doorway({ x, y, width }: { x: number; y: number; width: number }) {
  const r = width / 2;
  const [left, shoulder] = [x - r, y - width * 1.1];
  return (
    <>
      <path
        d={`M${left} ${y}h${width}l${r * 0.7} ${r * 0.7}H${left - r * 0.7}z`}
        className="fill-lamp-glow"
      />
      <path
        d={`M${left} ${y}V${shoulder}a${r} ${r} 0 0 1 ${width} 0V${y}z`}
        strokeWidth="3"
        strokeLinejoin="round"
        className="fill-lamp stroke-dusk"
      />
      <path
        d={`M${left} ${y}V${shoulder}a${r} ${r} 0 0 1 ${r} ${-r}l${-r * 0.62} ${r * 0.4}V${y + r * 0.35}z`}
        strokeWidth="3"
        strokeLinejoin="round"
        className="fill-dusk-pale stroke-dusk"
      />
    </>
  );
}

/** Seen from the side, facing right; `flip` faces left. `x`, `y`: the middle of its feet. */
export function Armchair({ x, y, flip }: { x: number; y: number; flip?: boolean }) {
  return (
    <g
      transform={`translate(${x} ${y})${flip ? ' scale(-1 1)' : ''}`}
      strokeWidth="3"
      strokeLinejoin="round"
      strokeLinecap="round"
      className="fill-surface stroke-dusk"
    >
      <path d="M-24 -8V-58a9 9 0 0 1 18 0v24" />
      <path d="M-24 -8v-18a8 8 0 0 1 8-8h32a8 8 0 0 1 8 8v18z" />
      <path d="M-6 -34v-4a6 6 0 0 1 6-6h18a6 6 0 0 1 6 6v12" />
      <path d="M-18 -8V0M18 -8V0" fill="none" />
    </g>
  );
}
