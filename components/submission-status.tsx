// Where a submission stands, as a short state.
import { useTranslations } from 'next-intl';
import type { Status } from '@/lib/review/status';
import { Tag, type Tone } from './ui/tag';

const tones: Record<Status, Tone> = {
  draft: 'locked',
  submitted: 'todo',
  'in-review': 'active',
  'information-wanted': 'locked',
  accepted: 'done',
  assigned: 'done',
  declined: 'neutral',
  closed: 'neutral',
};

export const toneOf = (status: Status): Tone => tones[status];

export function SubmissionStatus({ status }: { status: Status }) {
  const t = useTranslations('staff');
  return <Tag tone={toneOf(status)}>{t(`status.${status}`)}</Tag>;
}
