/** Faults of the document as a whole: version, info, servers, security, tags, components. */
import { pointer } from '../../../src/contract/pointer.ts';
import { fault, type Operator } from '../operator.ts';

export const documentOperators: readonly Operator[] = [
  {
    id: 'label-fault',
    title: 'the OpenAPI version is another one',
    *faults() {
      for (const to of ['3.0.3', '3.1.1', '3.2.0', '2.0'])
        yield fault('/openapi', to, { set: '/openapi', to });
    },
  },
  {
    id: 'info-fault',
    title: 'a part of `info` is dropped or wrong',
    *faults({ info }) {
      for (const key of Object.keys(info)) yield fault(`/info/${key}`, 'dropped', { remove: `/info/${key}` });
      yield fault('/info/version', 'no semver', { set: '/info/version', to: 'v1' });
      yield fault('/info/version', 'another', { set: '/info/version', to: '7.7.7' });
      yield fault('/info/x-api-id', 'no UUID', { set: '/info/x-api-id', to: 'plexo' });
      yield fault('/info/license/identifier', 'dropped', { remove: '/info/license/identifier' });
      yield fault('/info/contact/url', 'dropped', { remove: '/info/contact/url' });
      yield fault('/externalDocs', 'dropped', { remove: '/externalDocs' });
    },
  },
  {
    id: 'server-fault',
    title: 'a server is dropped, misspelt, unencrypted, doubled, or loses its marks',
    *faults({ servers = [] }) {
      yield fault('/servers', 'none', { remove: '/servers' });
      yield fault('/servers', 'in another order', { set: '/servers', to: [...servers].reverse() });
      for (const [index, { url }] of servers.entries()) {
        const at = pointer('servers', index);
        yield fault(at, 'dropped', { remove: at });
        yield fault(at, 'http', { set: `${at}/url`, to: url.replace('https', 'http') });
        yield fault(at, 'trailing slash', { set: `${at}/url`, to: `${url}/` });
        yield fault(at, 'another host', { set: `${at}/url`, to: url.replace('plexo', 'plxeo') });
        yield fault(at, 'example.com', { set: `${at}/url`, to: 'https://api.example.com' });
        for (const key of ['x-internal', 'x-environment', 'url'])
          yield fault(at, `no ${key}`, { remove: `${at}/${key}` });
      }
    },
  },
  {
    id: 'security-fault',
    title: 'the security is dropped, optional, unknown, or works otherwise',
    *faults() {
      const scheme = '/components/securitySchemes/basicAuth';
      yield fault('/security', 'dropped', { remove: '/security' });
      yield fault('/security', 'empty', { set: '/security', to: [] });
      yield fault('/security', 'optional', { set: '/security/-', to: {} });
      yield fault('/security', 'unknown scheme', { set: '/security', to: [{ bearerAuth: [] }] });
      yield fault(scheme, 'bearer', { set: `${scheme}/scheme`, to: 'bearer' });
      yield fault(scheme, 'API key', { set: scheme, to: { type: 'apiKey', in: 'query', name: 'key' } });
      yield fault(scheme, 'dropped', { remove: scheme });
      yield fault(scheme, 'no type', { remove: `${scheme}/type` });
      yield fault(scheme, 'no scheme', { remove: `${scheme}/scheme` });
    },
  },
  {
    id: 'tag-declaration-fault',
    title: 'a declared tag is dropped, renamed or doubled',
    *faults({ tags = [] }) {
      for (const [index, { name }] of tags.entries()) {
        const at = pointer('tags', index);
        yield fault(at, 'dropped', { remove: at });
        yield fault(at, 'renamed', { set: `${at}/name`, to: `${name}s` });
        yield fault(at, 'doubled', { set: '/tags/-', to: { name, description: `Once more, for ${name}.` } });
      }
    },
  },
  {
    id: 'component-drop',
    title: 'a component is dropped',
    *faults({ components = {} }) {
      for (const [kind, members] of Object.entries(components)) {
        if (kind === 'examples' || kind === 'securitySchemes') continue;
        for (const name of Object.keys(members ?? {})) {
          const at = pointer('components', kind, name);
          yield fault(at, 'dropped', { remove: at });
        }
      }
    },
  },
  {
    id: 'component-rename',
    title: 'a component is renamed and its users are not',
    *faults({ components = {} }) {
      for (const [kind, members] of Object.entries(components)) {
        for (const name of Object.keys(members ?? {})) {
          const at = pointer('components', kind, name);
          yield fault(at, 'renamed', { rename: at, to: `${name}Model` });
        }
      }
    },
  },
  {
    id: 'component-unused',
    title: 'a component is added that nothing uses',
    *faults() {
      const schema = {
        type: 'object',
        description: 'A schema that nothing refers to.',
        additionalProperties: true,
      };
      yield fault('/components/schemas/Leftover', 'schema', {
        set: '/components/schemas/Leftover',
        to: schema,
      });
      yield fault('/components/examples/Leftover', 'example', {
        set: '/components/examples/Leftover',
        to: { summary: 'A leftover', description: 'Nothing refers to it.', value: {} },
      });
    },
  },
  {
    id: 'model-rename',
    title: 'a model is renamed wherever it is used',
    *faults(document) {
      for (const name of Object.keys(document.components?.schemas ?? {})) {
        const at = pointer('components', 'schemas', name);
        const users = usersOf(document, `#${at}`, '');
        yield fault(
          at,
          'renamed everywhere',
          { rename: at, to: `${name}Model` },
          ...users.map((place) => ({
            set: `${place.replace(`${at}/`, `${at}Model/`)}/$ref`,
            to: `#${at}Model`,
          })),
        );
      }
    },
  },
];

function usersOf(value: unknown, ref: string, place: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Reflect.get(value, '$ref') === ref) return [place];
  return Object.entries(value).flatMap(([key, child]) => usersOf(child, ref, `${place}${pointer(key)}`));
}
