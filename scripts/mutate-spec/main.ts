/**
 * `npm run mutate:spec [-- --write]`: makes every single fault in the contract and counts which gates notice it. With `--write` it writes
 * what it found to generated/docs; without, it fails where that differs.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { KNOWN_CHANGES } from '../../contract-tests/review/known-changes.ts';
import { OWN_RULES } from '../../openapi/rules/own/registry.ts';
import { theContract } from '../generate/the-contract.ts';
import { LEDGER_FILE, loadLedger } from '../ledger/load.ts';
import { testIdsBelow } from '../ledger/test-ids.ts';
import { withChanges } from '../lint/changes.ts';
import { Compatibility } from './compatibility.ts';
import { gatesFor, REVIEW_GATE, reviewOf } from './gates.ts';
import { foreignLinters } from './linters.ts';
import { mutantsOf, OPERATORS } from './mutants.ts';
import { renderScore } from './page.ts';
import { percent, type Score, scoreOf } from './score.ts';
import { LINTERS, survey } from './survey.ts';
import { type Excuse, excuseFor, excuses } from './survivors.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FEWEST_MUTANTS = 3000;
/** The share that must be noticed. It only rises. */
const LEAST_SCORE = 0.98;

async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { write: { type: 'boolean', default: false } } });
  const contract = theContract();
  const mutants = mutantsOf(contract);
  const compatibility = new Compatibility();
  for (const { changes } of KNOWN_CHANGES)
    compatibility.add(reviewOf(contract, withChanges(contract, changes)));
  const gates = gatesFor({
    contract,
    ledger: await loadLedger(`${ROOT}${LEDGER_FILE}`),
    proofs: new Set([
      ...OWN_RULES.map(({ id }) => `rule:${id}`),
      ...(await testIdsBelow(ROOT)).map((id) => `test:${id}`),
    ]),
    onReview: (report) => compatibility.add(report),
  });
  for (const gate of gates) {
    const noticed = gate.id === REVIEW_GATE ? undefined : gate.notice(contract);
    if (noticed !== undefined)
      throw new Error(`the gate ${gate.id} already complains of the contract itself: ${noticed}`);
  }
  const progress = (done: number) => process.stderr.write(`\r${done} of ${mutants.length} mutants`);
  const surveyed = await survey(mutants, gates, foreignLinters, REVIEW_GATE, progress);
  process.stderr.write('\n');
  const ids = gates.map(({ id }) => id).filter((id) => id !== REVIEW_GATE);
  const score = scoreOf(
    surveyed,
    [...ids, LINTERS, REVIEW_GATE],
    OPERATORS.map(({ id }) => id),
  );
  const reasons = excuses();
  const pages = new Map([
    ['generated/docs/spec-mutation.md', renderScore(score, gates, OPERATORS, reasons)],
    ['README.md', withScore(readFileSync(`${ROOT}README.md`, 'utf8'), score)],
    ['generated/docs/compatibility.md', compatibility.render(mutants.length + KNOWN_CHANGES.length)],
  ]);
  const problems = [...problemsOf(score, reasons), ...(values.write ? write(pages) : drift(pages))];
  console.log(
    `${score.made} mutants: ${percent(score.withoutReview, score.made)} noticed without the review, ` +
      `${percent(score.noticed, score.made)} with it; ${score.survivors.length} survive`,
  );
  for (const problem of problems) console.error(problem);
  return problems.length === 0 ? 0 : 1;
}

/** The score stands in the README between two marks. */
function withScore(readme: string, score: Score): string {
  const text =
    `${score.made.toLocaleString('en')} mutants, ${percent(score.withoutReview, score.made)} noticed without the review and ` +
    `${percent(score.noticed, score.made)} with it`;
  return readme.replace(/(<!-- spec-mutation -->)[^<]*(<!-- \/spec-mutation -->)/, `$1${text}$2`);
}

function problemsOf(score: Score, reasons: readonly Excuse[]): readonly string[] {
  const unexplained = score.survivors.filter((mutant) => excuseFor(mutant, reasons) === undefined);
  const used = new Set(score.survivors.map((mutant) => excuseFor(mutant, reasons)));
  const idle = reasons.filter((reason) => !used.has(reason));
  return [
    ...(score.made < FEWEST_MUTANTS
      ? [`only ${score.made} mutants; at least ${FEWEST_MUTANTS} are wanted`]
      : []),
    ...(score.noticed / score.made < LEAST_SCORE ? [`the score is below ${LEAST_SCORE * 100} %`] : []),
    ...unexplained.map(({ id }) => `survivor without a reason: ${id}`),
    ...idle.map(({ operator, place }) => `a reason that no survivor needs: ${operator} ${place}`),
  ];
}

function write(pages: ReadonlyMap<string, string>): readonly string[] {
  for (const [path, text] of pages) writeFileSync(`${ROOT}${path}`, text);
  return [];
}

function drift(pages: ReadonlyMap<string, string>): readonly string[] {
  return [...pages].flatMap(([path, text]) => {
    const committed = existsSync(`${ROOT}${path}`) ? readFileSync(`${ROOT}${path}`, 'utf8') : '';
    return committed === text ? [] : [`${path} is not what this run gives: npm run mutate:spec -- --write`];
  });
}

process.exitCode = await main(process.argv.slice(2));
