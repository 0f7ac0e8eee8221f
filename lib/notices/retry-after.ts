// How long a provider asks to be left alone.
import { clock } from '@/lib/env/clock';

/**
 * Milliseconds from now; 0 when the header is absent or says nothing that can be understood. It holds seconds or a date
 * (RFC 9110, 10.2.3).
 */
export function retryAfter(header: string | undefined): number {
  const said = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(said)) return Number(said) * 1000;
  // Only the form in which a date may stand there: much else can be read as one.
  if (!/^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/.test(said)) return 0;
  return Math.max(0, Date.parse(said) - clock.now().getTime()) || 0;
}
