// The parts that are read or pressed.
import { BackLink } from '@/components/ui/back-link';
import { Bullets } from '@/components/ui/bullets';
import { Button, ButtonLink, ButtonRow } from '@/components/ui/button';
import { Caption } from '@/components/ui/caption';
import { Chevron } from '@/components/ui/chevron';
import { Details } from '@/components/ui/details';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Notice } from '@/components/ui/notice';
import { Prose } from '@/components/ui/prose';
import { SummaryList } from '@/components/ui/summary-list';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import type { Samples } from './field-samples';

const words = 'A few made-up words, set as people read them here, with lines of sixty to seventy characters.';

export const textSamples: Samples = {
  'error-summary': () => (
    <ErrorSummary
      errors={[
        { href: '#client-t3', message: 'Enter the eight digits from the mail' },
        { href: '#client-r2', message: 'Choose one' },
      ]}
    />
  ),
  button: () => (
    <ButtonRow>
      <Button type="button">Next</Button>
      <Button type="button" kind="secondary">
        Something else
      </Button>
      <Button type="button" kind="danger">
        For good
      </Button>
      <Button type="button" kind="quiet">
        Later
      </Button>
      <ButtonLink href="#main" kind="secondary">
        A link
      </ButtonLink>
    </ButtonRow>
  ),
  'back-link': () => <BackLink href="#main">Back</BackLink>,
  caption: () => <Caption>Section 3, question 2 of 8</Caption>,
  chevron: () => <Chevron />,
  notice: (side) => (
    <>
      <Notice kind="info" title={`To know (${side})`}>
        <p>{words}</p>
      </Notice>
      <Notice kind="quiet" title="In passing">
        <p>{words}</p>
      </Notice>
      <Notice kind="urgent" title="Urgent">
        <p>{words}</p>
      </Notice>
    </>
  ),
  details: () => (
    <>
      <Details summary="Why we ask">
        <p>{words}</p>
      </Details>
      <Details summary="Why we ask, open" open>
        <p>{words}</p>
      </Details>
    </>
  ),
  prose: () => (
    <Prose>
      <p>{words}</p>
      <ul>
        <li>a point</li>
        <li>another point</li>
      </ul>
      <blockquote>{words}</blockquote>
    </Prose>
  ),
  bullets: () => <Bullets items={['a point', 'another point', words]} />,
  'summary-list': () => (
    <SummaryList
      rows={[
        {
          label: 'Name to use',
          value: 'Ash Example (made up)',
          change: { href: '#main', hidden: 'your name' },
        },
        { label: 'Legal name', value: <span className="text-ink-soft">Not provided</span> },
      ]}
    />
  ),
  table: (side) => (
    <>
      <Table
        caption={`What each service costs (${side})`}
        head={['Service', 'Length', 'Fee']}
        numeric={[1, 2]}
        rows={[
          ['First session', '50 minutes', '$180.00'],
          ['Session', '50 minutes', '$160.00'],
        ]}
      />
      <Table
        caption={`Who waits (${side})`}
        head={['Who', 'Since', 'How they come', 'Assigned to']}
        rows={[
          ['AE', 'Tue 24 Nov 2026, 10:00', 'By video', 'Sasha Sample (made up)'],
          ['BP', 'Wed 25 Nov 2026, 09:00', 'In person', 'Nobody'],
        ]}
      />
    </>
  ),
  tag: () => (
    <p className="flex flex-wrap gap-3">
      <Tag tone="done">Completed</Tag>
      <Tag tone="active">In progress</Tag>
      <Tag tone="todo">Not yet started</Tag>
      <Tag tone="locked">Cannot start yet</Tag>
      <Tag tone="neutral">Closed</Tag>
      <Tag tone="amber">Amber</Tag>
      <Tag tone="red">Red</Tag>
    </p>
  ),
};
