// In the browser: asks the device for a passkey, or to use one, and sends its answer as a field of a plain form.
'use client';
import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { Button } from './ui/button';

type Asked =
  | { make: PublicKeyCredentialCreationOptionsJSON; give?: undefined }
  | { give: PublicKeyCredentialRequestOptionsJSON; make?: undefined };

type Words = { submit: string; unsupported: string; waiting: string; failed: string; known: string };

/**
 * `asked`: what the server made for this page; it is good for `goodForMs`, after which the form is sent without an
 * answer, and the page comes back with a new one. `children`: the form's other fields. Until a script runs there is
 * nothing to fill in or press, because without one it could do nothing.
 */
export function PasskeyForm({
  action,
  asked,
  goodForMs,
  words,
  children,
}: {
  action: string;
  asked: Asked;
  goodForMs: number;
  words: Words;
  children?: ReactNode;
}) {
  const [can, setCan] = useState<boolean | null>(null);
  const [said, say] = useState('');
  useEffect(() => setCan(browserSupportsWebAuthn()), []);

  const ask = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    if (performance.now() > goodForMs) return form.submit();
    say(words.waiting);
    try {
      const answer = asked.make
        ? await startRegistration({ optionsJSON: asked.make })
        : await startAuthentication({ optionsJSON: asked.give });
      (form.elements.namedItem('answer') as HTMLInputElement).value = JSON.stringify(answer);
      form.submit();
    } catch (error) {
      say(error instanceof Error && error.name === 'InvalidStateError' ? words.known : words.failed);
    }
  };

  return (
    <form method="post" action={action} noValidate onSubmit={ask} className="flex flex-col items-start gap-6">
      <input type="hidden" name="answer" />
      {can && (
        <>
          {children}
          <Button>{words.submit}</Button>
        </>
      )}
      {can === false && <p>{words.unsupported}</p>}
      <p role="status" className={said ? 'max-w-line' : 'sr-only'}>
        {said}
      </p>
    </form>
  );
}
