// The page for what should not have happened: calm, nothing technical, with urgent help and Exit where they always are.
import common from '@/messages/en/common.json';
import { Bar } from './bar';
import { ButtonLink, ButtonRow } from './ui/button';
import { type Scene, Vignette } from './vignette';

const { shortName, skipToContent, urgentHelp, header, exit } = common;

const kinds = { trouble: 'lamp-out', unavailable: 'bench' } as const satisfies Record<string, Scene>;

/** In English: it must show even when the catalogues can't be read. */
export function TroublePage({ what = 'trouble' }: { what?: keyof typeof kinds }) {
  const words = common[what];
  return (
    <>
      <title>{`${words.title} – ${shortName}`}</title>
      <Bar home="/" words={{ shortName, skipToContent, urgentHelp, headerLabel: header.label, exit }} />
      <main id="main" tabIndex={-1} className="flow mx-auto max-w-[34rem] px-4 py-12 sm:px-6 sm:py-20">
        <Vignette scene={kinds[what]} />
        <h1>{words.title}</h1>
        <p className="text-lead">{words.says}</p>
        <p>{words.meanwhile}</p>
        <ButtonRow>
          <ButtonLink href="">{words.again}</ButtonLink>
          <ButtonLink href="/" kind="quiet">
            {words.back}
          </ButtonLink>
        </ButtonRow>
      </main>
    </>
  );
}
