/** The colours of the page in both schemes, as pairs of text and ground that a test holds to a readable contrast. */

export interface Scheme {
  readonly paper: string;
  readonly panel: string;
  readonly line: string;
  readonly ink: string;
  readonly muted: string;
  readonly link: string;
  /** Text and ground of the badges. */
  readonly badges: Readonly<
    Record<'guide' | 'documented' | 'observed' | 'rfc' | 'assumption' | 'unsourced', Pair>
  >;
}

type Pair = readonly [text: string, ground: string];

export const light: Scheme = {
  paper: '#ffffff',
  panel: '#f5f7f9',
  line: '#d5dbe3',
  ink: '#1a232f',
  muted: '#525d6d',
  link: '#0b4c98',
  badges: {
    guide: ['#0b4c98', '#e8f1fb'],
    documented: ['#14574a', '#e5f3ef'],
    observed: ['#573789', '#f1ecf9'],
    rfc: ['#3d4755', '#eceff3'],
    assumption: ['#744600', '#fdf2dc'],
    unsourced: ['#9a1b1b', '#fdebeb'],
  },
};

export const dark: Scheme = {
  paper: '#12161c',
  panel: '#1a2029',
  line: '#343e4c',
  ink: '#e2e7ee',
  muted: '#a5b0bf',
  link: '#8fbcf5',
  badges: {
    guide: ['#a4cbf7', '#172a40'],
    documented: ['#8fd3bd', '#14302a'],
    observed: ['#cdb6f0', '#2a2140'],
    rfc: ['#c3cbd6', '#272e38'],
    assumption: ['#f0c274', '#362a12'],
    unsourced: ['#ff9d9d', '#431c1c'],
  },
};

/** A scheme as custom properties: `--ink`, `--guide` for the text of a badge, `--guide-ground` for its ground. */
export function customProperties({ badges, ...plain }: Scheme): string {
  return [
    ...Object.entries(plain).map(([name, colour]) => `--${name}:${colour}`),
    ...Object.entries(badges).map(([name, [text, ground]]) => `--${name}:${text};--${name}-ground:${ground}`),
  ].join(';');
}
