// The page for what should not have happened: calm, nothing technical, with urgent help and Exit where they always are.
import type { ReactNode } from 'react';
import frame from '@/messages/en/frame.json';
import { Bar } from './bar';
import { ButtonLink, ButtonRow } from './ui/button';

const { shortName, skipToContent, urgentHelp, header, exit, trouble } = frame;

/**
 * In English: it must show even when the catalogues can't be read. Every browser is sent it beforehand, so the drawing
 * and other words than its own are brought by the pages that the server makes.
 */
export function TroublePage({ words = trouble, picture }: { words?: typeof trouble; picture?: ReactNode }) {
  return (
    <>
      <title>{`${words.title} – ${shortName}`}</title>
      <Bar home="/" words={{ shortName, skipToContent, urgentHelp, headerLabel: header.label, exit }} />
      <main id="main" tabIndex={-1} className="flow mx-auto max-w-[34rem] px-4 py-12 sm:px-6 sm:py-20">
        {picture}
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
