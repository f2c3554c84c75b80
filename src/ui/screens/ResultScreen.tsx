import { Box } from 'ink';
import { useState } from 'react';
import { conceptInView } from '../../game/beliefs.ts';
import { referenceScore, type Session } from '../../game/session.ts';
import type { KnownAnswers } from '../../levels/answers.ts';
import { Lines } from '../components/Lines.tsx';
import { Menu } from '../components/Menu.tsx';
import { drawKeys } from '../draw-keys.ts';
import { type Game, useGame } from '../game-context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { homeOf } from '../level-home.ts';
import { type Line, line, span } from '../lines.ts';
import { drawAnswers } from '../result/draw-answers.ts';
import { drawBill } from '../result/draw-bill.ts';
import { drawResult, drawResultTitle } from '../result/draw-result.ts';
import { FIRST_PAGE, pageStep } from '../result/result-state.ts';
import { useAnswers } from '../result/use-answers.ts';

interface ResultScreenProps {
  readonly session: Session;
}

/** Title and keys. */
const OWN_ROWS = 3;

/** The win: stars, your answer among all right ones, what it costs, and the concept in a few sentences. */
export function ResultScreen({ session }: ResultScreenProps) {
  const game = useGame();
  const { size, visit, catalog } = game;
  const [state, setState] = useState(FIRST_PAGE);
  const known = useAnswers(session.level);
  const moves = listMoves(session, game);
  const room = size.rows - OWN_ROWS;
  const content = state.page === 'result' ? [] : drawPage(session, state.page, known, game);
  useKeys((key) => {
    const turned = pageStep(state, key, Math.max(0, content.length - room));
    if (turned) return setState(turned);
    if (key === 'c') return visit({ screen: 'codex', concept: conceptInView(session) });
    return moves.find((move) => move.keys.includes(key))?.go();
  });
  return (
    <Box flexDirection="column" width={size.columns} height={size.rows}>
      <Lines lines={[drawResultTitle(session, state.page, game), []]} />
      {state.page === 'result' ? (
        <FirstPage session={session} known={known} moves={moves} room={room} />
      ) : (
        <Lines lines={scrolled(content, state.scroll, room, game)} />
      )}
      <Lines lines={[drawKeys(catalog.result[state.page === 'result' ? 'keys' : 'keys.page'], size.columns)]} />
    </Box>
  );
}

interface Move {
  readonly value: string;
  readonly keys: readonly string[];
  readonly label: string;
  go(): void;
}

/** Where it goes on from here. */
function listMoves(session: Session, { library, say, levelText, goTo, visit, catalog }: Game): readonly Move[] {
  const { level } = session;
  const at = library.entries.findIndex(({ id }) => id === level.id);
  const next = at < 0 ? undefined : library.entries[at + 1];
  const nextLabel = () => next && say('result.next', { position: next.position, title: levelText(next.id).title });
  const home = homeOf(level.id);
  // Where another fault waits each time, its ticket is read first.
  const again = level.fault
    ? { label: say('result.another'), go: () => goTo({ screen: 'briefing', levelId: level.id }) }
    : { label: say('result.again'), go: () => goTo({ screen: 'play', levelId: level.id }) };
  const homeLabel = home.screen === 'daily' ? catalog.daily.home : say('result.levels');
  return [
    ...(next
      ? [
          {
            value: 'next',
            keys: ['n'],
            label: nextLabel() ?? '',
            go: () => goTo({ screen: 'briefing', levelId: next.id }),
          },
        ]
      : []),
    { value: 'again', keys: ['r'], ...again },
    {
      value: 'take-home',
      keys: ['e'],
      label: catalog.takeHome.offer,
      go: () => visit({ screen: 'take-home', session }),
    },
    { value: 'levels', keys: ['q', 'escape'], label: homeLabel, go: () => goTo(home) },
  ];
}

interface FirstPageProps {
  readonly session: Session;
  readonly known: KnownAnswers | undefined;
  readonly moves: readonly Move[];
  readonly room: number;
}

function FirstPage({ session, known, moves, room }: FirstPageProps) {
  const game = useGame();
  const height = room - moves.length;
  return (
    <>
      <Box flexDirection="column" height={height} overflow="hidden">
        <Lines lines={drawResult(session, known, game, height)} />
      </Box>
      <Box paddingLeft={1} flexDirection="column" height={moves.length}>
        <Menu
          items={moves}
          width={Math.min(game.size.columns - 2, 70)}
          height={moves.length}
          onSelect={(value) => moves.find((move) => move.value === value)?.go()}
        />
      </Box>
    </>
  );
}

function drawPage(
  session: Session,
  page: 'answers' | 'bill',
  known: KnownAnswers | undefined,
  game: Game,
): readonly Line[] {
  const { catalog, levelText, size } = game;
  const { level, present } = session;
  const width = Math.min(size.columns, 110);
  if (page === 'answers') return drawAnswers(session, known, catalog, width);
  const reference = referenceScore(level).cost;
  return drawBill({ level, world: present.world, reference, text: levelText(level.id), catalog, width });
}

/** Exactly `room` rows; how many more there are stands in the last. */
function scrolled(lines: readonly Line[], from: number, room: number, { say }: Game): readonly Line[] {
  const below = lines.length - from - room;
  const shown = Array.from({ length: room }, (_, row) => lines[from + row] ?? []);
  if (below <= 0) return shown;
  return [...shown.slice(0, -1), line(' ', span(`↓ ${say('menu.more', { count: below + 1 })}`, 'dim'))];
}
