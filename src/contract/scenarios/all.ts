/** Every scenario, in the order in which a run tries them. */
import { cardCanaries } from './card-canaries.ts';
import { clientTokensIsolated } from './client-tokens-isolated.ts';
import { clientsIsolated } from './clients-isolated.ts';
import { concurrentCreates } from './concurrent-creates.ts';
import { createReadAgree } from './create-read-agree.ts';
import { deleteMeansGone } from './delete-means-gone.ts';
import { deletedTokenUnusable } from './deleted-token-unusable.ts';
import { idsDistinct } from './ids-distinct.ts';
import { instrumentDeletedAlone } from './instrument-deleted-alone.ts';
import { instrumentsGoWithCustomer } from './instruments-go-with-customer.ts';
import { instrumentsIsolated } from './instruments-isolated.ts';
import { instrumentsListed } from './instruments-listed.ts';
import { listComplete } from './list-complete.ts';
import { paymentsAnswered } from './payments-answered.ts';
import { readsAreSafe } from './reads-are-safe.ts';
import { refusedLeavesNoTrace } from './refused-leaves-no-trace.ts';
import type { Scenario } from './scenario.ts';
import { textSurvives } from './text-survives.ts';
import { unknownTokenRefused } from './unknown-token-refused.ts';
import { updatePartial } from './update-partial.ts';
import { updateRepeated } from './update-repeated.ts';
import { updateVisible } from './update-visible.ts';

export const scenarios: readonly Scenario[] = [
  createReadAgree,
  listComplete,
  idsDistinct,
  readsAreSafe,
  textSurvives,
  updateVisible,
  updateRepeated,
  updatePartial,
  deleteMeansGone,
  refusedLeavesNoTrace,
  concurrentCreates,
  instrumentsListed,
  instrumentsIsolated,
  instrumentDeletedAlone,
  instrumentsGoWithCustomer,
  paymentsAnswered,
  deletedTokenUnusable,
  unknownTokenRefused,
  clientsIsolated,
  clientTokensIsolated,
  cardCanaries,
];
