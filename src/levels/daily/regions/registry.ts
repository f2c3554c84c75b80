// Every region there is, beside the street, on which all of them stand. A new one is a file and a line here, and its words.

import type { Region } from '../region.ts';
import { branch } from './branch.ts';
import { errands } from './errands.ts';
import { office } from './office.ts';
import { records } from './records.ts';
import { store } from './store.ts';
import { street } from './street.ts';

export const GROUND: Region = street;

export const REGIONS: readonly Region[] = [errands, store, branch, office, records];
