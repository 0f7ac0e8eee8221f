// Where an appointment stands, as a short state; one that began and was not marked asks for it.
import { useTranslations } from 'next-intl';
import { Tag, type Tone } from './ui/tag';

type Standing = 'booked' | 'attended' | 'missed' | 'cancelled' | 'unmarked';

const tones: Record<Standing, Tone> = {
  booked: 'active',
  attended: 'done',
  missed: 'neutral',
  cancelled: 'locked',
  unmarked: 'amber',
};

export function AppointmentStatus({ status, unmarked }: { status: Standing; unmarked?: boolean }) {
  const t = useTranslations('calendar.status');
  const standing = unmarked ? 'unmarked' : status;
  return <Tag tone={tones[standing]}>{t(standing)}</Tag>;
}
