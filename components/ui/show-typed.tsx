// Lets somebody see the PIN they type, once they know that nobody looks on. Only where scripts run: it is the browser that shows it.
'use client';
import { useEffect, useRef, useState } from 'react';
import { Button } from './button';

/** `fields`: ids of the boxes, in the same form. What is sent is hidden again first, so that no browser keeps it as a plain text. */
export function ShowTyped({
  fields,
  words,
}: {
  fields: readonly string[];
  words: { show: string; hide: string };
}) {
  const place = useRef<HTMLDivElement>(null);
  const [runs, setRuns] = useState(false);
  const [shown, setShown] = useState(false);

  useEffect(() => {
    setRuns(true);
    const form = place.current?.closest('form');
    const hide = () => show(fields, false);
    form?.addEventListener('submit', hide);
    return () => form?.removeEventListener('submit', hide);
  }, [fields]);

  function toggle() {
    show(fields, !shown);
    setShown(!shown);
  }

  return (
    <div ref={place} className="-ms-[1.25em] min-h-(--target)">
      {runs && (
        <Button type="button" kind="quiet" onClick={toggle}>
          {shown ? words.hide : words.show}
        </Button>
      )}
    </div>
  );
}

function show(fields: readonly string[], shown: boolean) {
  for (const id of fields) {
    const box = document.getElementById(id);
    if (box instanceof HTMLInputElement) box.type = shown ? 'text' : 'password';
  }
}
