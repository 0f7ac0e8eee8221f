// Before somebody goes on without words they typed and never saved: which they are, and where each can still be kept.
import { useTranslations } from 'next-intl';
import { Button, ButtonLink, ButtonRow } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { CameFrom } from '@/lib/forms/came-from';
import { pathFrom } from '@/lib/forms/came-from';
import type { AnswerToCheck, SectionToCheck } from '@/lib/forms/sections-to-check';

/** The field that carries each question they were asked about, and its place on the page. */
export const LEAVES = 'leaves';
export const UNSAVED = 'unsaved-words';

export const unsavedIn = (answers: readonly AnswerToCheck[]): AnswerToCheck[] =>
  answers.filter(({ unsaved }) => unsaved);

type Shown = {
  sections: readonly Pick<SectionToCheck, 'number' | 'answers'>[];
  /** The page these words stand on, to come back to. */
  from?: CameFrom | null;
  /** What its button says that goes on without them. */
  without: string;
};

/** Stands inside the form, in place of its buttons. The way to keep them comes first, and nothing here loses them. */
export function UnsavedWords({ sections, from = null, without }: Shown) {
  const t = useTranslations('forms.unsavedWords');
  const words = sections.flatMap(({ number, answers }) =>
    unsavedIn(answers).map(({ question, page }) => ({
      ...{ id: question.id, name: question.short },
      href: pathFrom(`/forms/${number}/${page ?? '1'}`, from),
    })),
  );
  const [first] = words;
  if (!first) return null;
  return (
    <div id={UNSAVED} tabIndex={-1}>
      {words.map(({ id }) => (
        <input key={id} type="hidden" name={LEAVES} value={id} />
      ))}
      <Notice kind="info" title={t('title')}>
        <p>{t('says')}</p>
        <ul>
          {words.map(({ id, name, href }) => (
            <li key={id}>
              <a href={href}>{name}</a>
            </li>
          ))}
        </ul>
      </Notice>
      <ButtonRow>
        <ButtonLink href={first.href}>{t('open')}</ButtonLink>
        <Button kind="secondary">{without}</Button>
      </ButtonRow>
    </div>
  );
}
