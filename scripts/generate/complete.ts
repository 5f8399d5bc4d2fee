/** The part of operations.ts that puts back what its rows leave out; the generator proves that nothing is lost. */

type Row = Readonly<Record<string, unknown>>;

interface OperationRow extends Row {
  readonly method: string;
  readonly path: string;
  readonly request?: Row;
  readonly responses: Readonly<Record<string, Row>>;
}

/** A row of a table with everything that follows from the rest: pointers, schemas of models, the usual media type. */
export function complete(id: string, { request, responses, ...row }: OperationRow) {
  const pointer = `/paths/${row.path.replaceAll('~', '~0').replaceAll('/', '~1')}/${row.method}`;
  const body = ({ model }: Row): Row =>
    model === undefined ? {} : { mediaType: 'application/json', schema: `/components/schemas/${model}` };
  const described = Object.entries(responses).map(([status, response]): [string, Row] => {
    const usual = response['model'] === undefined ? {} : { list: false, bodyOptional: false };
    const own = { headers: {}, examples: {}, pointer: `${pointer}/responses/${status}` };
    return [status, { ...body(response), ...usual, ...own, ...response }];
  });
  return {
    id,
    pointer,
    parameters: [],
    ...row,
    ...(request && { request: { required: true, ...body(request), ...request } }),
    responses: Object.fromEntries(described),
  };
}
