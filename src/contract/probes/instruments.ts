/** Questions about saved payment instruments. */
import { knownValues } from '../../../generated/known-values.ts';
import { shapes } from '../../../generated/shapes.ts';
import { valueAt } from '../pointer.ts';
import { jsonOf } from '../run/json.ts';
import {
  membersObservation,
  type Probe,
  type Scene,
  seen,
  successes,
  valuesAt,
  valuesObservation,
} from './probe.ts';

const instruments = (scene: Scene): readonly object[] => seen(scene, 'listPaymentInstruments');

export const instrumentProbes: readonly Probe[] = [
  {
    question: 'Q-instrument-shape',
    ask: (scene) => membersObservation('instrument', instruments(scene), documentedMembers(), ['token']),
  },
  {
    question: 'Q-instrument-name',
    ask: (scene) => {
      const names = [...valuesAt(instruments(scene), '/name'), ...valuesAt(instruments(scene), '/cardName')];
      if (names.length === 0) return 'no instrument had a name';
      const forms = [...new Set(names.map(nameForm))].sort();
      return { answer: `names were ${forms.join(' and ')}`, agrees: true };
    },
  },
  {
    question: 'Q-instrument-status',
    ask: (scene) =>
      valuesObservation(
        'PaymentInstrument.status',
        valuesAt(instruments(scene), '/status'),
        knownValues.PaymentInstrument.status,
      ),
  },
  {
    question: 'Q-card-types',
    ask: (scene) =>
      valuesObservation(
        'PaymentInstrument.type',
        valuesAt(instruments(scene), '/type'),
        knownValues.PaymentInstrument.type,
      ),
  },
  {
    question: 'Q-tokenization-vocabulary',
    ask: (scene) =>
      valuesObservation(
        'PaymentInstrument.tokenizationType',
        valuesAt(instruments(scene), '/tokenizationType'),
        knownValues.PaymentInstrument.tokenizationType,
      ),
  },
  {
    question: 'Q-issuer',
    ask: (scene) => {
      const issuers = instruments(scene).map((one) => valueAt(one, '/issuer'));
      const objects = issuers.filter((one): one is object => typeof one === 'object' && one !== null);
      if (objects.length === 0) return 'no instrument had an issuer';
      const kinds = [...new Set(objects.map((one) => typeof valueAt(one, '/id')))].sort().join(', ');
      const extra = [...new Set(objects.flatMap(Object.keys))].filter(
        (name) => name !== 'id' && name !== 'name',
      );
      return {
        answer: `ids are of type ${kinds}; names ${valuesAt(objects, '/name').join(', ') || 'absent'}; further members ${extra.join(', ') || 'none'}`,
        agrees: (kinds === 'number' || kinds === 'undefined') && extra.length === 0,
      };
    },
  },
  {
    question: 'Q-exp-year',
    ask: (scene) => {
      const years = valuesAt(instruments(scene), '/expYear');
      if (years.length === 0) return 'no instrument had a year of expiry';
      const digits = [...new Set(years.map(({ length }) => length))].sort();
      const four = digits.every((length) => length === 4);
      return {
        answer: `years have ${digits.join(' and ')} digits`,
        agrees: true,
        ...(four ? { change: 'PaymentInstrument.expYear: a minimum of 2000' } : {}),
      };
    },
  },
  {
    question: 'Q-instrument-listing',
    ask: (scene) => {
      const lists = successes(scene, 'listPaymentInstruments').map(jsonOf).filter(Array.isArray);
      if (lists.length === 0) return 'no list of instruments was answered';
      const empty = lists.filter(({ length }) => length === 0).length;
      const values = valuesAt(instruments(scene), '/status').join(', ');
      return {
        answer: `${empty} of ${lists.length} lists were empty arrays; statuses listed: ${values || 'none'}`,
        agrees: true,
      };
    },
  },
];

function documentedMembers(): readonly string[] {
  const list = Object.entries(shapes).find(([place]) => place.includes('payment-instruments'));
  return Object.keys(list?.[1].items?.members ?? {});
}

function nameForm(name: string): string {
  if (/^\d{4}$/.test(name)) return 'four digits';
  if (/[X*•x]{2,}/.test(name)) return 'masked numbers';
  return 'text of another form';
}
