// The chapter's questions, each with room for a few words; kept only when asked, and never needed.
import { useTranslations } from 'next-intl';
import { Button, ButtonRow } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TextArea } from '@/components/ui/text-area';
import type { FormDraft } from '@/lib/accounts/form-draft';
import type { Chapter } from '@/lib/guide/chapter';
import type { MyGuide } from '@/lib/guide/my-guide';
import { baseField, type Kept, LONGEST_REFLECTION, stampOf, textField } from '@/lib/guide/reflection';
import { REFLECTION_FORM } from './choice';
import type { Reader } from './load-chapter';
import { ASKED, WAY, WAY_WITHOUT } from './ways-on';
import { sayError } from './words';

type Given = {
  chapter: Chapter;
  reader: Reader;
  mine: MyGuide;
  /** Where they were going, while something typed is not kept and they have yet to say what is to become of it. */
  going: string | null;
  /** Keep was pressed, and there was nothing to keep. */
  nothing: boolean;
};

export function ReflectionPart(given: Given) {
  const { chapter, reader } = given;
  const t = useTranslations('guide');
  return (
    <section
      id="think"
      aria-labelledby="think-heading"
      className="flex max-w-line scroll-mt-28 flex-col gap-3 self-start border-s-4 border-dusk ps-5"
    >
      <h2 id="think-heading" className="text-h3">
        {t('reflection')}
      </h2>
      {reader === 'staff' ? (
        chapter.reflection.map(({ id, asks }) => (
          <p key={id} className="font-semibold">
            {asks}
          </p>
        ))
      ) : (
        <ReflectionForm {...given} />
      )}
    </section>
  );
}

function ReflectionForm({ chapter, reader, mine, going, nothing }: Given) {
  const t = useTranslations('guide');
  const keptHere = chapter.reflection.some(({ id }) => mine.kept.has(id));
  return (
    <form
      id={REFLECTION_FORM}
      method="post"
      action={`/guide/${chapter.slug}/keep`}
      noValidate
      className="flex flex-col gap-5"
    >
      <input type="hidden" name="for" value={reader} />
      {/* What Enter presses is a form's first button: it must never be one that takes something away. */}
      <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only">
        {t('keep')}
      </button>
      {chapter.reflection.map(({ id, asks }) => (
        <Box key={id} id={id} asks={asks} reader={reader} kept={mine.kept.get(id)} draft={mine.draft} />
      ))}
      {going ? (
        <KeepOrLeave chapter={chapter} reader={reader} going={going} />
      ) : (
        <div className="no-print">
          <Button kind="secondary">{t('keep')}</Button>
          {nothing && !keptHere && !mine.draft && (
            <p role="status" className="mt-2 font-semibold">
              {t('nothingYet')}
            </p>
          )}
        </div>
      )}
      <p className="text-small text-ink-soft">
        {t(reader === 'client' ? 'note.client' : 'note.visitor')}{' '}
        {reader === 'client' && mine.kept.size > 0 && <a href="/home/reflections">{t('note.all')}</a>}
      </p>
    </form>
  );
}

/** Nothing typed is lost on the way on, and nothing is kept unasked. */
function KeepOrLeave({ chapter, reader, going }: Pick<Given, 'chapter' | 'reader'> & { going: string }) {
  const t = useTranslations('guide.asks');
  return (
    <div id={ASKED} tabIndex={-1} className="no-print scroll-mt-28">
      <Notice kind="info" title={t('title')}>
        <p>{t(reader === 'client' ? 'client' : 'visitor')}</p>
        <ButtonRow>
          <Button name={WAY} value={going}>
            {t('keep')}
          </Button>
          <Button
            kind="secondary"
            formAction={`/guide/${chapter.slug}/read`}
            name={WAY_WITHOUT}
            value={going}
          >
            {t('without')}
          </Button>
        </ButtonRow>
      </Notice>
    </div>
  );
}

type BoxProps = { id: string; asks: string; reader: Reader; kept: Kept | undefined; draft: FormDraft | null };

function Box({ id, asks, reader, kept, draft }: BoxProps) {
  const t = useTranslations('guide');
  const typed = draft?.values[textField(id)]?.[0];
  const fault = draft?.errors.find(({ field }) => field === textField(id));
  // What the writer had before them when they typed, not what is there by now.
  const base = draft?.values[baseField(id)]?.[0] ?? stampOf(kept);
  return (
    <div className="flex flex-col gap-1">
      <input type="hidden" name={baseField(id)} value={base} />
      <TextArea
        name={textField(id)}
        label={asks}
        error={fault && sayError(t, fault)}
        defaultValue={typed ?? kept?.text}
        rows={4}
        maxLength={LONGEST_REFLECTION}
      />
      <State reader={reader} kept={kept} unsaved={typed !== undefined && typed !== (kept?.text ?? '')} />
      {kept && (
        <div className="no-print -ms-[1.25em]">
          <Button kind="quiet" name="remove" value={id}>
            {t('remove')}
            <span className="sr-only"> {t('removeHidden', { question: asks })}</span>
          </Button>
        </div>
      )}
    </div>
  );
}

/** What has become of it, in words. */
function State({ reader, kept, unsaved }: { reader: Reader; kept: Kept | undefined; unsaved: boolean }) {
  const t = useTranslations('guide.state');
  if (!kept && !unsaved) return null;
  const where = kept?.sharedAt ? 'shared' : reader === 'client' ? 'own' : 'browser';
  return (
    <p className="font-semibold">
      {unsaved && t('unsaved')} {kept && t(where)}
    </p>
  );
}
