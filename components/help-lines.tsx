// The numbers of one country: what for, whom, and a link to press for each way of reaching them.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { callHref, type HelpLine, textHref, type UrgentHelp } from '@/lib/clinic/urgent-help';

const kinds = ['danger', 'crisis', 'relationship'] as const;

/** `only`: show these kinds, in this order. `level`: of the headings of the kinds. */
export function HelpLines({
  help,
  only = kinds,
  level = 3,
}: {
  help: UrgentHelp;
  only?: readonly HelpLine['for'][];
  level?: 2 | 3;
}) {
  const t = useTranslations('quiet.urgent');
  const Heading = `h${level}` as const;
  return only.map((kind) => {
    const lines = help.lines.filter((line) => line.for === kind);
    if (lines.length === 0) return null;
    return (
      <div key={kind} className="keep-together mt-4">
        <Heading className="font-body text-[1rem] font-normal text-ink-soft">{t(`kind.${kind}`)}</Heading>
        <ul className="mt-1 flex flex-col gap-2">
          {lines.map((line) => (
            <Line key={line.name + line.call} line={line} />
          ))}
        </ul>
      </div>
    );
  });
}

function Line({ line: { for: kind, name, call, orCall, text, chat, note } }: { line: HelpLine }) {
  const t = useTranslations('quiet.urgent');
  return (
    <li
      className={`rounded-soft bg-surface px-4 py-2 ${kind === 'danger' ? 'border-2 border-danger' : 'border border-line'}`}
    >
      <span className="font-semibold">{name}</span>
      {note && <span className="text-ink-soft"> · {note}</span>}
      <span className="flex flex-wrap gap-x-6">
        {[call, orCall].map(
          (number) =>
            number && (
              <Way key={number} href={callHref(number)}>
                {t('call', { number })}
              </Way>
            ),
        )}
        {text && (
          <Way href={textHref(text)}>
            {text.word ? t('textWord', { word: text.word, number: text.to }) : t('text', { number: text.to })}
          </Way>
        )}
        {chat && <Way href={chat}>{t('chat')}</Way>}
      </span>
    </li>
  );
}

const Way = ({ href, children }: { href: string; children: ReactNode }) => (
  <a href={href} rel="noreferrer" className="inline-flex min-h-(--target) items-center tabular-nums">
    {children}
  </a>
);
