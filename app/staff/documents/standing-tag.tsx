// Where a client stands with a document, as a short state.
import { useTranslations } from 'next-intl';
import { Tag, type Tone } from '@/components/ui/tag';
import type { Standing } from '@/lib/documents/standing';

const TONES: Record<Standing, Tone> = {
  unsigned: 'todo',
  holds: 'done',
  'holds-with-notice': 'done',
  'again-before-session': 'amber',
  'again-first': 'amber',
  withdrawn: 'neutral',
};

export function StandingTag({ standing }: { standing: Standing }) {
  const t = useTranslations('staffDocuments.standing');
  return <Tag tone={TONES[standing]}>{t(standing)}</Tag>;
}
