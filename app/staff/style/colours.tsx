// The colours that exist, each on what it is used on.
const PAIRS = [
  ['ground', 'bg-ground text-ink', 'Mist, and what is read on it'],
  ['surface', 'bg-surface text-ink', 'Paper: boxes, cards'],
  ['sunk', 'bg-sunk text-ink', 'Set back: the foot of a page'],
  ['ink-soft', 'bg-ground text-ink-soft', 'Said in passing'],
  ['dusk', 'bg-dusk text-on-dusk', 'Structure'],
  ['dusk-deep', 'bg-dusk-deep text-on-dusk', 'Exit; links, the other way round'],
  ['dusk-pale', 'bg-dusk-pale text-ink', 'Chosen, or to be noticed'],
  ['lamp', 'bg-lamp text-on-lamp', 'Lamplight: what to do next, and nothing else'],
  ['danger', 'bg-danger text-on-danger', 'Risk'],
  ['danger on surface', 'bg-surface text-danger', 'Errors'],
  ['warn', 'bg-warn-pale text-warn', 'To be looked at'],
] as const;

export function Colours() {
  return (
    <section aria-labelledby="colours">
      <h2 id="colours" className="border-b border-line pb-1">
        Colours
      </h2>
      <ul className="mt-5 grid grid-cols-[repeat(auto-fill,minmax(min(13rem,100%),1fr))] gap-3">
        {PAIRS.map(([name, classes, use]) => (
          <li key={name} className={`edge rounded-soft border border-line px-4 py-3 ${classes}`}>
            <span className="block font-semibold">{name}</span>
            {use}
          </li>
        ))}
      </ul>
    </section>
  );
}
