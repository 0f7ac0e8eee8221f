// P-03: the policies that every answer carries, whoever asks; nothing is asked of another host.
import type { APIResponse } from '@playwright/test';

const EXPECTED = {
  'cache-control': 'private, no-store',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-robots-tag': 'noindex, nofollow',
};
const policyOf = (answer: APIResponse) => answer.headers()['content-security-policy'] ?? '';

/** What is missing, and what is there and should not be; empty when all is well. */
export function policyFaults(answer: APIResponse): string[] {
  const headers = answer.headers();
  const policy = policyOf(answer);
  const missing = Object.entries(EXPECTED)
    .filter(([name, value]) => !(headers[name] ?? '').includes(value.split(', ').at(-1) ?? value))
    .map(([name]) => `no ${name}`);
  const parts = ["default-src 'none'", "frame-ancestors 'none'", "form-action 'self'"];
  const loose = policy.match(/unsafe-(inline|eval)|https?:|\*/);
  return [
    ...missing,
    ...parts.filter((part) => !policy.includes(part)).map((part) => `no ${part}`),
    ...(loose ? [`the policy allows ${loose[0]}`] : []),
    ...['x-powered-by', 'server'].filter((name) => headers[name] !== undefined),
  ];
}

/** The answer's own; '' where it has none. */
export const nonceOf = (answer: APIResponse): string => policyOf(answer).match(/'nonce-([^']+)'/)?.[1] ?? '';
