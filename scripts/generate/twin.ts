/** The 3.0.3 twin: the same contract for tools that cannot read OpenAPI 3.1. */
import { Converter } from '@apiture/openapi-down-convert';
import type { OpenApiDocument } from '../../src/contract/document.ts';
import { GenerateFailure } from './failure.ts';
import { differences } from './twin-differences.ts';
import { complaints } from './twin-validate.ts';

type Json = Readonly<Record<string, unknown>>;

/** Converts a 3.1.0 document; fails when the result is not valid or does not say the same. */
export async function twinOf(document: OpenApiDocument): Promise<OpenApiDocument> {
  const twin = downConvert(document);
  const problems = [...differences(document, twin), ...(await complaints(twin))];
  if (problems.length > 0) {
    throw new GenerateFailure(problems.map((problem) => `openapi-3.0.json ${problem}`).join('\n'));
  }
  return twin;
}

export function downConvert(document: OpenApiDocument): OpenApiDocument {
  const converted = new Converter(document, {}).convert();
  // The converter gives plain data of the same shape back; `twinOf` proves that the result is an OpenAPI document.
  return inOrderOf(document, { ...converted, info: infoFor30(document.info) }) as OpenApiDocument;
}

/** OpenAPI 3.0 has neither a summary of the API nor an SPDX identifier; both stay readable in the fields it has. */
function infoFor30({ summary, ...info }: OpenApiDocument['info']): OpenApiDocument['info'] {
  const { description, license } = info;
  return {
    ...info,
    ...(typeof summary === 'string'
      ? { description: [summary, description].filter(Boolean).join('\n\n') }
      : {}),
    ...(isRecord(license) ? { license: licenseFor30(license) } : {}),
  };
}

function licenseFor30({ identifier, ...license }: Json): Json {
  if (typeof identifier !== 'string' || 'url' in license) return license;
  return { ...license, url: `https://spdx.org/licenses/${identifier}.html` };
}

/** The converter appends what it renames; the twin keeps the order of its original so that both read alike. */
function inOrderOf(original: unknown, twin: unknown): unknown {
  if (Array.isArray(original) && Array.isArray(twin)) {
    return twin.map((item: unknown, index) => inOrderOf(original[index], item));
  }
  if (!isRecord(original) || !isRecord(twin)) return twin;
  const renamed = Object.keys(original).flatMap((key) => {
    if (key === 'type') return ['type', 'nullable'];
    return key === 'examples' && !('examples' in twin) ? ['example'] : [key];
  });
  const keys = new Set([...renamed.filter((key) => key in twin), ...Object.keys(twin)]);
  return Object.fromEntries([...keys].map((key) => [key, inOrderOf(original[key], twin[key])]));
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
