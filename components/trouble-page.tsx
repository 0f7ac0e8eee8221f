// The page for what should not have happened: calm, nothing technical, with urgent help and Exit where they always are.
import common from '@/messages/en/common.json';
import { Bar } from './bar';
import { ButtonLink, ButtonRow } from './ui/button';

const { shortName, skipToContent, urgentHelp, header, exit, trouble } = common;

/** In English: it must show even when the catalogues can't be read. */
export function TroublePage() {
  return (
    <>
      <title>{`${trouble.title} – ${shortName}`}</title>
      <Bar home="/" words={{ shortName, skipToContent, urgentHelp, headerLabel: header.label, exit }} />
      <main id="main" tabIndex={-1} className="flow mx-auto max-w-[34rem] px-4 py-12 sm:px-6 sm:py-20">
        <h1>{trouble.title}</h1>
        <p>{trouble.says}</p>
        <ButtonRow>
          <ButtonLink href="">{trouble.again}</ButtonLink>
          <ButtonLink href="/" kind="quiet">
            {trouble.back}
          </ButtonLink>
        </ButtonRow>
      </main>
    </>
  );
}
