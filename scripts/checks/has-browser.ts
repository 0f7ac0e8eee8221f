// Succeeds when there is a browser to test with.
import { systemBrowser } from '@/tests/support/browser';

process.exitCode = systemBrowser() === null ? 1 : 0;
