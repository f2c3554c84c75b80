// The packet scrubber and the failure report.

export const packet = {
  'at.title': 'At this tap',
  'at.nothing': 'No table is in force here.',
  'at.decides': 'decides',
  'at.passed': 'lets it through',
  'at.no-row': 'no row fits',
  'at.tracked': 'it belongs to a tracked flow',
  'at.flows': 'flow table',
  'at.tracks': 'tracks',
  'at.idle': 'idle for {idle} s of {life} s',
  'at.forgotten': 'forgotten: idle for {idle} s, kept for {life} s',
} as const;
