// How booked, free and time off look: told apart by line and fill, also without colour.

export const BOOKED = 'edge rounded-soft border border-line border-s-4 border-s-dusk bg-surface';
export const FREE = 'rounded-soft border border-dashed border-control bg-transparent';
export const AWAY =
  'rounded-soft border border-line bg-[repeating-linear-gradient(135deg,var(--color-sunk)_0_5px,transparent_5px_10px)]';
