import type { World } from '../cloud/world.ts';
import { writeWhole } from '../progress/write-whole.ts';
import { Refusal } from './refusal.ts';
import type { Call } from './run-command.ts';

export async function writeWorld({ say }: Pick<Call, 'say'>, file: string, world: World): Promise<void> {
  const text = /\.ya?ml$/.test(file) ? await writeYaml(world) : `${JSON.stringify(world, undefined, 2)}\n`;
  const reason = writeWhole(file, text);
  if (reason) throw new Refusal(say('cannot-write', { file, reason }));
}

async function writeYaml(world: World): Promise<string> {
  const { formatYaml } = await import('../levels/parse-text.ts');
  return formatYaml(world);
}
