/** The codegen surface as reviewable text: one file for each language, so that a pull request shows what it does to generated code. */
import type { OpenApiDocument } from '../../src/contract/document.ts';
import { LANGUAGES, surfaceText } from '../../src/review/surface/surface.ts';
import { type Artifacts, withHeader } from './artifact.ts';

export function surfaceTexts(document: OpenApiDocument): Artifacts {
  return new Map(
    LANGUAGES.map((language) => [
      `surface/${language.file}`,
      withHeader('yaml', surfaceText(document, language)),
    ]),
  );
}
