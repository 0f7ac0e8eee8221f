// The words of a document in boxes to write in; what nobody may change stands between them, as it will be read.
import { useTranslations } from 'next-intl';
import { DocumentMarkdown } from '@/components/document-markdown';
import { Button, ButtonRow } from '@/components/ui/button';
import { Details } from '@/components/ui/details';
import { Table } from '@/components/ui/table';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { effectOf } from '@/lib/documents/box-effects';
import { CLINIC_FACTS } from '@/lib/documents/clinic-facts';
import { hasClause, wholeText, wordsOfBox } from '@/lib/documents/edited-text';
import { isLockedBox, LOCKED_CLAUSE } from '@/lib/documents/locked-clause';
import { LONGEST } from '@/lib/documents/text-faults';
import { draftPage } from '../../addresses';
import type { SaidError } from '../errors';
import type { LoadedDraft } from './load-draft';

type Props = { loaded: LoadedDraft; errors: readonly SaidError[] };

export function DraftForm({ loaded, errors }: Props) {
  const t = useTranslations('staffDocuments.draft');
  const { slug, draft, current, fields } = loaded;
  const field = (name: string) => ({
    name,
    error: errors.find((error) => error.field === name)?.message,
    defaultValue: fields[name] ?? '',
  });
  return (
    <form method="post" action={`${draftPage(slug)}/save`} noValidate className="flex min-w-0 flex-col gap-5">
      <input type="hidden" name="base" value={current.version} />
      <input type="hidden" name="revision" value={draft?.revision ?? 0} />
      <TextField {...field('title')} label={t('fields.title')} autoComplete="off" />
      <TextField
        {...field('browser-title')}
        label={t('fields.browserTitle')}
        hint={t('fields.browserTitleHint')}
        autoComplete="off"
        size="medium"
      />
      <TextArea {...field('summary')} label={t('fields.summary')} hint={t('fields.summaryHint')} rows={8} />
      <TextArea
        {...field('body')}
        label={t(hasClause(slug) ? 'fields.above' : 'fields.body')}
        hint={t('fields.bodyHint')}
        rows={hasClause(slug) ? 14 : 28}
        maxLength={LONGEST.body}
      />
      {hasClause(slug) && (
        <>
          <FixedPart />
          <TextArea {...field('body-after')} label={t('fields.below')} rows={24} maxLength={LONGEST.body} />
        </>
      )}
      <Gaps facts={loaded.facts} />
      <Boxes loaded={loaded} field={field} />
      <ButtonRow>
        <Button name="intent" value="save">
          {t('save')}
        </Button>
        <Button kind="secondary" name="intent" value="preview">
          {t('preview')}
        </Button>
      </ButtonRow>
    </form>
  );
}

function FixedPart() {
  const t = useTranslations('staffDocuments.draft');
  return (
    <section
      aria-labelledby="fixed"
      className="max-w-line rounded-soft border-2 border-dashed border-control bg-sunk px-4 py-3"
    >
      <p id="fixed" className="font-semibold">
        {t('fixed')}
      </p>
      <p className="text-ink-soft">{t('fixedLead')}</p>
      <div className="prose mt-3">
        <DocumentMarkdown text={LOCKED_CLAUSE} />
      </div>
    </section>
  );
}

type FieldOf = (name: string) => { name: string; error: string | undefined; defaultValue: string };

function Boxes({ loaded: { slug, text }, field }: { loaded: LoadedDraft; field: FieldOf }) {
  const t = useTranslations('staffDocuments.draft');
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      <legend className="mb-2 font-semibold">{t('fields.boxes')}</legend>
      <p className="max-w-line text-ink-soft">{t('fields.boxesLead')}</p>
      {wholeText(slug, text).boxes.map(({ id, label, mayStayEmpty }, at) =>
        isLockedBox(slug, id) ? (
          <p
            key={id}
            className="max-w-line rounded-soft border-2 border-dashed border-control bg-sunk px-4 py-3"
          >
            <span className="block font-semibold">{t('fixedBox')}</span>
            {label}
          </p>
        ) : (
          <TextArea
            key={id}
            {...field(wordsOfBox(id))}
            label={t(mayStayEmpty ? 'fields.boxOptional' : 'fields.box', {
              number: at + 1,
              effect: t(`fields.effect.${effectOf(id)}`),
            })}
            rows={2}
          />
        ),
      )}
    </fieldset>
  );
}

function Gaps({ facts }: { facts: LoadedDraft['facts'] }) {
  const t = useTranslations('staffDocuments.draft');
  return (
    <Details summary={t('gaps')}>
      <p>{t('gapsLead')}</p>
      <Table
        caption={t('gapsTable')}
        captionHidden
        head={[t('gap'), t('fact')]}
        rows={CLINIC_FACTS.map((fact) => [
          <code key="gap">{`{{${fact}}}`}</code>,
          <span key="fact" className="whitespace-pre-line wrap-anywhere">
            {facts[fact] || <span className="text-ink-soft">{t('emptyFact')}</span>}
          </span>,
        ])}
      />
    </Details>
  );
}
