// Fast-check, which tries the same cases in every run: what it finds is there for everybody. FOYER_TEST_SEED tries others.
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.FOYER_TEST_SEED || 20261129) });

export default fc;
