// The page for what should not have happened: calm, nothing technical, with urgent help and Exit where they always are.
import type { ReactNode } from 'react';
import frame from '@/messages/en/frame.json';
import { Bar } from './bar';

const { shortName, skipToContent, urgentHelp, header, exit, trouble } = frame;

const AGAIN = '';
const target = 'flex min-h-(--target) items-center';

/**
 * In English: it must show even when the catalogues can't be read. Every browser is sent it beforehand, so the drawing,
 * the buttons and other words than its own are brought by the pages that the server makes.
 */
export function TroublePage({
  words = trouble,
  picture,
  buttons,
}: {
  words?: typeof trouble;
  picture?: ReactNode;
  buttons?: ReactNode;
}) {
  return (
    <>
      <title>{`${words.title} – ${shortName}`}</title>
      <Bar home="/" words={{ shortName, skipToContent, urgentHelp, headerLabel: header.label, exit }} />
      <main id="main" tabIndex={-1} className="flow mx-auto max-w-[34rem] px-4 py-12 sm:px-6 sm:py-20">
        {picture}
        <h1>{words.title}</h1>
        <p className="text-lead">{words.says}</p>
        <p>{words.meanwhile}</p>
        {buttons ?? (
          <>
            <a href={AGAIN} className={target}>
              {words.again}
            </a>
            <a href="/" className={target}>
              {words.back}
            </a>
          </>
        )}
      </main>
    </>
  );
}
