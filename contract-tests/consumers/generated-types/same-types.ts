/** Types that are generated here and types that the package ships are one another's: a project may change its mind. */
import type { paths as shipped } from 'plexo-customers/types';
import type { paths as own } from './plexo.js';

type Same<A, B> = [A, B] extends [B, A] ? true : never;

export const same: Same<own, shipped> = true;
