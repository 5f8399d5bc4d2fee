/** Every kind of change that the review knows: what it is called, and what it means for those who call and those who read. */

interface ReviewRule {
  /** The change in a few words, as the compatibility table says it. */
  readonly title: string;
  /** What a consumer is told; `{name}`, `{before}` and `{after}` are filled in. */
  readonly words: string;
  /** Where a client that reads strictly may stumble although nothing was taken from it. */
  readonly warns?: 'always' | 'in answers';
}

/** Removals, and new values in answers, carry a warning sign: those are what typed clients stumble over. */
const RULE_TABLE = {
  'operation-added': { title: 'an operation is added', words: '{name} is new.' },
  'operation-removed': { title: 'an operation is removed', words: '{name} is gone.', warns: 'always' },
  'operation-id-changed': {
    title: 'the operationId is changed',
    words: '{before} is now called {after}; the request stays the same.',
  },
  'operation-tag-changed': {
    title: 'an operation moves to another tag',
    words: '{name} moved from {before} to {after}.',
  },
  'path-parameter-renamed': {
    title: 'a path parameter is renamed',
    words: 'The path parameter {before} is now called {after}; the URL stays the same.',
  },
  'parameter-added': {
    title: 'an optional parameter is added',
    words: '{name} takes a new, optional parameter {after}.',
  },
  'required-parameter-added': {
    title: 'a required parameter is added',
    words: '{name} now demands the parameter {after}.',
  },
  'parameter-removed': {
    title: 'a parameter is removed',
    words: '{name} no longer takes the parameter {before}.',
    warns: 'always',
  },
  'parameter-required': {
    title: 'a parameter becomes required',
    words: 'The parameter {name} is now required.',
  },
  'parameter-optional': {
    title: 'a parameter becomes optional',
    words: 'The parameter {name} is now optional.',
  },
  'parameter-written-otherwise': {
    title: 'a parameter is serialised otherwise',
    words: 'The parameter {name} is written otherwise: {before} became {after}.',
  },
  'body-added': { title: 'an optional request body is added', words: '{name} takes a body now.' },
  'required-body-added': { title: 'a required request body is added', words: '{name} now demands a body.' },
  'body-removed': {
    title: 'the request body is removed',
    words: '{name} takes no body any more.',
    warns: 'always',
  },
  'body-required': {
    title: 'the request body becomes required',
    words: 'The body of {name} is now required.',
  },
  'body-optional': {
    title: 'the request body becomes optional',
    words: 'The body of {name} is now optional.',
  },
  'body-may-be-absent': {
    title: 'a documented answer may come without its body',
    words: 'The body of {name} may be absent now.',
    warns: 'always',
  },
  'body-always-present': {
    title: 'a documented answer always has its body',
    words: 'The body of {name} is always there now.',
  },
  'media-type-added': {
    title: 'a media type is added',
    words: '{name} may be {after} as well.',
    warns: 'in answers',
  },
  'media-type-removed': {
    title: 'a media type is removed',
    words: '{name} is no longer {before}.',
    warns: 'always',
  },
  'success-status-added': {
    title: 'a second success status is added',
    words: '{name} may answer {after} as well.',
    warns: 'always',
  },
  'success-status-removed': {
    title: 'a success status is removed or replaced',
    words: '{name} no longer answers {before}.',
    warns: 'always',
  },
  'error-status-added': {
    title: 'an error status is added',
    words: '{name} documents the error {after} now.',
    warns: 'always',
  },
  'error-status-removed': {
    title: 'an error status is removed',
    words: '{name} no longer documents the error {before}.',
    warns: 'always',
  },
  'response-body-added': { title: 'an answer gains a body', words: '{name} has a body now.' },
  'response-body-removed': {
    title: 'an answer loses its body',
    words: '{name} has no body any more.',
    warns: 'always',
  },
  'header-added': {
    title: 'a response header is added',
    words: 'Answers of {name} carry a new header {after}.',
  },
  'header-removed': {
    title: 'a response header is removed',
    words: 'Answers of {name} no longer carry the header {before}.',
    warns: 'always',
  },
  'header-promised': {
    title: 'a response header becomes required',
    words: 'The header {name} is always there now.',
  },
  'header-not-promised': {
    title: 'a response header becomes optional',
    words: 'The header {name} may be absent now.',
    warns: 'always',
  },
  'security-demanded': {
    title: 'other credentials are demanded',
    words: '{name} demands {after} instead of {before}.',
  },
  'security-alternative': {
    title: 'other credentials are accepted too',
    words: '{name} also accepts {after}.',
  },
  'security-dropped': {
    title: 'credentials are no longer demanded',
    words: '{name} no longer demands credentials ({before}).',
    warns: 'always',
  },
  'security-scheme-changed': {
    title: 'a security scheme works otherwise',
    words: 'The security scheme {name} changed: {before} became {after}.',
  },
  'server-added': { title: 'a server is added', words: 'There is a new server, {after}.' },
  'server-removed': {
    title: 'a server is removed or renamed',
    words: 'The server {before} is gone.',
    warns: 'always',
  },
  'default-server-changed': {
    title: 'another server comes first',
    words: 'Generated clients now call {after} when they are told nothing; it was {before}.',
    warns: 'always',
  },
  'model-added': { title: 'a model is added', words: 'The model {name} is new.' },
  'model-removed': { title: 'a model is removed', words: 'The model {name} is gone.', warns: 'always' },
  'model-renamed': {
    title: 'a model is renamed or replaced by another',
    words: 'Where the model {before} stood, {after} stands now.',
  },
  'property-added': { title: 'an optional property is added', words: '{name} is new.' },
  'required-property-added': { title: 'a required property is added', words: '{name} is new and required.' },
  'property-removed': { title: 'a property is removed', words: '{name} is gone.', warns: 'always' },
  'property-required': { title: 'a property becomes required', words: '{name} is now required.' },
  'property-optional': {
    title: 'a property becomes optional',
    words: '{name} may be absent now.',
    warns: 'in answers',
  },
  'type-changed': { title: 'the type is changed', words: '{name} is {after} now; it was {before}.' },
  'null-allowed': { title: '`null` is allowed', words: '{name} may be null now.', warns: 'in answers' },
  'null-refused': { title: '`null` is no longer allowed', words: '{name} is never null now.' },
  'format-added': { title: 'a format is added', words: '{name} has the format {after} now.' },
  'format-removed': { title: 'a format is removed', words: '{name} no longer has the format {before}.' },
  'format-changed': {
    title: 'the format is changed',
    words: '{name} has the format {after}; it was {before}.',
  },
  'limit-tightened': {
    title: 'a limit is added or tightened',
    words: '{name} is limited further: {after} (was {before}).',
  },
  'limit-loosened': {
    title: 'a limit is removed or loosened',
    words: '{name} is limited less: {after} (was {before}).',
    warns: 'in answers',
  },
  'pattern-changed': { title: 'the pattern is changed', words: '{name} follows {after}; it was {before}.' },
  'values-closed': { title: 'an open text becomes a closed list', words: '{name} is one of {after} now.' },
  'values-opened': {
    title: 'a closed list becomes an open text',
    words: '{name} is no longer limited to {before}.',
    warns: 'in answers',
  },
  'value-added': {
    title: 'a value is added to a closed list',
    words: '{name} may be {after}.',
    warns: 'in answers',
  },
  'value-removed': {
    title: 'a value is removed from a closed list',
    words: '{name} is never {before} now.',
    warns: 'always',
  },
  'known-value-added': {
    title: 'a known value is added to an open list',
    words: '{name} may be {after}: a new known value.',
    warns: 'in answers',
  },
  'known-value-removed': {
    title: 'a known value is removed from an open list',
    words: '{before} is no longer a known value of {name}.',
    warns: 'always',
  },
  'unknown-refused': {
    title: 'unknown properties are refused',
    words: '{name} has no properties beyond those described now.',
  },
  'unknown-allowed': {
    title: 'unknown properties are allowed',
    words: '{name} may have properties beyond those described.',
    warns: 'in answers',
  },
  'default-changed': {
    title: 'a default value is changed',
    words: 'What is assumed for {name} when it is absent changed from {before} to {after}.',
  },
  'access-changed': {
    title: '`readOnly` or `writeOnly` is changed',
    words: '{name}: {after} (was {before}).',
  },
  'sensitive-mark-removed': {
    title: 'the mark `x-sensitive` is removed',
    words: '{name} is no longer marked as sensitive: logs and reports show it.',
    warns: 'always',
  },
  'sensitive-mark-added': {
    title: 'the mark `x-sensitive` is added',
    words: '{name} is marked as sensitive: logs and reports mask it.',
  },
  deprecated: { title: 'something is deprecated', words: '{name} is deprecated.', warns: 'always' },
  'no-longer-deprecated': {
    title: 'something is no longer deprecated',
    words: '{name} is no longer deprecated.',
  },
  'generated-name-changed': {
    title: 'a generated name or type changes',
    words: 'Generated code of {name} changes: {before} became {after}.',
  },
  'not-understood': {
    title: 'something changes that the review does not understand',
    words: '{name} changed in a way that this comparison does not understand; it is taken for breaking.',
    warns: 'always',
  },
  'part-added': { title: 'a part outside of the subset is added', words: '{name} is new.' },
  'reported-by-oasdiff': {
    title: 'a break that only oasdiff sees',
    words: 'oasdiff: {after}.',
    warns: 'always',
  },
} as const satisfies Readonly<Record<string, ReviewRule>>;

export type RuleId = keyof typeof RULE_TABLE;

export const RULES: Readonly<Record<RuleId, ReviewRule>> = RULE_TABLE;

/** What was not there before, and takes nothing from anybody by coming. */
export const NEW_ELEMENTS: ReadonlySet<RuleId> = new Set<RuleId>([
  'operation-added',
  'parameter-added',
  'body-added',
  'error-status-added',
  'header-added',
  'server-added',
  'model-added',
  'property-added',
  'required-property-added',
  'known-value-added',
]);

/** What no generator puts into a name or a type; a line of code that changes at the same place changed for another reason. */
export const WITHOUT_TRACE: ReadonlySet<RuleId> = new Set<RuleId>([
  'limit-tightened',
  'limit-loosened',
  'pattern-changed',
  'default-changed',
  'known-value-added',
  'known-value-removed',
  'sensitive-mark-added',
  'sensitive-mark-removed',
  'deprecated',
  'no-longer-deprecated',
  'body-may-be-absent',
  'body-always-present',
  'header-promised',
  'header-not-promised',
  'error-status-added',
]);
