// Opens the browser's own print, where there are scripts: without them the words beside it say how.
'use client';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';

export function PrintButton({ label }: { label: string }) {
  const [works, setWorks] = useState(false);
  useEffect(() => setWorks(true), []);
  if (!works) return null;
  return (
    <Button type="button" onClick={() => window.print()}>
      {label}
    </Button>
  );
}
