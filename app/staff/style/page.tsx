// For who looks after the look: every part in every state, as clients meet it and as staff do. Only in the demo; its words are made up.
import { notFound } from 'next/navigation';
import { Facade } from '@/components/facade';
import { PageBar } from '@/components/page-bar';
import { type Scene, Vignette } from '@/components/vignette';
import { requireStaff } from '@/lib/accounts/require';
import { settings } from '@/lib/env/settings';
import { Colours } from './colours';
import { fieldSamples } from './field-samples';
import { textSamples } from './text-samples';

export const metadata = { title: 'Style' };

const SCENES: readonly Scene[] = [
  ...(['closed-door', 'empty-doorway', 'lamp-out', 'bench', 'way-on', 'letter'] as const),
];

export default async function StylePage() {
  await requireStaff();
  if (!settings.demo) notFound();
  const samples = { ...textSamples, ...fieldSamples };
  return (
    <>
      <PageBar home="/staff" wide />
      <main id="main" tabIndex={-1} className="flow mx-auto max-w-[90rem] px-4 py-8 sm:px-6">
        <h1>Style</h1>
        <p className="max-w-line text-lead">
          A room at dusk, with a lamp on. Each part stands here twice: at the start as clients meet it, at the
          end as staff do. Press Tab to see what has the focus; point at a part to see it answer.
        </p>
        <Colours />
        {Object.entries(samples).map(([name, sample]) => (
          <section key={name} aria-labelledby={`part-${name}`}>
            <h2 id={`part-${name}`} className="border-b border-line pb-1">
              {name}
            </h2>
            <div className="mt-5 grid grid-cols-[minmax(0,1fr)] gap-10 lg:grid-cols-2">
              <div className="flow">{sample('client')}</div>
              {name !== 'error-summary' && <div className="dense flow">{sample('staff')}</div>}
            </div>
          </section>
        ))}
        <section aria-labelledby="drawings">
          <h2 id="drawings" className="border-b border-line pb-1">
            Drawings
          </h2>
          <div className="mt-5 flex flex-wrap items-end gap-6">
            {SCENES.map((scene) => (
              <Vignette key={scene} scene={scene} />
            ))}
          </div>
          <div className="mt-8 grid grid-cols-[minmax(0,1fr)] gap-8 sm:grid-cols-2 lg:grid-cols-3">
            {[5, 10, 13, 15, 19].map((windows) => (
              <Facade key={windows} lit={Array.from({ length: windows }, (_, index) => index % 3 !== 2)} />
            ))}
          </div>
        </section>
      </main>
    </>
  );
}
