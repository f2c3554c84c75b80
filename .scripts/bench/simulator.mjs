// Exchanges a second on one core, through route table, mapping, wrap, NAT gateway, Blackfoot, and all the way back.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { median } from './statistics.mjs';

const perVpc = 50_000;

export async function measureSimulator({ root, rounds }) {
  const { readWorld, traceExchange } = await loadSimulator(root);
  const speed = (size, recording) =>
    measureSpeed({ world: makeWorld(readWorld, size), traceExchange, recording, rounds });
  const small = { interfaces: 10, routes: 2 };
  const verdict = speed(small, false);
  return {
    verdict,
    steps: speed(small, true),
    manyRoutes: speed({ interfaces: 10, routes: 500 }, false),
    thousandInterfaces: speed({ interfaces: 1000, routes: 2 }, false),
    manyInterfaces: speed({ interfaces: 100_000, routes: 2 }, false),
  };
}

async function loadSimulator(root) {
  const folder = mkdtempSync(join(tmpdir(), 'blackfoot-simulator-'));
  const outfile = join(folder, 'simulator.mjs');
  const contents = `
    export { readWorld } from './src/dataplane/read-world.ts';
    export { traceExchange } from './src/dataplane/trace.ts';`;
  await build({ stdin: { contents, resolveDir: root }, outfile, bundle: true, platform: 'node', format: 'esm' });
  const simulator = await import(pathToFileURL(outfile).href);
  rmSync(folder, { recursive: true });
  return simulator;
}

function measureSpeed({ world, traceExchange, recording, rounds }) {
  const probes = Array.from({ length: 64 }, (_, index) => ({
    from: 'i-app',
    to: 'client',
    port: 443,
    sourcePort: 40_000 + index,
  }));
  const options = { recording };
  const { outcome } = traceExchange(world, probes[0], options);
  if (outcome !== 'conversed') throw new Error(`The exchange to measure ended as ${outcome}.`);
  const speeds = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    let exchanges = 0;
    do {
      for (const probe of probes) traceExchange(world, probe, options);
      exchanges += probes.length;
    } while (performance.now() - start < 250);
    speeds.push((exchanges * 1000) / (performance.now() - start));
  }
  // The first round warms the machine up.
  return median(speeds.slice(1));
}

function makeWorld(readWorld, { interfaces, routes }) {
  const input = {
    hosts: { 'host-1': { underlay: '100.64.0.11' } },
    vpcs: {},
    subnets: {},
    routeTables: {},
    routeAssociations: {},
    gateways: {},
    networkInterfaces: {},
    instances: { 'i-app': { hostId: 'host-1' } },
    elasticIps: {},
    securityGroups: {},
    internet: { client: { address: '198.51.100.8' } },
  };
  for (let made = 0, index = 0; made < interfaces; made += perVpc, index++) {
    addVpc(input, index, Math.min(perVpc, interfaces - made));
  }
  addPath(input, routes);
  const world = readWorld(input);
  if (!world.ok) throw new Error(`The bench world is broken: ${JSON.stringify(world.error.slice(0, 3))}`);
  return world.value;
}

// Interfaces that no packet of the bench meets, in subnets of their own: they are there to be in the way.
function addVpc(input, index, interfaces) {
  const vpcId = `vpc-${index}`;
  input.vpcs[vpcId] = { cidrs: ['10.0.0.0/16'] };
  for (let quarter = 0; quarter < 4; quarter++) {
    input.subnets[`subnet-${index}-${quarter}`] = { vpcId, cidr: `10.0.${quarter * 64}.0/18` };
  }
  for (let made = 0; made < interfaces; made++) {
    const quarter = made % 4;
    const offset = 64 + Math.floor(made / 4);
    const address = `10.0.${quarter * 64 + (offset >> 8)}.${offset & 255}`;
    input.networkInterfaces[`eni-${index}-${made}`] = {
      subnetId: `subnet-${index}-${quarter}`,
      addresses: [{ address }],
    };
  }
}

// i-app in subnet 0 goes by the NAT gateway of subnet 1, and that by the internet gateway.
function addPath(input, routes) {
  const vpcId = 'vpc-0';
  const filler = Array.from({ length: routes - 2 }, (_, index) => ({
    destination: `172.${16 + (index >> 8)}.${index & 255}.0/24`,
    target: 'igw-1',
  }));
  input.routeTables['rtb-app'] = { vpcId, routes: [...filler, { destination: '0.0.0.0/0', target: 'nat-1' }] };
  input.routeTables['rtb-public'] = { vpcId, routes: [...filler, { destination: '0.0.0.0/0', target: 'igw-1' }] };
  input.routeAssociations['rtbassoc-app'] = { routeTableId: 'rtb-app', subnetId: 'subnet-0-0' };
  input.routeAssociations['rtbassoc-public'] = { routeTableId: 'rtb-public', subnetId: 'subnet-0-1' };
  input.gateways['igw-1'] = { kind: 'internet-gateway', vpcId };
  input.networkInterfaces['eni-app'] = {
    subnetId: 'subnet-0-0',
    addresses: [{ address: '10.0.0.20' }],
    instanceId: 'i-app',
  };
  input.networkInterfaces['eni-nat'] = {
    subnetId: 'subnet-0-1',
    addresses: [{ address: '10.0.64.20' }],
    managedBy: 'nat-1',
  };
  input.gateways['nat-1'] = {
    kind: 'nat-gateway',
    vpcId,
    subnetId: 'subnet-0-1',
    networkInterfaceId: 'eni-nat',
    allocationId: 'eipalloc-nat',
  };
  const association = { id: 'eipassoc-nat', networkInterfaceId: 'eni-nat', privateIp: '10.0.64.20' };
  input.elasticIps['eipalloc-nat'] = { publicIp: '203.0.113.50', association };
}
