/** Property tests run for every mutant that they reach: a few runs each are enough to notice it, and keep the whole affordable. */
import fc from 'fast-check';

fc.configureGlobal({ numRuns: 10 });
