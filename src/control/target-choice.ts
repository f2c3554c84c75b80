// The parameter Targets: `Id=i-app,Port=8080`, and which targets a group may have. Source: D-NLB; ELBv2 API reference, RegisterTargets.

import * as v from 'valibot';
import { interfacesOf, vpcIdOfInterface } from '../cloud/lookup.ts';
import { portSchema } from '../cloud/schema.ts';
import type { World, WorldDraft } from '../cloud/world.ts';
import type { Target } from '../dataplane/gateways/target-group.ts';
import { type Address, parseAddress } from '../net/address.ts';
import { scopeOf } from '../net/cidr.ts';
import { groupAt } from './load-balancer.ts';
import type { OperationError } from './operation.ts';
import { numberSchema, structure } from './structure.ts';

const targetSchema = v.strictObject({ Id: v.string(), Port: v.optional(v.pipe(numberSchema, portSchema)) });

export type TargetInput = v.InferOutput<typeof targetSchema>;

export const targetParameter = () => structure('Id=…,Port=…', targetSchema);

export function isSame({ id, port }: Target, { Id, Port }: TargetInput, groupPort: number): boolean {
  return id === Id && (port ?? groupPort) === (Port ?? groupPort);
}

/** Takes an instance that is gone out of every target group. */
export function deregisterTarget(draft: WorldDraft, instanceId: string): void {
  for (const gateway of Object.values(draft.gateways)) {
    if (gateway.kind !== 'target-group') continue;
    const targets = gateway.targets as unknown as readonly Target[];
    gateway.targets = targets.filter(({ id }) => id !== instanceId) as never;
  }
}

/** Instances of the group's VPC, or the addresses of its interfaces, that the group does not have. */
export function listCandidates(world: World, groupId: string | undefined): readonly string[] {
  if (groupId === undefined) return [];
  const { vpcId, targetType, targets } = groupAt(world, groupId);
  const instances = Object.keys(world.instances).filter((id) => homeOf(world, id) === vpcId);
  const all = targetType === 'instance' ? instances : instances.flatMap((id) => addressesOf(world, id));
  return all.filter((id) => !targets.some((target) => target.id === id)).map((id) => `Id=${id}`);
}

function homeOf(world: World, instanceId: string): string | undefined {
  const first = world.networkInterfaces[interfacesOf(world, instanceId)[0] ?? ''];
  return first && vpcIdOfInterface(world, first);
}

function addressesOf(world: World, instanceId: string): readonly string[] {
  return interfacesOf(world, instanceId).flatMap((id) =>
    world.networkInterfaces[id]!.addresses.map(({ address }) => address),
  );
}

/** Why a group cannot have a target. */
export function checkTargetFor(world: World, groupId: string, { Id }: TargetInput): OperationError | undefined {
  const { vpcId, targetType } = groupAt(world, groupId);
  if (targetType === 'ip') return checkAddress(world, vpcId, Id);
  const instance = world.instances[Id];
  if (!instance || homeOf(world, Id) !== vpcId)
    return invalidTarget(`The target '${Id}' is not an instance of ${vpcId}, the network of the target group.`);
  if (instance.state === 'running') return undefined;
  return invalidTarget(`The target '${Id}' is not in a running state and cannot be registered.`);
}

function checkAddress(world: World, vpcId: string, id: string): OperationError | undefined {
  const address = parseAddress(id);
  if (!address)
    return { code: 'ValidationError', message: `'${id}' is not an IP address, which a group of type ip holds.` };
  if (isInVpc(world, vpcId, address) || ['private', 'shared'].includes(scopeOf(address))) return undefined;
  return invalidTarget(`The address '${id}' is not one of the VPC's, nor one that a wire or a peering may lead to.`);
}

function isInVpc(world: World, vpcId: string, address: Address): boolean {
  return Object.values(world.networkInterfaces).some(
    (each) => vpcIdOfInterface(world, each) === vpcId && each.addresses.some((held) => held.address === address),
  );
}

function invalidTarget(message: string): OperationError {
  return { code: 'InvalidTarget', message };
}
