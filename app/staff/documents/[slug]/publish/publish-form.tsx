// What kind of change it is, with whom each would ask again, and a fresh code.
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Radios } from '@/components/ui/choices';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import { CHANGE_CLASSES } from '@/lib/documents/publish-document';
import { settings } from '@/lib/env/settings';
import { publishPage } from '../../addresses';
import type { LoadedPublishing } from './load-publishing';

type Props = { loaded: LoadedPublishing; draft: { id: string; revision: number } };

export function PublishForm({ loaded: { slug, said, kept, holders, current }, draft }: Props) {
  const t = useTranslations('staffDocuments.publish');
  const errorOf = (field: string) => said.find((error) => error.field === field)?.message;
  return (
    <form
      method="post"
      action={`${publishPage(slug)}/confirm`}
      noValidate
      className="flex min-w-0 flex-col items-start gap-5"
    >
      <input type="hidden" name="draft" value={draft.id} />
      <input type="hidden" name="revision" value={draft.revision} />
      <Radios
        name="class"
        legend={t('class')}
        error={errorOf('class')}
        value={kept?.values.class?.[0]}
        options={CHANGE_CLASSES.map((each) => ({
          value: each,
          label: t(`kind.${each}.label`),
          hint: t(`kind.${each}.hint`, { count: holders }),
        }))}
      />
      <TextField
        name="code"
        label={t('code')}
        hint={t('codeHint')}
        error={errorOf('code')}
        autoComplete="one-time-code"
        inputMode="numeric"
        size="short"
        spellCheck={false}
      />
      <Button>{t('submit', { version: current.version + 1 })}</Button>
      {settings.mailboxOpen && (
        <Notice kind="quiet">
          <a href="/mailbox">{t('demo')}</a>
        </Notice>
      )}
    </form>
  );
}
