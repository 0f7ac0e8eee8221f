// The boxes nobody ticked beforehand, the name, and one button.

import { useTranslations } from 'next-intl';
import { MadeFor } from '@/components/made-for';
import { Button, ButtonLink, ButtonRow } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/choices';
import { TextField } from '@/components/ui/text-field';
import type { FormDraft } from '@/lib/accounts/form-draft';
import { boxField } from '@/lib/documents/may-sign';
import type { DocumentParts } from '@/lib/documents/published-text';
import { signingErrors } from './signing-errors';

type Props = {
  slug: string;
  parts: DocumentParts;
  sha256: string;
  round: number;
  accountId: string;
  draft: FormDraft | null;
};

export function SignForm({ slug, parts, sha256, round, accountId, draft }: Props) {
  const t = useTranslations('documents');
  const errors = signingErrors(t, parts, draft?.errors ?? []);
  const errorOf = (field: string) => errors.find(({ href }) => href === `#${field}`)?.message;
  const typed = (field: string) => draft?.values[field]?.[0] ?? '';
  // A tick belongs to the text it was made under: under another text it is made again.
  const sameText = typed('sha256') === sha256 && typed('round') === String(round);
  return (
    <section aria-labelledby="sign">
      <h2 id="sign">{t(`act.${parts.kind}`)}</h2>
      <form method="post" action={`/documents/${slug}/sign`} noValidate>
        <MadeFor />
        <input type="hidden" name="sha256" value={sha256} />
        <input type="hidden" name="account" value={accountId} />
        <input type="hidden" name="round" value={round} />
        {slug === 'electronic-records' && (
          <>
            <p>
              <a href="/documents/sample">{t('sample.open')}</a>
            </p>
            <TextField
              name="sample-word"
              label={t('sample.label')}
              hint={t('sample.hint')}
              error={errorOf('sample-word')}
              defaultValue={typed('sample-word')}
              autoComplete="off"
              size="short"
              maxLength={40}
              spellCheck={false}
            />
          </>
        )}
        {parts.boxes.every((box) => box.mayStayEmpty) && <p>{t('permissions')}</p>}
        {parts.boxes.map(({ id, label, mayStayEmpty }) => (
          <Checkbox
            key={id}
            name={boxField(id)}
            value="yes"
            label={label}
            error={errorOf(boxField(id))}
            // A permission is given anew each time: none comes back ticked that was not given.
            defaultChecked={sameText && !mayStayEmpty && typed(boxField(id)) === 'yes'}
          />
        ))}
        {parts.kind === 'signature' && (
          <TextField
            name="name"
            label={t('name.label')}
            hint={t('name.hint')}
            error={errorOf('name')}
            defaultValue={typed('name')}
            autoComplete="name"
            size="medium"
            maxLength={200}
            spellCheck={false}
          />
        )}
        <ButtonRow>
          {/* Who withdrew it may sign again, and is not led to. */}
          <Button kind={round > 0 ? 'secondary' : 'primary'}>{t(`submit.${parts.kind}`)}</Button>
          <ButtonLink href="/home" kind="quiet">
            {t('later')}
          </ButtonLink>
        </ButtonRow>
      </form>
    </section>
  );
}
