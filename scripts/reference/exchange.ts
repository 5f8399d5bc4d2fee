/** The parts of an exchange (parameters, bodies, responses, headers) as the page needs them: resolved, with anchors. */
import {
  type ExampleObject,
  type HeaderObject,
  isReference,
  type LocatedOperation,
  type MediaTypeObject,
  type OpenApiDocument,
  type ParameterObject,
  type Reference,
  type ResponseObject,
  resolve,
  type SchemaObject,
} from '../../src/contract/document.ts';
import { pointer, valueAt } from '../../src/contract/pointer.ts';
import type { Claim } from './anchors.ts';
import { type PlannedProperty, propertiesOf } from './properties.ts';

/** Where an element stands, followed by the places that references lead to; the last one is its definition. */
export type Places = readonly string[];

export interface PlannedExample extends ExampleObject {
  readonly name: string;
}

export interface PlannedBody {
  readonly mediaType: string;
  readonly places: Places;
  readonly schema: SchemaObject | Reference;
  /** The properties of a schema written in place; a referenced model has its own section. */
  readonly properties: readonly PlannedProperty[];
  readonly examples: readonly PlannedExample[];
}

export interface PlannedParameter {
  readonly anchor: string;
  readonly places: Places;
  readonly parameter: ParameterObject;
}

export interface PlannedHeader {
  readonly anchor: string;
  readonly name: string;
  readonly places: Places;
  readonly header: HeaderObject;
}

export interface PlannedResponse {
  readonly anchor: string;
  readonly places: Places;
  readonly response: ResponseObject;
  readonly headers: readonly PlannedHeader[];
  readonly bodies: readonly PlannedBody[];
}

export function planParameters(
  document: OpenApiDocument,
  located: LocatedOperation,
  anchor: string,
  claim: Claim,
): readonly PlannedParameter[] {
  const shared = pointer('paths', located.path, 'parameters');
  return [
    ...(located.pathItem.parameters ?? []).map((declared, index) => ({
      declared,
      place: `${shared}/${index}`,
    })),
    ...(located.operation.parameters ?? []).map((declared, index) => ({
      declared,
      place: `${located.pointer}/parameters/${index}`,
    })),
  ].map(({ declared, place }) => {
    const parameter = resolve<ParameterObject>(document, declared);
    const places = placesOf(document, declared, place);
    return { anchor: claim(`${anchor}.${parameter.name}`), places, parameter };
  });
}

export function planResponse(
  document: OpenApiDocument,
  declared: ResponseObject | Reference,
  place: string,
  anchor: string,
  claim: Claim,
): PlannedResponse {
  const response = resolve<ResponseObject>(document, declared);
  const places = placesOf(document, declared, place);
  const definition = places.at(-1) ?? place;
  return {
    anchor,
    places,
    response,
    headers: Object.entries(response.headers ?? {}).map(([name, header]) => ({
      anchor: claim(`${anchor}.${name}`),
      name,
      places: placesOf(document, header, `${definition}${pointer('headers', name)}`),
      header: resolve<HeaderObject>(document, header),
    })),
    bodies: planBodies(document, response.content, definition, anchor, claim),
  };
}

/** One body per media type of a `content` map that stands at `place`. */
export function planBodies(
  document: OpenApiDocument,
  content: Readonly<Record<string, MediaTypeObject>> | undefined,
  place: string,
  anchor: string,
  claim: Claim,
): readonly PlannedBody[] {
  return Object.entries(content ?? {}).map(([mediaType, { schema, examples }]) => {
    const schemaPlace = `${place}${pointer('content', mediaType, 'schema')}`;
    return {
      mediaType,
      places: [schemaPlace],
      schema,
      properties: propertiesOf(schema, schemaPlace, anchor, claim),
      examples: Object.entries(examples ?? {}).map(([name, example]) => ({
        name,
        ...resolve<ExampleObject>(document, example),
      })),
    };
  });
}

function placesOf(document: OpenApiDocument, declared: object, place: string): Places {
  const places = [place];
  for (let current: unknown = declared; isReference(current); current = valueAt(document, current.$ref)) {
    places.push(current.$ref.slice(1));
  }
  return places;
}
