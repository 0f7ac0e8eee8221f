// The first page's picture: through an arch, a room at dusk with a lamp on and two chairs. Decoration.
export function RoomDrawing() {
  return (
    <svg viewBox="0 0 400 470" className="block h-auto w-full" aria-hidden="true">
      <defs>
        <clipPath id="room-arch">
          <path d="M16 456V196a184 184 0 0 1 368 0v260z" />
        </clipPath>
        <radialGradient id="room-light">
          <stop offset="0" className="[stop-color:var(--color-lamp)]" stopOpacity=".75" />
          <stop offset=".45" className="[stop-color:var(--color-lamp)]" stopOpacity=".28" />
          <stop offset="1" className="[stop-color:var(--color-lamp)]" stopOpacity="0" />
        </radialGradient>
      </defs>
      <g clipPath="url(#room-arch)">
        <path d="M0 0h400v470H0z" className="fill-dusk-pale" />
        <Window />
        <path d="M0 392h400v78H0z" className="fill-sunk" />
        <path d="M0 392h400" strokeWidth="2" className="stroke-line" />
        <ellipse cx="200" cy="420" rx="150" ry="20" className="fill-lamp-glow" opacity=".8" />
        <circle cx="200" cy="246" r="150" fill="url(#room-light)" />
        <Lamp />
        <Chair />
        <g transform="matrix(-1 0 0 1 400 0)">
          <Chair />
        </g>
      </g>
      <path d="M16 456V196a184 184 0 0 1 368 0v260" fill="none" strokeWidth="5" className="stroke-dusk" />
      <path d="M4 458h392" strokeWidth="8" strokeLinecap="round" className="stroke-dusk" />
    </svg>
  );
}

function Window() {
  return (
    <g>
      <path d="M152 196v-70a48 48 0 0 1 96 0v70z" className="fill-sky" />
      <path d="M152 176q24-12 48-4t48-6v30h-96z" className="fill-thing-dark" opacity=".45" />
      <path d="M222 112a13 13 0 1 0 8 22 15 15 0 0 1-8-22z" className="fill-moon" />
      <path
        d="M152 196v-70a48 48 0 0 1 96 0v70zM200 78v118M152 142h96"
        fill="none"
        strokeWidth="4"
        className="stroke-frame"
      />
    </g>
  );
}

function Lamp() {
  return (
    <g>
      <path d="M200 262v146" strokeWidth="5" strokeLinecap="round" className="stroke-thing-dark" />
      <path d="M176 410h48" strokeWidth="6" strokeLinecap="round" className="stroke-thing-dark" />
      <path
        d="M184 218h32l18 46h-68z"
        strokeWidth="2.5"
        strokeLinejoin="round"
        className="fill-lamp stroke-lamp-deep"
      />
    </g>
  );
}

function Chair() {
  return (
    <g>
      <path
        d="M72 402l-8 27M142 402l8 27"
        strokeWidth="6"
        strokeLinecap="round"
        className="stroke-thing-dark"
      />
      <path
        d="M41 302q-4-22 15-25t23 18l12 63h51q15 0 15 15v18q0 15-15 15H70q-13 0-15-13z"
        className="fill-thing"
      />
      <path d="M84 356l-4-20h52q13 0 13 10t-13 10z" className="fill-thing-deep" />
      <path d="M80 316h50q10 0 10 9t-10 9H83z" className="fill-thing" />
    </g>
  );
}
