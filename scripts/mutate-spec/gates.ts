/** The gates that run in this process, the cheap ones first. */
import { OWN_RULES } from '../../openapi/rules/own/registry.ts';
import { runRules } from '../../openapi/rules/rule.ts';
import { examplesOf } from '../../openapi/rules/walk/examples.ts';
import type { OpenApiDocument, SchemaObject } from '../../src/contract/document.ts';
import type { ReviewReport } from '../../src/review/report.ts';
import { review } from '../../src/review/review.ts';
import { contractAjv } from '../generate/ajv.ts';
import { breakagesModule } from '../generate/breakages.ts';
import { requireSameVersion } from '../generate/bundle.ts';
import { fixturesModule } from '../generate/fixtures.ts';
import { knownValuesModule } from '../generate/known-values.ts';
import { operationsModule } from '../generate/operations-module.ts';
import { routesModule } from '../generate/routes.ts';
import { schemasModule } from '../generate/schemas.ts';
import { shapesModule } from '../generate/shapes.ts';
import { downConvert } from '../generate/twin.ts';
import { differences } from '../generate/twin-differences.ts';
import { checkLedger } from '../ledger/check.ts';
import { checkIdsOf } from '../ledger/check-ids.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { compiled, fits } from './compiled.ts';
import { contractGate } from './contract-gate.ts';
import { type Gate, thrown } from './gate.ts';

export interface GateInput {
  readonly contract: OpenApiDocument;
  readonly ledger: Ledger;
  /** The proofs that do not follow from the document: rules and tests. */
  readonly proofs: ReadonlySet<string>;
  /** Told of every review, from which the compatibility table is made. */
  readonly onReview: (report: ReviewReport) => void;
}

/** The gate that sees almost every fault, because it knows the contract before it: counted apart. */
export const REVIEW_GATE = 'review';

export function gatesFor({ contract, ledger, proofs, onReview }: GateInput): readonly Gate[] {
  return [
    {
      id: 'rules',
      title: "the project's own lint rules",
      notice: (document) => {
        for (const rule of OWN_RULES) {
          const [first] = runRules([rule], document);
          if (first !== undefined) return `${rule.id}: ${first.message}`;
        }
        return undefined;
      },
    },
    {
      id: 'ledger',
      title: 'the provenance ledger',
      notice: (document) => {
        let what: string | undefined;
        const failure = thrown(() => {
          const all = new Set([...proofs, ...[...checkIdsOf(document)].map((id) => `check:${id}`)]);
          const [first] = checkLedger({ ledger, document, proofs: all });
          what = first && `${first.place}: ${first.what}`;
        });
        return what ?? failure;
      },
    },
    {
      id: 'generator',
      title: 'the generator: schemas compile, tables and the 3.0.3 twin can be made',
      notice: (document) => generated(document, contract.info.version),
    },
    { id: 'examples', title: 'ajv on every example of the contract', notice: judged },
    contractGate(contract),
    {
      id: REVIEW_GATE,
      title: 'the review against the version before',
      notice: (document) => {
        let report: ReviewReport | undefined;
        const failure = thrown(() => {
          report = reviewOf(contract, document);
        });
        // A document that cannot be read at all is refused before anything is compared.
        if (report === undefined) return failure ?? 'it cannot be reviewed';
        onReview(report);
        return report.verdict === 'none' ? undefined : report.verdict;
      },
    },
  ];
}

/** A change against the committed contract, judged without oasdiff, lint and ledger. */
export function reviewOf(contract: OpenApiDocument, document: OpenApiDocument): ReviewReport {
  const side = (of: OpenApiDocument) => ({ label: '', document: of, placeOf: (place: string) => place });
  const oasdiff = { ran: false, why: 'the review is measured without it' } as const;
  return review({ old: side(contract), new: side(document), oasdiff });
}

/** @param version that of the package, which the contract must share. */
function generated(document: OpenApiDocument, version: string): string | undefined {
  return thrown(() => {
    requireSameVersion(document, { version });
    compiled(document);
    operationsModule(document, '');
    fixturesModule(document);
    routesModule(document);
    knownValuesModule(document);
    shapesModule(document);
    schemasModule(document);
    breakagesModule(document);
    const [difference] = differences(document, downConvert(document));
    if (difference !== undefined) throw new Error(difference);
  });
}

/** Every example under the schema that it stands beside; the schemas are compiled anew from this very document. */
function judged(document: OpenApiDocument): string | undefined {
  return thrown(() => {
    for (const { pointer: place, value, schema, kind, content } of examplesOf(document)) {
      const holder =
        content === undefined ? place.slice(0, place.lastIndexOf('/examples/')) : content.pointer;
      const fit =
        kind === 'schema' ? fitsAlone(schema, value) : fits(document, schema, `${holder}/schema`, value);
      if (!fit) throw new Error(`${place} does not fit its schema`);
    }
  });
}

const engine = contractAjv({ code: false });
const alone = new Map<string, (value: unknown) => unknown>();

/** A schema with examples is a scalar, which can be compiled without the rest of the document. */
function fitsAlone(schema: SchemaObject | object, value: unknown): boolean {
  const text = JSON.stringify(schema);
  let validate = alone.get(text);
  if (validate === undefined) {
    validate = engine.compile(schema);
    alone.set(text, validate);
  }
  return validate(value) === true;
}
