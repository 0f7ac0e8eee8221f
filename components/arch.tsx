// The one motif, as a mark: a doorway arch with a light behind it.

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
