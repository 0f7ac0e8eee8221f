// How a recovery's state is marked, beside its words.
import type { Tone } from '@/components/ui/tag';
import type { RecoveryState } from '@/lib/review/recovery';

export const STATE_TONES: Record<RecoveryState, Tone> = {
  stopped: 'red',
  asked: 'amber',
  waiting: 'active',
  done: 'done',
  settled: 'neutral',
  cancelled: 'neutral',
  failed: 'neutral',
  'run-out': 'neutral',
};
