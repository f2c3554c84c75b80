import { describe, expect, test } from 'vitest';
import { parseCommand } from '../../src/control/command.ts';
import { splitWords } from '../../src/control/words.ts';
import { readWorld } from '../../src/dataplane/read-world.ts';
import { isSandbox, packetLines, reduceSandbox, startSandbox } from '../../src/game/sandbox.ts';
import { findingsFor, isSolved, type Session } from '../../src/game/session.ts';

function region(): Session {
  const world = readWorld({});
  if (!world.ok) throw new Error('an empty region does not read');
  return startSandbox(world.value);
}

function network(): Session {
  const world = readWorld({
    hosts: { 'host-a': { underlay: '100.64.0.11' } },
    vpcs: { 'vpc-red': { cidrs: ['10.1.0.0/16'] } },
    subnets: { 'subnet-a': { vpcId: 'vpc-red', cidr: '10.1.0.0/24' } },
    instances: { 'i-web': { hostId: 'host-a' }, 'i-db': { hostId: 'host-a' } },
    networkInterfaces: {
      'eni-web': { subnetId: 'subnet-a', instanceId: 'i-web', addresses: [{ address: '10.1.0.5' }] },
      'eni-db': { subnetId: 'subnet-a', instanceId: 'i-db', addresses: [{ address: '10.1.0.6' }] },
    },
    securityGroups: {
      'sg-red': {
        vpcId: 'vpc-red',
        isDefault: true,
        inbound: [{ peer: '0.0.0.0/0' }],
        outbound: [{ peer: '0.0.0.0/0' }],
      },
    },
    internet: { client: { address: '198.51.100.8' } },
  });
  if (!world.ok) throw new Error(JSON.stringify(world.error));
  return startSandbox(world.value);
}

function given(session: Session, ...lines: readonly string[]): Session {
  return lines.reduce((current, line) => {
    const words = splitWords(line);
    const command = words.ok ? parseCommand(words.value) : undefined;
    if (!command?.ok) throw new Error(`${line} does not parse`);
    return reduceSandbox(current, { type: 'operate', operation: command.value.operation });
  }, session);
}

const names = ({ level }: Session) => level.goals.map(({ id }) => id);

describe('a sandbox', () => {
  test('allows every operation from an empty region on, and undoes it', () => {
    const built = given(region(), 'aws ec2 create-vpc --cidr-block 10.9.0.0/16', 'aws ec2 create-internet-gateway');
    expect(Object.keys(built.present.world.vpcs)).toHaveLength(1);
    expect(isSandbox(built)).toBe(true);
    const undone = reduceSandbox(reduceSandbox(built, { type: 'undo' }), { type: 'undo' });
    expect(undone.present.world.vpcs).toEqual({});
  });

  test('starts with the packets that another was left with, but for those of machines that are gone', () => {
    const left = given(
      network(),
      'lab send-packet --from i-web --to i-db --port 5432',
      'lab send-packet --from web --to 198.51.100.8 --protocol icmp',
      'lab send-packet --from client --to web',
    );
    const { world } = left.present;
    expect(packetLines(left)).toEqual([
      'lab send-packet --from i-web --to i-db --port 5432',
      'lab send-packet --from i-web --to 198.51.100.8 --protocol icmp',
      'lab send-packet --from client --to i-web',
    ]);
    expect(startSandbox(world, 'net', packetLines(left)).level.goals).toEqual(left.level.goals);
    const { client: _gone, ...internet } = world.internet;
    const others = startSandbox({ ...world, internet }, 'net', [...packetLines(left), 'no command', 'echo "']);
    expect(names(others)).toEqual(['web → db tcp/5432', 'web → 198.51.100.8 icmp']);
  });

  test('keeps a packet that was named, and sends it at once', () => {
    const session = given(network(), 'lab send-packet --from i-web --to i-db --port 5432');
    expect(names(session)).toEqual(['web → db tcp/5432']);
    expect(session.sent?.goals.map(({ met }) => met)).toEqual([true]);
    expect(session.notice).toMatchObject({ kind: 'looked', output: { Outcome: 'conversed', SeenAs: '10.1.0.5' } });
  });

  test('knows machines by the names that people call them, and addresses', () => {
    const session = given(
      network(),
      'lab send-packet --from web --to client',
      'lab send-packet --from web --to 10.1.0.6',
    );
    expect(names(session)).toEqual(['web → client tcp/443', 'web → 10.1.0.6 tcp/443']);
  });

  test('diagnoses a packet that does not get through', () => {
    const session = given(network(), 'lab send-packet --from i-web --to client');
    const [result] = session.sent?.goals ?? [];
    expect(result).toMatchObject({ met: false, code: 'NO_ROUTE_TO_DESTINATION' });
    expect(result && findingsFor(session, result).length).toBeGreaterThan(0);
  });

  test('refuses a machine that is not there, and says who is', () => {
    const session = given(network(), 'lab send-packet --from i-nobody --to i-db');
    expect(session.notice).toMatchObject({ kind: 'refused', error: { code: 'InvalidMachine.NotFound' } });
    expect(JSON.stringify(session.notice)).toContain('web, db, client');
    expect(names(session)).toEqual([]);
  });

  test('asks the same packet once, the latest last, and keeps six', () => {
    const ports = [1, 2, 3, 4, 5, 6, 7, 3].map((port) => `lab send-packet --from i-web --to i-db --port ${port}`);
    expect(names(given(network(), ...ports)).map((name) => name.split('/')[1])).toEqual(['2', '4', '5', '6', '7', '3']);
  });

  test('is never won, whatever gets through', () => {
    const session = given(network(), 'lab send-packet --from i-web --to i-db');
    expect(isSolved(session)).toBe(false);
    expect(isSolved(reduceSandbox(session, { type: 'send' }))).toBe(false);
  });

  test('sends all its packets again after an edit', () => {
    const edited = given(
      network(),
      'lab send-packet --from i-web --to i-db',
      'aws ec2 terminate-instances --instance-ids i-db',
    );
    const [result] = reduceSandbox(edited, { type: 'send' }).sent?.goals ?? [];
    expect(result?.met).toBe(false);
  });
});
