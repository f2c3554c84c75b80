// The part of a rebuilding script that makes instances and their network interfaces, and sets what runs on them.

import { interfacesOf } from '../../cloud/lookup.ts';
import type { NetworkInterface } from '../../cloud/network-interface.ts';
import type { World } from '../../cloud/world.ts';
import { attachmentId } from '../derived-id.ts';
import { IMAGE_PARAMETER, INSTANCE_TYPE } from '../launch-image.ts';
import { printShorthand } from '../shorthand.ts';
import { askFor } from './defaults.ts';
import { writeNextPublicIp, writePassingPublicIp } from './public-pool.ts';
import {
  define,
  defineOnDemand,
  has,
  json,
  lacks,
  type Options,
  onlyFor,
  ref,
  type ScriptWriter,
  section,
  waitFor,
  write,
} from './script-writer.ts';

export function writeInstances(writer: ScriptWriter): void {
  const { world } = writer;
  section(writer, 'Instances and network interfaces');
  for (const id of Object.keys(world.instances)) writeInstance(writer, id);
  const launched = Object.keys(world.instances).filter((id) => has(writer, id));
  if (launched.length > 0)
    waitFor(writer, 'aws ec2 wait instance-running', { 'instance-ids': launched.map((id) => ref(writer, id)) });
}

/** What a launch in a real account cannot do without. */
const IMAGE: Options = {
  'image-id': `resolve:ssm:${IMAGE_PARAMETER}`,
  'instance-type': INSTANCE_TYPE,
};

/** What is done to instances once they run, and what comes after: a target group takes only instances that run. */
export function writeInterfaces(writer: ScriptWriter): void {
  const { world } = writer;
  for (const id of Object.keys(world.instances)) if (has(writer, id)) writeFurther(writer, id);
  for (const [id, { instanceId, managedBy }] of Object.entries(world.networkInterfaces))
    if (!instanceId && !managedBy) writeInterface(writer, id);
}

function writeInstance(writer: ScriptWriter, id: string): void {
  const { world } = writer;
  const { name, hostId } = world.instances[id]!;
  const [first] = interfacesOf(world, id);
  const primary = first && world.networkInterfaces[first];
  if (!primary || primary.addresses[0]?.address.includes(':')) {
    lacks(writer, `instances.${id}`, 'an instance whose first address is not IPv4');
    return;
  }
  writeLaunch(writer, id, first, {
    ...onlyFor(writer, 'blackfoot', { placement: { parts: ['HostId=', asReference(writer, hostId)] } }),
    ...onlyFor(writer, 'aws', IMAGE),
    'tag-specifications': printShorthand({ ResourceType: 'instance', Tags: [{ Key: 'Name', Value: name ?? id }] }),
  });
}

function writeFurther(writer: ScriptWriter, id: string): void {
  const { world } = writer;
  const { forwarding, state } = world.instances[id]!;
  const [, ...others] = interfacesOf(world, id);
  if (state === 'stopped' || owedInstances(world).includes(id))
    write(writer, 'aws ec2 stop-instances', { 'instance-ids': ref(writer, id) });
  others.forEach((each, index) => {
    writeInterface(writer, each);
    writeAttachment(writer, each, id, index + 1);
  });
  if (forwarding !== 'none') write(writer, 'lab set-forwarding', { 'instance-id': ref(writer, id), forwarding });
}

function asReference(writer: ScriptWriter, id: string) {
  return { variable: writer.variables.get(id) ?? id };
}

/** What the instances' software does: later than everything that it may name. */
export function writeApplications(writer: ScriptWriter): void {
  section(writer, 'What runs on the instances');
  for (const [id, { application }] of Object.entries(writer.world.instances))
    if (Object.keys(application).length > 0) writeApplication(writer, id, application);
}

export function writeApplication(writer: ScriptWriter, id: string, application: object): void {
  write(writer, 'lab put-application', { machine: ref(writer, id), application: json(writer, application) });
}

