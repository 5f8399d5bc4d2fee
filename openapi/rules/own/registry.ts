/** The project's own rules. A rule is one file here, one line in this list and one fixture. */
import type { Rule } from '../rule.ts';
import { componentNames } from './component-names.ts';
import { described } from './described.ts';
import { descriptionUnique } from './description-unique.ts';
import { documentParts } from './document-parts.ts';
import { errorExampleStatus } from './error-example-status.ts';
import { errorResponses } from './error-responses.ts';
import { errorShape } from './error-shape.ts';
import { exampleComplete } from './example-complete.ts';
import { exampleUndeclaredProperty } from './example-undeclared-property.ts';
import { extensibleEnum } from './extensible-enum.ts';
import { guideNames } from './guide-names.ts';
import { identifierCast } from './identifier-cast.ts';
import { infoComplete } from './info-complete.ts';
import { jsonOnly } from './json-only.ts';
import { knownFormat } from './known-format.ts';
import { noArrayComponent } from './no-array-component.ts';
import { noBareObject } from './no-bare-object.ts';
import { noBodyOn204 } from './no-body-on-204.ts';
import { noCardNumber } from './no-card-number.ts';
import { noCredentialsInUrl } from './no-credentials-in-url.ts';
import { noInlineObject } from './no-inline-object.ts';
import { noPlaceholderText } from './no-placeholder-text.ts';
import { noProtocolHeaderParameter } from './no-protocol-header-parameter.ts';
import { noRecursion } from './no-recursion.ts';
import { openObjects } from './open-objects.ts';
import { openapiVersion } from './openapi-version.ts';
import { operationId } from './operation-id.ts';
import { operationSet } from './operation-set.ts';
import { pathParametersShared } from './path-parameters-shared.ts';
import { patternAnchored } from './pattern-anchored.ts';
import { propertyNames } from './property-names.ts';
import { propertyShown } from './property-shown.ts';
import { refSiblings } from './ref-siblings.ts';
import { requestBody } from './request-body.ts';
import { requestResponseSeparation } from './request-response-separation.ts';
import { requestTextNotEmpty } from './request-text-not-empty.ts';
import { reservedDomains } from './reserved-domains.ts';
import { responseKeys } from './response-keys.ts';
import { schemaKeywords } from './schema-keywords.ts';
import { schemaType } from './schema-type.ts';
import { securityScheme } from './security-scheme.ts';
import { sensitiveMarked } from './sensitive-marked.ts';

export const OWN_RULES: readonly Rule[] = [
  componentNames,
  described,
  descriptionUnique,
  documentParts,
  errorExampleStatus,
  errorResponses,
  errorShape,
  exampleComplete,
  exampleUndeclaredProperty,
  extensibleEnum,
  guideNames,
  identifierCast,
  infoComplete,
  jsonOnly,
  knownFormat,
  noArrayComponent,
  noBareObject,
  noBodyOn204,
  noCardNumber,
  noCredentialsInUrl,
  noInlineObject,
  noPlaceholderText,
  noProtocolHeaderParameter,
  noRecursion,
  openObjects,
  openapiVersion,
  operationId,
  operationSet,
  pathParametersShared,
  patternAnchored,
  propertyNames,
  propertyShown,
  refSiblings,
  requestBody,
  requestResponseSeparation,
  requestTextNotEmpty,
  reservedDomains,
  responseKeys,
  schemaKeywords,
  schemaType,
  securityScheme,
  sensitiveMarked,
];
