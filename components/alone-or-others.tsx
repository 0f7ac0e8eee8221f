// In the browser: a choice that stands alone, such as "None of these", and the others clear each other, so that both can't be sent by mistake.
'use client';
import { useEffect, useRef } from 'react';

/** Stands inside the form. `alone`: the values of the boxes called `name` that go with no other. What is written stays as it is. */
export function AloneOrOthers({ name, alone }: { name: string; alone: readonly string[] }) {
  const place = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    const form = place.current?.closest('form');
    const clear = ({ target }: Event) => {
      if (!(target instanceof HTMLInputElement) || target.name !== name || !target.checked) return;
      for (const box of document.getElementsByName(name) as NodeListOf<HTMLInputElement>)
        if (box !== target && (alone.includes(target.value) || alone.includes(box.value)))
          box.checked = false;
    };
    form?.addEventListener('change', clear);
    return () => form?.removeEventListener('change', clear);
  }, [name, alone]);

  return <span ref={place} hidden />;
}
