// Where a puzzle plays: a place, and what its machines are called there. The place's name in each language is `place.<id>` of the texts.
// A machine's name is a word whose end a Korean particle can tell from its spelling.

export interface Place {
  readonly id: string;
  /** What faces the street. */
  readonly web: string;
  /** What works out of sight. */
  readonly app: string;
  /** What keeps the records. */
  readonly db: string;
  /** The other house, in a VPC of its own, and its machine. */
  readonly branch: string;
  readonly far: string;
}

export const PLACES: readonly Place[] = [
  { id: 'bakery', web: 'counter', app: 'oven', db: 'recipes', branch: 'mill', far: 'silo' },
  { id: 'lighthouse', web: 'lamp', app: 'keeper', db: 'logbook', branch: 'pier', far: 'foghorn' },
  { id: 'observatory', web: 'roof', app: 'lens', db: 'stars', branch: 'summit', far: 'dish' },
  { id: 'library', web: 'desk', app: 'scanner', db: 'catalog', branch: 'annex', far: 'stacks' },
  { id: 'zoo', web: 'gate', app: 'feeder', db: 'tags', branch: 'aquarium', far: 'pump' },
  { id: 'harbour', web: 'dock', app: 'winch', db: 'manifest', branch: 'customs', far: 'scales' },
  { id: 'theatre', web: 'tickets', app: 'lights', db: 'scripts', branch: 'studio', far: 'mixer' },
  { id: 'brewery', web: 'taproom', app: 'malt', db: 'barrels', branch: 'cellar', far: 'cooler' },
  { id: 'station', web: 'platform', app: 'signals', db: 'schedules', branch: 'depot', far: 'tower' },
  { id: 'post-office', web: 'window', app: 'sorter', db: 'stamps', branch: 'airmail', far: 'belt' },
  { id: 'orchard', web: 'stall', app: 'press', db: 'harvest', branch: 'barn', far: 'crates' },
  { id: 'museum', web: 'foyer', app: 'guide', db: 'archive', branch: 'workshop', far: 'kiln' },
  { id: 'clinic', web: 'reception', app: 'xray', db: 'charts', branch: 'pharmacy', far: 'shelf' },
  { id: 'weather-station', web: 'forecast', app: 'sensor', db: 'records', branch: 'mast', far: 'radar' },
];