function writeLaunch(writer: ScriptWriter, id: string, networkInterfaceId: string, more: Options): void {
  const networkInterface = writer.world.networkInterfaces[networkInterfaceId]!;
  const { subnetId, addresses } = networkInterface;
  const [primary] = addresses;
  if (primary?.publicIpOwed) writePassingPublicIp(writer, owedInstances(writer.world).indexOf(id));
  else writeNextPublicIp(writer, primary?.autoPublicIp);
  define(
    writer,
    id,
    'aws ec2 run-instances',
    {
      'subnet-id': ref(writer, subnetId),
      'private-ip-address': primary?.address,
      ...addressOptions(networkInterface),
      'security-group-ids': groupsOf(writer, networkInterface),
      ...publicOption(writer, networkInterface),
      ...more,
    },
    'Instances[0].InstanceId',
  );
  defineOnDemand(
    writer,
    networkInterfaceId,
    'aws ec2 describe-instances',
    () => ({ 'instance-ids': ref(writer, id) }),
    'Reservations[0].Instances[0].NetworkInterfaces[0].NetworkInterfaceId',
  );
  writeRest(writer, networkInterfaceId);
}

function publicOption({ world }: ScriptWriter, { subnetId, addresses }: NetworkInterface): Options {
  const wants = addresses.some(({ autoPublicIp, publicIpOwed }) => autoPublicIp || publicIpOwed);
  if (wants === (world.subnets[subnetId]?.mapPublicIpOnLaunch ?? false)) return {};
  return wants ? { 'associate-public-ip-address': true } : { 'no-associate-public-ip-address': true };
}

function addressOptions({ addresses }: NetworkInterface): Options {
  const ipv6 = addresses.filter(({ address }) => address.includes(':'));
  return { 'ipv6-addresses': ipv6.length > 0 ? ipv6.map(({ address }) => `Ipv6Address=${address}`) : undefined };
}

function groupsOf(writer: ScriptWriter, { groups }: NetworkInterface) {
  for (const group of groups) askFor(writer, group);
  return groups.length > 0 ? groups.map((group) => ref(writer, group)) : undefined;
}

function writeInterface(writer: ScriptWriter, id: string): void {
  const networkInterface = writer.world.networkInterfaces[id]!;
  define(
    writer,
    id,
    'aws ec2 create-network-interface',
    {
      'subnet-id': ref(writer, networkInterface.subnetId),
      'private-ip-address': networkInterface.addresses[0]?.address,
      ...addressOptions(networkInterface),
      groups: groupsOf(writer, networkInterface),
    },
    'NetworkInterface.NetworkInterfaceId',
  );
  writeRest(writer, id);
}

function writeRest(writer: ScriptWriter, id: string): void {
  const { addresses, sourceDestCheck } = writer.world.networkInterfaces[id]!;
  const further = addresses.slice(1).flatMap(({ address }) => (address.includes(':') ? [] : [address]));
  const own = () => ({ 'network-interface-id': ref(writer, id) });
  if (further.length > 0)
    write(writer, 'aws ec2 assign-private-ip-addresses', { ...own(), 'private-ip-addresses': further });
  if (!sourceDestCheck)
    write(writer, 'aws ec2 modify-network-interface-attribute', { ...own(), 'no-source-dest-check': true });
  if (addresses.slice(1).some(({ autoPublicIp, publicIpOwed }) => autoPublicIp || publicIpOwed))
    lacks(writer, `networkInterfaces.${id}`, 'a lent public address that is not on the first private one');
}

function writeAttachment(writer: ScriptWriter, id: string, instanceId: string, index: number): void {
  define(
    writer,
    attachmentId(id),
    'aws ec2 attach-network-interface',
    { 'network-interface-id': ref(writer, id), 'instance-id': ref(writer, instanceId), 'device-index': index },
    'AttachmentId',
  );
}

/** Instances that were stopped only so that AWS owes them an address. */
export function writeStarts(writer: ScriptWriter): void {
  for (const id of owedInstances(writer.world))
    if (writer.world.instances[id]!.state === 'running')
      write(writer, 'aws ec2 start-instances', { 'instance-ids': ref(writer, id) });
}

/** Instances that AWS owes a public address. They are lent one at launch, and stopped to give it back. */
function owedInstances(world: World): readonly string[] {
  return Object.keys(world.instances).filter((id) =>
    interfacesOf(world, id).some((each) =>
      world.networkInterfaces[each]?.addresses.some(({ publicIpOwed }) => publicIpOwed),
    ),
  );
}
