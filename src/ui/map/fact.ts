import type { MapLabels } from './pen.ts';

export interface Fact {
  readonly label: keyof MapLabels & `fact.${string}`;
  readonly value: string;
  /** The setting is unusual, or stops packets. */
  readonly warns?: boolean;
}

export interface Thing {
  readonly id: string;
  readonly name: string;
  readonly facts: readonly Fact[];
  /** The table that a packet from here goes by, or the thing itself. */
  readonly routeTableId?: string | undefined;
}

export type Found = Pick<Thing, 'facts' | 'routeTableId'>;
