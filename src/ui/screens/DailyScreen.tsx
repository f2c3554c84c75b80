import { Box } from 'ink';
import { useState } from 'react';
import { dailyId, dayAfter, dayBefore } from '../../levels/daily/date.ts';
import { Lines } from '../components/Lines.tsx';
import { Menu } from '../components/Menu.tsx';
import { drawDaily, drawShare } from '../daily/draw-daily.ts';
import { shareLines } from '../daily/share-text.ts';
import { drawKeys } from '../draw-keys.ts';
import { type Game, useGame } from '../game-context.ts';
import { useKeys } from '../hooks/use-keys.ts';

interface DailyScreenProps {
  /** Today unless told. */
  readonly date?: string | undefined;
}

/** The puzzle of a day: how it went, and the result to hand on. */
export function DailyScreen({ date: asked }: DailyScreenProps) {
  const game = useGame();
  const { size, goTo, catalog, progress, ascii } = game;
  const today = game.now().slice(0, 10);
  const [date, setDate] = useState(asked ?? today);
  const [sharing, setSharing] = useState<'plain' | 'signs'>();
  const shared = shareLines(date, progress.daily[date], catalog, sharing === 'plain');
  const leave = () => goTo({ screen: 'title' });
  const go: Readonly<Record<string, () => void>> = {
    play: () => goTo({ screen: 'briefing', levelId: dailyId(date) }),
    share: () => shared && setSharing(ascii ? 'plain' : 'signs'),
    before: () => setDate(dayBefore(date)),
    after: () => date < today && setDate(dayAfter(date)),
    back: leave,
  };
  useKeys((key) => {
    if (sharing) return setSharing(key === 'a' ? (sharing === 'plain' ? 'signs' : 'plain') : undefined);
    return go[KEYS[key] ?? '']?.();
  });
  if (sharing && shared)
    return (
      <Box flexDirection="column" width={size.columns} height={size.rows}>
        <Box flexGrow={1} flexDirection="column">
          <Lines lines={drawShare(shared, game)} />
        </Box>
        <Lines lines={[drawKeys(catalog.daily['share.keys'], size.columns)]} />
      </Box>
    );
  const items = listItems(game, date, today, shared !== undefined);
  return (
    <Box flexDirection="column" width={size.columns} height={size.rows}>
      <Lines lines={drawDaily(game, date, today)} />
      <Box flexGrow={1} flexDirection="column" paddingLeft={1}>
        <Menu
          key={`${date} ${items.length}`}
          items={items}
          width={Math.min(size.columns - 2, 60)}
          height={items.length}
          onSelect={(value) => go[value]?.()}
        />
      </Box>
      <Lines lines={[drawKeys(catalog.daily[shared ? 'keys' : 'keys.open'], size.columns)]} />
    </Box>
  );
}

const KEYS: Readonly<Record<string, string>> = {
  left: 'before',
  h: 'before',
  right: 'after',
  l: 'after',
  s: 'share',
  q: 'back',
  escape: 'back',
};

function listItems({ catalog }: Game, date: string, today: string, isSolved: boolean) {
  const words = catalog.daily;
  return [
    { value: 'play', label: isSolved ? words.again : words.play },
    ...(isSolved ? [{ value: 'share', label: words.share }] : []),
    { value: 'before', label: words.before },
    ...(date < today ? [{ value: 'after', label: words.after }] : []),
    { value: 'back', label: words.back },
  ];
}
