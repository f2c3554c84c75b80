// A piece of the game as all settings together make it look, so that each is seen where it is chosen.

import { fillMessage } from '../../text/message.ts';
import type { Game } from '../game-context.ts';
import { frame, type Line, line, span } from '../lines.ts';
import { glyphsOf } from '../map/glyphs.ts';

/** How many places the sample's packet walks through. */
export const SAMPLE_STEPS = 9;

export function drawSample(
  { catalog, settings, border, keys }: Pick<Game, 'catalog' | 'settings' | 'border' | 'keys'>,
  at: number,
  width: number,
): readonly Line[] {
  const { settings: words } = catalog;
  const { arrow, pair, packet, passed, failed } = glyphsOf(border);
  const way = Array.from({ length: SAMPLE_STEPS }, (_, step) =>
    step === at ? span(packet, 'packet') : span(step < at ? passed : '-', 'dim'),
  );
  const keySet = settings.keys === 'vim' ? 'sample.vim' : 'sample.arrows';
  const content: readonly Line[] = [
    line(' ', span('vpc-red', 'vpc'), '  10.1.0.0/16  ', span('nat-1', 'nat'), '  ', span('igw-1', 'edge')),
    line('  vm ', ...way, ' ', span('igw-1', 'edge'), ' ', span('client', 'outside')),
    line('  10.1.0.5 ', span(pair, 'dim'), ' ', span('203.0.113.9', 'changed'), ` ${arrow} 8.8.8.8`),
    line(
      ' ',
      span(border.topLeft === '+' ? '+' : '✓', 'good'),
      ` ${words['sample.arrived']}   `,
      span(failed, 'bad'),
      ` ${words['sample.lost']}   `,
      span(`! ${words['sample.odd']}`, 'warn'),
    ),
    line(span(' $ ', 'dim'), span('aws ec2 create-route …', 'command')),
    line(' ', span(fillMessage(words[keySet], keys), 'key')),
  ];
  return frame(content, { width, height: content.length + 2, title: line(span(words.sample, 'heading')), border });
}
