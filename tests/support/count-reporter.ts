// Counts the tests for the closing line of `npm test`, and leaves the numbers in the file that it names.
import { writeFileSync } from 'node:fs';
import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';

export default class CountReporter implements Reporter {
  private readonly tests = new Map<string, TestCase>();

  onTestEnd(test: TestCase, _result: TestResult) {
    this.tests.set(test.id, test);
  }

  /** A test that was to run and didn't counts as failed, and so does a run that broke off. */
  onEnd(result: FullResult) {
    const file = process.env.FOYER_TEST_COUNTS;
    if (!file) return;
    const passed = [...this.tests.values()].filter(
      (test) => test.outcome() === 'expected' && test.expectedStatus === 'passed',
    ).length;
    const wrong = [...this.tests.values()].filter((test) => test.outcome() !== 'expected').length;
    const failed = wrong === 0 && result.status !== 'passed' ? 1 : wrong;
    writeFileSync(file, JSON.stringify({ passed, failed }));
  }

  printsToStdio() {
    return false;
  }
}
