/** Which part of the repository may import which: the table is the architecture, and lint holds the code to it. */
import { builtinModules } from 'node:module';
import type { ImportOf } from './imports.ts';

interface Direction {
  readonly part: string;
  /** The files of this part; the first row that matches a file decides. */
  readonly files: RegExp;
  /** Files that they may import. */
  readonly imports: RegExp;
  /** Packages that they may import; absent where any will do. */
  readonly packages?: RegExp;
  /** Whether modules of Node may be imported. */
  readonly node: boolean;
  readonly why: string;
}

/** Packages that run wherever fetch, Request and Response do. */
const WEB_PACKAGES = /^(openapi-fetch|yaml|hono)(\/|$)/;
const ANYTHING_BUT_CLI = /^(src\/(?!cli\/)|generated\/|openapi\/|scripts\/|contract-tests\/|package\.json$)/;
const WEB_ONLY = 'it runs in browsers and workers too: web-standard fetch, Request and Response only';

const DIRECTIONS: readonly Direction[] = [
  {
    part: 'generated',
    files: /^generated\//,
    imports: /^generated\//,
    packages: /^$/,
    node: false,
    why: 'everything else stands on it',
  },
  {
    part: 'cli',
    files: /^src\/cli\//,
    imports: /^(src|generated)\/|^package\.json$/,
    node: true,
    why: 'it is thin and holds nothing that others could need',
  },
  {
    part: 'tests beside the source',
    files: /^(src|openapi|scripts)\/.*\.(test|fixture)\.ts$/,
    imports: ANYTHING_BUT_CLI,
    node: true,
    why: 'tests may look at everything but the command line',
  },
  {
    part: 'client',
    files: /^src\/client\//,
    imports: /^(src\/client\/|generated\/|src\/contract\/(exchange|finding)\.ts$)/,
    packages: WEB_PACKAGES,
    node: false,
    why: `it knows the words of the judge but must not carry it along; ${WEB_ONLY}`,
  },
  {
    part: 'contract',
    files: /^src\/contract\//,
    imports: /^(src\/contract|generated)\//,
    packages: WEB_PACKAGES,
    node: false,
    why: `it judges any client and any server, so it knows neither; ${WEB_ONLY}`,
  },
  {
    part: 'testing',
    files: /^src\/testing(\.ts$|\/)/,
    imports: /^(src\/testing\/|src\/contract\/|generated\/)/,
    packages: WEB_PACKAGES,
    node: false,
    why: `it holds requests and answers to the one judge and needs no client; ${WEB_ONLY}`,
  },
  {
    part: 'sandbox',
    files: /^src\/sandbox(\.ts$|\/)/,
    imports: /^(src\/sandbox|generated)\//,
    packages: WEB_PACKAGES,
    node: false,
    why: `a provider of its own, or the judge would judge itself; ${WEB_ONLY}`,
  },
  {
    part: 'entry points',
    files: /^src\/(index|raw|validation)\.ts$/,
    imports: /^(src\/client|src\/contract|generated)\//,
    packages: WEB_PACKAGES,
    node: false,
    why: `what an integrator imports, the judge in validation.ts alone; ${WEB_ONLY}`,
  },
  {
    part: 'matchers',
    files: /^src\/(matchers|vitest)\.ts$/,
    imports: /^src\/contract\//,
    packages: /^vitest$/,
    node: false,
    why: 'they hand the judge to a test runner and add nothing',
  },
  {
    part: 'mock',
    files: /^src\/mock\//,
    imports: /^(src\/mock|src\/contract|generated)\//,
    node: true,
    why: 'it serves the generated spec',
  },
  {
    part: 'review',
    files: /^src\/review\//,
    imports: /^(src\/review|src\/contract|generated)\//,
    node: true,
    why: 'it compares documents and needs no client',
  },
  {
    part: 'openapi/rules',
    files: /^openapi\/rules\//,
    imports: /^(openapi\/rules\/|src\/contract\/(document|pointer)\.ts$)/,
    node: false,
    why: 'the rules judge a document, whatever is built from it',
  },
  {
    part: 'scripts and contract-tests',
    files: /^(scripts|contract-tests)\//,
    imports: ANYTHING_BUT_CLI,
    node: true,
    why: 'they build and prove; the command line stands beside them',
  },
];

const NODE_MODULES = new Set(builtinModules);

/** One line for each import that the table does not allow. */
export function directionFaults(imports: readonly ImportOf[]): readonly string[] {
  return imports.flatMap((found) => {
    const direction = DIRECTIONS.find(({ files }) => files.test(found.from));
    if (direction === undefined)
      return [`${found.from}: belongs to no part of the table in directions.ts; add a row`];
    const fault = faultOf(found, direction);
    return fault === undefined ? [] : [`${found.from}: ${fault} (${direction.part}: ${direction.why})`];
  });
}

function faultOf({ specifier, to }: ImportOf, { imports, packages, node }: Direction): string | undefined {
  if (to !== undefined) return imports.test(to) ? undefined : `must not import ${to}`;
  if (specifier.startsWith('node:') || NODE_MODULES.has(specifier)) {
    return node ? undefined : `must not import ${specifier}, a module of Node`;
  }
  return packages === undefined || packages.test(specifier)
    ? undefined
    : `must not import the package ${specifier}`;
}
