// The parts that are filled in, each empty, filled, and to be corrected.
import type { ReactNode } from 'react';
import { Checkbox, Checkboxes, Radios } from '@/components/ui/choices';
import { DateField } from '@/components/ui/date-field';
import { FieldError, Hint, Label } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { ShowTyped } from '@/components/ui/show-typed';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';

export type Side = 'client' | 'staff';
export type Samples = Record<string, (side: Side) => ReactNode>;

const options = [
  { value: 'one', label: 'The first' },
  { value: 'two', label: 'The second', hint: 'With a word about it' },
  { value: 'three', label: 'One whose words are so long that they take a second line on a narrow screen' },
];

export const fieldSamples: Samples = {
  'text-field': (side) => (
    <>
      <TextField
        name={`${side}-t1`}
        label="Name to use"
        hint="It need not be your legal name."
        size="medium"
      />
      <TextField name={`${side}-t2`} label="Phone" optional defaultValue="+44 20 7946 0018" size="medium" />
      <TextField
        name={`${side}-t3`}
        label="Eight-digit code"
        error="Enter the eight digits from the mail"
        defaultValue="12345"
        size="short"
      />
    </>
  ),
  'show-typed': (side) => (
    <>
      <TextField name={`${side}-p1`} label="PIN" type="password" defaultValue="604917" size="short" />
      <ShowTyped fields={[`${side}-p1`]} words={{ show: 'Show what I type', hide: 'Hide what I type' }} />
    </>
  ),
  'text-area': (side) => (
    <>
      <TextArea name={`${side}-a1`} label="In your own words" optional maxLength={2000} rows={4} />
      <TextArea
        name={`${side}-a2`}
        label="In your own words"
        error="Shorten this to 2,000 characters. It has 2,113"
        defaultValue="More than fits (made up)."
        rows={3}
      />
    </>
  ),
  select: (side) => (
    <>
      <Select name={`${side}-s1`} label="Country" options={options} value="two" />
      <Select name={`${side}-s2`} label="Country" options={options} error="Choose a country" />
    </>
  ),
  choices: (side) => (
    <>
      <Radios name={`${side}-r1`} legend="One of several" options={options} value="two" />
      <Radios name={`${side}-r2`} legend="One of several" options={options} error="Choose one" />
      <Checkboxes name={`${side}-c1`} legend="Any of several" options={options} values={['one', 'three']} />
      <Checkbox name={`${side}-c2`} value="yes" label="I have read this" />
      <Checkbox
        name={`${side}-c3`}
        value="yes"
        label="I have read this"
        error="Tick this when you have read it"
      />
    </>
  ),
  'date-field': (side) => (
    <>
      <DateField name={`${side}-d1`} legend="Date of birth" hint="For example, 27 3 1985" />
      <DateField
        name={`${side}-d2`}
        legend="Date of birth"
        error="Enter a month from 1 to 12"
        values={{ day: '27', month: '13', year: '1985' }}
      />
    </>
  ),
  field: (side) => (
    <div className="flex flex-col gap-2">
      <Label name={`${side}-f1`} optional>
        A label on its own
      </Label>
      <Hint name={`${side}-f1`}>A hint.</Hint>
      <FieldError name={`${side}-f1`}>What to do about it</FieldError>
      <input id={`${side}-f1`} className="max-w-line rounded-soft border border-control bg-surface p-2" />
    </div>
  ),
};
