// On to the next chapter, or back to the one before. Both are buttons of the chapter's form: what is typed goes along, and is not lost.
import { useTranslations } from 'next-intl';
import { Button, ButtonLink, ButtonRow } from '@/components/ui/button';
import type { Chapter, ChapterSlug } from '@/lib/guide/chapter';
import { REFLECTION_FORM } from './choice';
import type { Reader } from './load-chapter';
import { WAY } from './ways-on';

type Props = {
  here: ChapterSlug;
  previous: Chapter | undefined;
  next: Chapter | undefined;
  reader: Reader;
  kind: 'primary' | 'secondary';
};

export function Neighbours({ here, previous, next, reader, kind }: Props) {
  const t = useTranslations('guide');
  const client = reader === 'client';
  const on = next ? t('next', { title: next.title }) : t(client ? 'home' : 'begin');
  const back = previous ? t('previous', { title: previous.title }) : t(client ? 'home' : 'first');
  const away = { form: REFLECTION_FORM, formAction: `/guide/${here}/read`, name: WAY };
  return (
    <nav aria-label={t('neighbours')} className="pt-4">
      <ButtonRow>
        {reader === 'staff' ? (
          <>
            <ButtonLink href={next ? `/guide/${next.slug}` : '/sign-in'}>{on}</ButtonLink>
            <ButtonLink kind="quiet" href={previous ? `/guide/${previous.slug}` : '/'}>
              {back}
            </ButtonLink>
          </>
        ) : (
          <>
            <Button {...away} kind={kind} value="next">
              {on}
            </Button>
            <Button {...away} kind="quiet" value="previous">
              {back}
            </Button>
          </>
        )}
      </ButtonRow>
    </nav>
  );
}
