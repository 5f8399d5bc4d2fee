import { describe, expect, it } from 'vitest';
import { digestOfStatements, statementsOf } from './statements.ts';

const PAGE = `<!-- where this copy is from -->

# Pets

Pets are kept here. Use \`pet.name\` to call one, e.g. at dinner! Does it come?

## Feeding

Notes:

* Feed it [twice](/food/twice.md). Not more.
* Walk it
  every day

\`\`\`http
POST /pets HTTP/1.1
Content-Type: application/json

{ "name": "Ada", "age": 3 }
\`\`\`

### Answer

\`\`\`json
{ "b": 1, "a": [2] }
\`\`\`

| Field | Meaning |
| --- | --- |
| name | what it hears |
`;

describe('splitting', () => {
  it('makes a statement of each sentence, list item, code block and table row, with its place', () => {
    expect(statementsOf(PAGE).map(({ place, kind, text }) => [place, kind, text])).toEqual([
      ['Pets / 1', 'sentence', 'Pets are kept here.'],
      ['Pets / 2', 'sentence', 'Use `pet.name` to call one, e.g. at dinner!'],
      ['Pets / 3', 'sentence', 'Does it come?'],
      ['Feeding / 1', 'sentence', 'Notes:'],
      ['Feeding / Notes / 1', 'bullet', 'Feed it [twice](/food/twice.md). Not more.'],
      ['Feeding / Notes / 2', 'bullet', 'Walk it every day'],
      [
        'Feeding / Notes / 3',
        'code',
        'POST /pets HTTP/1.1\ncontent-type: application/json\n{"age":3,"name":"Ada"}',
      ],
      ['Feeding / Answer / 1', 'code', '{"a":[2],"b":1}'],
      ['Feeding / Answer / 2', 'bullet', 'Field | Meaning'],
      ['Feeding / Answer / 3', 'bullet', 'name | what it hears'],
    ]);
  });

  it('skips the comment on top and no other: one further down is a statement', () => {
    expect(statementsOf('<!-- top -->\n\nOne.\n\n<!-- below -->\n').map(({ text }) => text)).toEqual([
      'One.',
      '<!-- below -->',
    ]);
  });

  it('skips nothing of a comment on top that text follows', () => {
    expect(statementsOf('<!-- top --> It bites. <!-- really -->\n')).toHaveLength(1);
  });

  it('keeps the same sentence in two places apart by its place', () => {
    const places = statementsOf('# A\n\nIt is.\n\n## B\n\nIt is.\n').map(({ place }) => place);
    expect(places).toEqual(['A / 1', 'B / 1']);
  });
});

describe('digests', () => {
  const one = (markdown: string) => statementsOf(markdown)[0]?.digest;

  it('do not change with line breaks and spaces', () => {
    expect(one('It  is\nso.')).toBe(one('It is so.'));
  });

  it('change with a single letter', () => {
    expect(one('It is so.')).not.toBe(one('It is no.'));
  });

  it('of JSON do not change with layout and order of keys, and change with a type', () => {
    expect(one(fence('json', '{"a":1,"b":[true,null]}'))).toBe(
      one(fence('json', '{ "b": [true, null],\n "a": 1 }')),
    );
    expect(one(fence('json', '{"a":1}'))).not.toBe(one(fence('json', '{"a":"1"}')));
    expect(one(fence('json', '[1,2]'))).not.toBe(one(fence('json', '[2,1]')));
  });

  it('of a request change with method, path, header field and body, and not with the case of a field name', () => {
    const request = (line: string, field: string, body: string) =>
      one(fence('http', `${line}\n${field}\n\n${body}`));
    const base = request('PUT /pets/1', 'Accept: */*', '{"a":1}');
    expect(request('PUT /pets/1', 'accept: */*', '{ "a": 1 }')).toBe(base);
    expect(request('POST /pets/1', 'Accept: */*', '{"a":1}')).not.toBe(base);
    expect(request('PUT /pets/2', 'Accept: */*', '{"a":1}')).not.toBe(base);
    expect(request('PUT /pets/1', 'Authorization: Basic', '{"a":1}')).not.toBe(base);
    expect(request('PUT /pets/1', 'Accept: */*', '{"a":2}')).not.toBe(base);
  });

  it('of the JSON in a request and of the same JSON alone are equal', () => {
    const [request] = statementsOf(fence('http', 'POST /pets\n\n{"a":1,"b":2}'));
    const [alone] = statementsOf(fence('json', '{"b":2,"a":1}'));
    expect(request?.json).toBe(alone?.json);
    expect(request?.json).toMatch(/^[0-9a-f]{12}$/);
  });

  it('are absent as JSON where a block holds none', () => {
    expect(statementsOf(fence('http', 'GET /pets\nAccept: */*'))[0]).not.toHaveProperty('json');
    expect(statementsOf(fence('sh', 'ls -l'))[0]).not.toHaveProperty('json');
  });

  it('of a whole list change with its order', () => {
    const statements = statementsOf('One.\n\nTwo.\n');
    expect(digestOfStatements(statements)).toMatch(/^[0-9a-f]{64}$/);
    expect(digestOfStatements([...statements].reverse())).not.toBe(digestOfStatements(statements));
  });
});

function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\`\n`;
}
