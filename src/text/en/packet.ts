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
  'contrast.title': 'Your packet beside one that works: they part at tap {at} of the {way}.',
  'contrast.request': 'request',
  'contrast.reply': 'reply',
  'contrast.yours': 'yours',
  'contrast.works': 'works',
  'contrast.other-row': 'another row decides',
  'contrast.a-row': 'a row decides',
  'contrast.no-more': 'nothing more: it has ended',
  'report.more': '↓ {count} more: page down',
} as const;
