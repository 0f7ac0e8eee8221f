// The small arrow of what opens: it turns when it is open.
export function Chevron() {
  return (
    <svg viewBox="0 0 12 12" className="chevron size-[0.7em] shrink-0 rtl:-scale-x-100" aria-hidden="true">
      <path
        d="M3 1l6 5-6 5"
        fill="none"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
        className="stroke-dusk-deep"
      />
    </svg>
  );
}
