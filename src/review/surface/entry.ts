/** One declaration of generated code, in the form that every language of the surface gives. */
import type { Role, SurfaceModel } from './model.ts';

export interface SurfaceEntry {
  /** What stays the same while the declaration lives: `Customer.email`, `CustomersApi.createCustomer`. */
  readonly key: string;
  /** Key of the operation or model that it is a part of; its own for those. */
  readonly owner: string;
  /** The declaration as the language writes it, on one line. */
  readonly text: string;
  /** Where it is used in the bundled document, and where it is defined: the same, or a shared component. */
  readonly pointer: string;
  readonly definition: string;
  readonly role: Role;
  /** The type without what absence and `null` add to it. */
  readonly base: string;
  /** Whether the value may be absent, and whether it may be `null`. */
  readonly absent: boolean;
  readonly nullable: boolean;
}

/** How a family of generators names and types things. */
export interface SurfaceLanguage {
  readonly name: string;
  /** The generators whose conventions these are. */
  readonly generators: string;
  /** File of the text below generated/surface/. */
  readonly file: string;
  /** Whether code that was written against the old declaration still compiles against the new one. */
  readonly stillCompiles: (before: SurfaceEntry, after: SurfaceEntry) => boolean;
  entries(model: SurfaceModel): readonly SurfaceEntry[];
}

/** A structural, optional-aware type: senders may be given more freedom, readers less, and nothing else. */
export function structurally(before: SurfaceEntry, after: SurfaceEntry): boolean {
  if (before.base !== after.base) return false;
  const isWider = (!before.absent || after.absent) && (!before.nullable || after.nullable);
  const isNarrower = (before.absent || !after.absent) && (before.nullable || !after.nullable);
  if (before.role === 'sent') return isWider;
  return before.role === 'received' ? isNarrower : isWider && isNarrower;
}

/** Types in which absence and `null` leave no trace. */
export function byBase(before: SurfaceEntry, after: SurfaceEntry): boolean {
  return before.base === after.base;
}

/** Types in which either of them makes a pointer of the value. */
export function byPointer(before: SurfaceEntry, after: SurfaceEntry): boolean {
  const [was, is] = [before, after].map(({ absent, nullable }) => absent || nullable);
  return before.base === after.base && was === is;
}
