/** The TypeScript models, by openapi-typescript. */
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import type { OpenApiDocument, SchemaObject } from '../../src/contract/document.ts';
import { withHeader } from './artifact.ts';

export async function typesModule(document: OpenApiDocument): Promise<string> {
  // The generator edits what it is given, and its input type is its own model of the same document.
  const input = structuredClone(document) as unknown as Parameters<typeof openapiTS>[0];
  const nodes = await openapiTS(input, {
    alphabetize: true,
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    rootTypesKeepCasing: true,
    silent: true,
    // Extensions are not part of the generator's own type of a schema.
    transform: (schema) => openList(schema as SchemaObject),
  });
  return withHeader('ts', astToString(nodes));
}

/** An open list: an editor completes the known values, and every other string stays allowed. */
function openList(schema: SchemaObject): ts.TypeNode | undefined {
  const known = schema['x-extensible-enum'];
  if (known === undefined) return undefined;
  const { factory } = ts;
  // `string & {}` keeps TypeScript from folding the literals into `string`.
  const anyOther = factory.createIntersectionTypeNode([
    factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
    factory.createTypeLiteralNode([]),
  ]);
  const nullable = [schema.type ?? []].flat().includes('null');
  return factory.createUnionTypeNode([
    ...known.map((value) => factory.createLiteralTypeNode(factory.createStringLiteral(value))),
    factory.createParenthesizedType(anyOther),
    ...(nullable ? [factory.createLiteralTypeNode(factory.createNull())] : []),
  ]);
}
