// The bar at the top of every page: who this is, urgent help, and the way out, always in the same place.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Bar } from './bar';

export function PageBar({ home, children }: { home: string; children?: ReactNode }) {
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
    <Bar home={home} words={words}>
      {children}
    </Bar>
  );
}
