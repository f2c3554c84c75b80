// Whether this machine can be the other side: Linux, root, namespaces, and the tools, which come from Debian packages.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** A tool, where Debian puts it, and the package that brings it. */
const TOOLS = [
  { path: '/usr/sbin/ip', package: 'iproute2' },
  { path: '/usr/sbin/bridge', package: 'iproute2' },
  { path: '/usr/sbin/nft', package: 'nftables' },
  { path: '/usr/bin/python3', package: 'python3' },
];

const isThere = (path: string) => [path, path.replace('/usr', ''), path.replace('/sbin/', '/bin/')].some(existsSync);

function missingPackages(): string[] {
  return [...new Set(TOOLS.filter(({ path }) => !isThere(path)).map((tool) => tool.package))];
}

function installQuietly(packages: readonly string[]): void {
  const options = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  spawnSync('/usr/bin/apt-get', ['update', '-qq'], options);
  spawnSync('/usr/bin/apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
}

/** One of everything that the suite needs of the kernel, made in a namespace that ends with the command. */
const TRIAL = [
  'ip link set lo up',
  'ip link add t0 type veth peer name t1',
  'ip link add t2 type vxlan id 1 dstport 4789 local 127.0.0.1 nolearning',
  'ip link add t3 type bridge',
  'ip rule add iif t0 priority 9 blackhole',
  'nft -f -',
].join(' && ');

const TRIAL_RULES = `
table netdev t {
  chain out { type filter hook egress device "t2" priority 0;
    ether saddr set meta mark map { 1 : 02:00:00:00:00:01 }
  }
}
table ip t {
  chain swap { type nat hook postrouting priority 100;
    ct state established accept
  }
  chain through { type filter hook forward priority 0;
    rt ip nexthop 10.0.0.1 accept
  }
}
`;

/** Why the suite cannot run here; undefined when it can. */
export function whyNot(): string | undefined {
  if (process.platform !== 'linux') return 'it needs Linux';
  if (process.getuid?.() !== 0) return 'it needs root, to make network namespaces';
  const missing = missingPackages();
  if (missing.length > 0 && existsSync('/usr/bin/apt-get')) installQuietly(missing);
  const still = missingPackages();
  if (still.length > 0) return `it needs the packages ${still.join(', ')}`;
  const { status, stderr } = spawnSync('/usr/bin/unshare', ['--net', 'sh', '-c', TRIAL], {
    encoding: 'utf8',
    input: TRIAL_RULES,
  });
  if (status === 0) return undefined;
  return `this kernel or container does not allow what it needs (${stderr?.trim().split('\n')[0] ?? 'unshare does not start'})`;
}
