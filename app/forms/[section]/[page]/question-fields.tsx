// A question as fields: the same for every kind of question, with its heading, its hint, its error and what was typed.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { AloneOrOthers } from '@/components/alone-or-others';
import { Checkbox, Checkboxes, Radios } from '@/components/ui/choices';
import { DateField } from '@/components/ui/date-field';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { inPersonName, nameOf, ownWordsName } from '@/lib/forms/field-names';
import {
  type Field,
  type Input,
  type OwnWords,
  type Question,
  RATHER_IN_PERSON,
  SAYS_NO,
} from '@/lib/forms/question';

type Shown = {
  values: Record<string, string[]>;
  /** What to do, by field name. */
  errors: ReadonlyMap<string, string>;
};

/** `heading`: its title is the page's heading. */
export function QuestionFields({
  question,
  title,
  heading,
  ...shown
}: Shown & { question: Question; title: ReactNode; heading: boolean }) {
  const t = useTranslations('forms');
  const { id, input, hint } = question;
  const rather = inPersonName(question);
  if (input.kind === 'group') {
    return <Group question={question} title={title} heading={heading} fields={input.fields} {...shown} />;
  }
  return (
    <>
      <OneField
        name={id}
        input={input}
        label={title}
        hint={hint}
        asHeading={heading}
        mayStayEmpty={false}
        saysNo={question.maySayNo ? t('saysNo') : undefined}
        inPerson={question.inPerson ? t('inPerson') : undefined}
        {...shown}
      />
      {question.inPerson && input.kind !== 'radios' && (
        <Checkbox
          name={rather}
          value="yes"
          label={t('inPerson')}
          defaultChecked={shown.values[rather]?.includes('yes')}
        />
      )}
    </>
  );
}

function Group({
  question,
  title,
  heading,
  fields,
  ...shown
}: Shown & { question: Question; title: ReactNode; heading: boolean; fields: readonly Field[] }) {
  const Title = heading ? 'h1' : 'h2';
  return (
    <fieldset className="flex flex-col gap-5" aria-describedby={question.hint && `${question.id}-hint`}>
      <legend className="mb-2">
        <Title>{title}</Title>
      </legend>
      {question.hint && (
        <p id={`${question.id}-hint`} className="max-w-line text-ink-soft">
          {question.hint}
        </p>
      )}
      {fields.map((field) => (
        <OneField
          key={field.id}
          name={nameOf(question, field)}
          input={field}
          label={field.label}
          hint={field.hint}
          asHeading={false}
          mayStayEmpty={field.mayStayEmpty === true}
          {...shown}
        />
      ))}
    </fieldset>
  );
}

type One = Shown & {
  name: string;
  input: Input;
  label: ReactNode;
  hint?: string;
  asHeading: boolean;
  mayStayEmpty: boolean;
  /** The words of "Prefer not to say", where it is offered. */
  saysNo?: string;
  /** The words of "I'd rather talk about this in person", where it is one of the choices. */
  inPerson?: string;
};

function OneField(one: One) {
  const { name, input, label, hint, asHeading, mayStayEmpty, saysNo, inPerson, values, errors } = one;
  const t = useTranslations('forms');
  const error = errors.get(name);
  const given = values[name] ?? [];
  const [first] = given;
  const no = saysNo ? [{ value: SAYS_NO, label: saysNo }] : [];
  switch (input.kind) {
    case 'text':
      return (
        <TextField
          {...{ name, label, hint, error }}
          labelAsHeading={asHeading}
          defaultValue={first}
          optional={mayStayEmpty}
          autoComplete={input.autocomplete}
          inputMode={input.inputMode}
          type={input.looksLike === 'phone' ? 'tel' : 'text'}
          size={input.size}
          spellCheck={input.autocomplete ? false : undefined}
        />
      );
    case 'long-text':
      return (
        <TextArea
          {...{ name, label, hint, error }}
          labelAsHeading={asHeading}
          defaultValue={first}
          rows={input.rows}
          maxLength={input.most}
        />
      );
    case 'date': {
      const part = (which: string) => values[`${name}-${which}`]?.[0];
      return (
        <DateField
          {...{ name, hint, error }}
          legend={label}
          legendAsHeading={asHeading}
          birthday={input.birthday}
          values={{ day: part('day'), month: part('month'), year: part('year') }}
        />
      );
    }
    case 'select':
      return (
        <Select
          {...{ name, label, hint, error }}
          labelAsHeading={asHeading}
          value={first ?? ''}
          autoComplete={input.autocomplete}
          options={[{ value: '', label: t('choose') }, ...input.options]}
        />
      );
    case 'radios': {
      const rather = inPerson ? [{ value: RATHER_IN_PERSON, label: inPerson }] : [];
      const own = ownWordsName(name);
      return (
        <>
          <Radios
            {...{ name, hint, error }}
            legend={label}
            legendAsHeading={asHeading}
            value={first}
            options={[...input.options, ...rather, ...no]}
          />
          {input.ownWords && <OwnWordsLine name={own} words={input.ownWords} {...{ values, errors }} />}
        </>
      );
    }
    case 'checkboxes': {
      const own = ownWordsName(name);
      const alone = [...input.options.filter((option) => option.alone), ...no].map(({ value }) => value);
      return (
        <>
          {alone.length > 0 && <AloneOrOthers name={name} alone={alone} />}
          <Checkboxes
            {...{ name, hint, error }}
            legend={label}
            legendAsHeading={asHeading}
            values={given}
            options={[...input.options, ...no]}
          />
          {input.ownWords && <OwnWordsLine name={own} words={input.ownWords} {...{ values, errors }} />}
        </>
      );
    }
  }
}

function OwnWordsLine({ name, words, values, errors }: Shown & { name: string; words: OwnWords }) {
  return (
    <TextField
      name={name}
      label={words.label}
      error={errors.get(name)}
      defaultValue={values[name]?.[0]}
      size="medium"
    />
  );
}
