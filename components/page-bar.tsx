// The bar at the top of every page: who this is, urgent help, and the way out, always in the same place.
import { useTranslations } from 'next-intl';
import { Bar, type BarProps } from './bar';

export function PageBar({ home, wide, children }: Omit<BarProps, 'words'>) {
  const t = useTranslations('common');
  const words = {
    shortName: t('shortName'),
    skipToContent: t('skipToContent'),
    urgentHelp: t('urgentHelp'),
    headerLabel: t('header.label'),
    exit: {
      short: t('exit.short'),
      rest: t('exit.rest'),
      skip: t('exit.skip'),
      pressedOnce: t('exit.pressedOnce'),
      pressedTwice: t('exit.pressedTwice'),
      leaving: t('exit.leaving'),
    },
  };
  return (
    <Bar home={home} words={words} wide={wide}>
      {children}
    </Bar>
  );
}
