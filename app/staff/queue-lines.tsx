// In the browser as on the server: draws the rows of the queue from their words alone, so that a page sends each row once as it looks and once as a few words.
'use client';

import type { ReactNode } from 'react';
import { Table } from '@/components/ui/table';
import { Tag, type Tone } from '@/components/ui/tag';
import { type Instant, InstantSaid } from '@/components/when';

/** One level of a file's flags. `soft`: all of them are closed. */
export type FlagsSaid = { tone: Tone | 'soft'; says: string; due?: Instant; late?: boolean };

export type QueueLine = {
  reference: string;
  /** Null until they have given a name; `shows` is where the whole of it is shown. */
  who: { name: string } | { initials: string; shows: string } | null;
  /** Null for whoever may not see flags. */
  flags: FlagsSaid[] | null;
  status: { tone: Tone; says: string };
  news: string | null;
  /** Sections and documents that are done. */
  done: { sections: number; documents: number };
  /** The next appointment, or by when staff get in touch about one. */
  meeting: { at: Instant; with: string } | { due: Instant } | null;
  assignee: string | null;
  since: Instant;
};

/** A `{when}`, `{name}`, `{initials}` or `{sections}` in them is filled for each row. */
export type QueueWords = {
  table: string;
  head: Record<(typeof HEADS)[number], string>;
  sections: string;
  /** By their number, for those there are. */
  documents: Record<number, string>;
  noName: string;
  showName: string;
  showNameOf: string;
  due: string;
  late: string;
  timeWanted: string;
  timeDue: string;
  none: string;
  nobody: string;
  with: string;
  assignedTo: string;
  assignedToNobody: string;
};

const HEADS = ['flags', 'who', 'reference', 'status', 'done', 'appointment', 'assignee', 'age'] as const;
/** On a narrow screen these stand below the status. */
const WIDE_ONLY = ['done', 'assignee', 'age'];

type Shown = { line: QueueLine; words: QueueWords };

export function QueueLines({ lines, words }: { lines: readonly QueueLine[]; words: QueueWords }) {
  const withFlags = lines.some(({ flags }) => flags !== null);
  const heads = HEADS.filter((head) => withFlags || head !== 'flags');
  return (
    <Table
      caption={words.table}
      captionHidden
      head={heads.map((head) => words.head[head])}
      wideOnly={heads.flatMap((head, column) => (WIDE_ONLY.includes(head) ? [column] : []))}
      rows={lines.map((line) => [
        ...(withFlags ? [<Flags key="flags" flags={line.flags ?? []} words={words} />] : []),
        <Who key="who" line={line} words={words} />,
        <a
          key="reference"
          id={line.reference}
          href={`/staff/submissions/${line.reference}`}
          data-list-item
          className="font-semibold"
        >
          {line.reference}
        </a>,
        <Stands key="status" line={line} words={words} />,
        <Done key="done" line={line} words={words} />,
        <Meeting key="appointment" line={line} words={words} />,
        line.assignee ?? <Soft key="assignee">{words.nobody}</Soft>,
        <Age key="age" since={line.since} />,
      ])}
    />
  );
}

/** Its status, and what its client changed or gave since that nobody has read yet. */
function Stands({ line, words }: Shown) {
  const { status, news, assignee } = line;
  const assigned = assignee === null ? words.assignedToNobody : filled(words.assignedTo, 'name', assignee);
  return (
    <span className="flex flex-col items-start gap-1">
      <Tag tone={status.tone}>{status.says}</Tag>
      {news !== null && <Tag tone="amber">{news}</Tag>}
      <span className="xl:hidden">
        <Done line={line} words={words} />
        <span className="block text-ink-soft">{assigned}</span>
        <span className="block text-ink-soft">
          <Age since={line.since} />
        </span>
      </span>
    </span>
  );
}

const Soft = ({ children }: { children: string }) => <span className="text-ink-soft">{children}</span>;

function Flags({ flags, words }: { flags: readonly FlagsSaid[]; words: QueueWords }) {
  return (
    <span className="flex flex-col items-start gap-1">
      {flags.map(({ tone, says, due, late }) => {
        if (tone === 'soft') return <Soft key={says}>{says}</Soft>;
        const tag = (
          <Tag key={says} tone={tone}>
            {says}
          </Tag>
        );
        if (tone === 'neutral') return tag;
        return (
          <span key={says} className="flex flex-col items-start">
            {tag}
            {due && (
              <span className={late ? 'font-semibold' : 'text-ink-soft'}>
                {filledAt(late ? words.late : words.due, due)}
              </span>
            )}
          </span>
        );
      })}
    </span>
  );
}

/** Initials, for a screen that others may see; the whole name where it was asked for. */
function Who({ line: { who }, words }: Shown) {
  if (who === null) return <Soft>{words.noName}</Soft>;
  if ('name' in who) return who.name;
  return (
    <span className="flex flex-col items-start gap-x-3 xl:flex-row xl:items-baseline">
      <span className="min-w-[2em] tracking-wide">{who.initials}</span>
      <a
        href={who.shows}
        aria-label={filled(words.showNameOf, 'initials', who.initials)}
        className="text-[0.9em]"
      >
        {words.showName}
      </a>
    </span>
  );
}

function Done({ line: { done }, words }: Shown) {
  return (
    <span className="whitespace-nowrap">
      {filled(words.sections, 'sections', String(done.sections))}
      <span className="block text-ink-soft">{words.documents[done.documents]}</span>
    </span>
  );
}

function Meeting({ line: { meeting }, words }: Shown) {
  if (meeting === null) return <Soft>{words.none}</Soft>;
  if ('due' in meeting)
    return (
      <>
        <Tag tone="amber">{words.timeWanted}</Tag>
        <span className="block text-ink-soft">{filledAt(words.timeDue, meeting.due)}</span>
      </>
    );
  return (
    <>
      <InstantSaid instant={meeting.at} />
      <span className="block text-ink-soft">{filled(words.with, 'name', meeting.with)}</span>
    </>
  );
}

const Age = ({ since: { at, says } }: { since: Instant }) => (
  <time dateTime={at} className="whitespace-nowrap">
    {says}
  </time>
);

const filled = (words: string, place: string, says: string) => words.split(`{${place}}`).join(says);

function filledAt(words: string, at: Instant): ReactNode {
  const [before, after] = words.split('{when}');
  return (
    <>
      {before}
      <InstantSaid instant={at} />
      {after}
    </>
  );
}
