// Wrong beliefs as a learner would say them, and what is so.

import type { BeliefText } from '../catalog.ts';

export const beliefs = {
  'public-subnet-is-enough': {
    belief: 'The subnet is public, so my instance has internet.',
    so: 'A public subnet only has a route to the internet gateway. At the edge the gateway looks for a public address that belongs to the sender’s private one. Without such a pair the packet is dropped there, though route and gateway are fine.',
  },
  'nat-beside-its-users': {
    belief: 'A NAT gateway goes into the private subnet, because its users are there.',
    so: 'A zonal NAT gateway sends on by the table of its own subnet. In a private subnet that table leads back to the NAT gateway, or nowhere. It belongs where 0.0.0.0/0 leads to the internet gateway.',
  },
  'endpoint-works-once-made': {
    belief: 'An S3 gateway endpoint works once it has been created.',
    so: 'Only the route tables named in the endpoint get its row. Subnets with another table still match 0.0.0.0/0 and pay at the NAT gateway, and nothing reports an error.',
  },
  'any-table-will-do': {
    belief: 'I have added the route, so it is in force.',
    so: 'A subnet reads one table: the one associated with it, or the main one if there is none. A row in any other table is never looked at.',
  },
  'replies-find-their-way': {
    belief: 'If the request gets there, the answer finds its way back.',
    so: 'The answer is a packet of its own, looked up in the table of whoever answers. A road that is open one way only loses every conversation.',
  },
  'let-in-let-out': {
    belief: 'A filter that lets the request in lets the answer out.',
    so: 'A security group does, because it keeps track of connections. A network ACL does not: it judges the answer afresh, and the answer goes to the client’s ephemeral port.',
  },
  'tunnel-up-traffic-flows': {
    belief: 'The tunnel is up, so traffic flows.',
    so: 'A tunnel carries what a route sends to it. Without a static or propagated row to the virtual private gateway, the packet takes 0.0.0.0/0 or finds no route.',
  },
  'function-in-public-subnet': {
    belief: 'A function or a task in a public subnet has internet.',
    so: 'What counts is the interface, not the subnet. An interface without a public address is dropped at the edge, whatever runs on it.',
  },
  'top-to-bottom': {
    belief: 'A route table is read from top to bottom.',
    so: 'A table is a set without an order. Of the rows that hold the destination, the one with the longest prefix wins.',
  },
  'balancer-is-broken': {
    belief: 'My server times out calling its own load balancer, so the balancer is broken.',
    so: 'With the client’s address preserved, the balancer may choose the caller itself. The packet then arrives with its own address as the source, and the server drops it. It fails as often as the caller is chosen.',
  },
  'nic-owns-the-eip': {
    belief: 'The Elastic IP sits on my network card.',
    so: 'The interface holds private addresses only. The internet gateway keeps the pair and swaps source and destination at the edge, so the guest never sees its public address.',
  },
  'nat-stamps-the-eip': {
    belief: 'The NAT gateway puts its Elastic IP on the packet.',
    so: 'There are two rewrites. The NAT gateway writes its own private address and a port of its own; the internet gateway then swaps that address for the Elastic IP.',
  },
  'eip-makes-reachable': {
    belief: 'Give the private instance an Elastic IP, and it can be reached.',
    so: 'The request is delivered. The answer follows the subnet’s 0.0.0.0/0 to the NAT gateway, which knows no such flow. That it is dropped there is inferred; that it does not work is documented.',
  },
  'borrowed-gateway': {
    belief: 'By peering or VPN I can use the other VPC’s gateways.',
    so: 'What comes in over peering, VPN or Direct Connect is delivered to interfaces of that VPC and nowhere else. Its internet gateway, NAT gateway and gateway endpoints are not for you.',
  },
  'peering-is-transitive': {
    belief: 'A is peered with B and B with C, so A reaches C.',
    so: 'A peering connection carries packets between its own two VPCs and no others. A and C need one of their own, or a transit gateway.',
  },
  'privatelink-joins': {
    belief: 'PrivateLink joins the two networks.',
    so: 'It places one interface in the consumer’s subnet that leads to one service. The provider cannot start a connection, routes do not cross, and both may use the same addresses.',
  },
  'lent-address-is-mine': {
    belief: 'The public address my instance got is mine to keep.',
    so: 'It is lent. A stop gives it back and a start brings another. A reboot keeps it, and an Elastic IP takes its place.',
  },
  'flag-reaches-back': {
    belief: 'I tick auto-assign on the subnet, and the instance gets a public address.',
    so: 'The flag is read when an instance is launched. Interfaces that are already there stay as they are.',
  },
  'endpoint-serves-everybody': {
    belief: 'My gateway endpoint also serves the office, the peer and the other Region.',
    so: 'Its routes act on packets that start in the VPC’s own subnets, and its list holds one Region’s addresses. The others need an interface endpoint, or the internet.',
  },
  'endpoint-changes-the-name': {
    belief: 'With a gateway endpoint the service’s name points to something private.',
    so: 'The name still gives the service’s public address, and the prefix-list row catches it. What changes is the source: the service sees a private address and the endpoint’s id.',
  },
  'nat-lets-in': {
    belief: 'A NAT gateway can let somebody in, or forward a port.',
    so: 'It lets in answers to flows that began inside. Anything else sent to its address is dropped, and there is no port map to fill in.',
  },
  'longer-always-beats-local': {
    belief: 'local always loses to a longer row. Or: local can never be beaten.',
    so: 'A row of yours may be narrower than local if it names exactly one subnet and leads to an interface, a NAT gateway or a Gateway Load Balancer endpoint. A propagated row inside the VPC’s block is ignored, however long.',
  },
  'target-sees-balancer': {
    belief: 'Targets see the load balancer’s address. Or: they always see the client’s.',
    so: 'It depends. Instance targets see the client’s address unless told otherwise; IP targets on TCP see the balancer’s. Either way the answer goes back by the flow, not by the subnet’s table.',
  },
  'cross-zone-is-on': {
    belief: 'Cross-zone balancing is on, so a zone without a target is no trouble.',
    so: 'A Network Load Balancer starts with it off. The node of an empty zone has nobody to send to, and whoever calls that node’s address fails.',
  },
  'dead-row-falls-back': {
    belief: 'The target is deleted, so traffic falls back to the wider row.',
    so: 'The row stays, as a blackhole, and still wins by its length. Packets that it wins are dropped. That it never falls through is inferred, with no counter-example known.',
  },
  'forwarder-just-forwards': {
    belief: 'A machine that forwards just needs IP forwarding.',
    so: 'Its interface drops whatever is not addressed to it, until the source/destination check is turned off.',
  },
  'one-table-for-all': {
    belief: 'One table with 0.0.0.0/0 to the NAT gateway will do for every subnet.',
    so: 'The NAT gateway’s own subnet would read it too, and send its packets back to itself. They are lost. One table leads to the NAT gateway, another to the internet gateway.',
  },
  'one-nat-for-all-zones': {
    belief: 'One NAT gateway covers all zones.',
    so: 'A zonal one is lost with its zone, for everybody who uses it, and traffic from other zones is billed for crossing. The regional kind, announced in November 2025, has no such zone.',
  },
  'private-addresses-are-unique': {
    belief: 'A private address is unique in the cloud.',
    so: 'The Mapping Service looks up the VPC and the address together. Two VPCs may both have a 10.1.0.9; the VPC’s id on the wrap tells them apart.',
  },
  'router-between-subnets': {
    belief: 'Between subnets sits a router, and a broadcast reaches the neighbours.',
    so: 'The sender’s host answers ARP itself and wraps straight to the receiver’s host. No device forwards in between, and broadcast is not carried.',
  },
  'overlap-can-peer': {
    belief: 'Overlapping VPCs can be peered if the parts I use differ.',
    so: 'The request fails as soon as any of their blocks overlap. There is no partial peering. PrivateLink does not mind.',
  },
  'wires-share-the-load': {
    belief: 'Direct Connect and the VPN share the load. Or: the backup is idle.',
    so: 'The longest prefix wins, whichever wire brought it. Among equal ones Direct Connect goes first, then a static VPN, then BGP. A longer prefix on the backup takes the traffic at once.',
  },
  'learned-beats-written': {
    belief: 'A propagated route overrides the one I wrote.',
    so: 'For the same block the written route wins. For blocks of different lengths, the longer one wins.',
  },
  'idle-stays-open': {
    belief: 'An idle connection through NAT stays open.',
    so: 'After 350 seconds without a packet the NAT gateway forgets it. The next packet from inside is answered with a reset.',
  },
  'nat-without-limit': {
    belief: 'A NAT gateway scales without limit.',
    so: 'Each of its addresses holds 55,000 connections at a time to one destination address, port and protocol. More addresses multiply that.',
  },
  'private-vif-gives-s3': {
    belief: 'Direct Connect with a private virtual interface brings me to S3.',
    so: 'A private one carries the VPC’s blocks, and S3’s public addresses are not among them. A public virtual interface or an interface endpoint is the way.',
  },
  'default-down-the-tunnel': {
    belief: 'The office can use the VPC’s internet gateway by sending 0.0.0.0/0 down the tunnel.',
    so: 'A virtual private gateway delivers to its own VPC. A packet for anybody else is dropped there.',
  },
  'public-ip-inside-is-the-same': {
    belief: 'Inside the VPC I can just as well use my neighbour’s public address.',
    so: 'That packet goes to the internet gateway, where both ends are swapped. The neighbour sees a public source, so group references no longer match, and it is billed.',
  },
  'ping-tests-the-nat': {
    belief: 'I can test a NAT gateway by pinging it.',
    so: 'It does not answer an echo sent to itself. Ping something outside, through it.',
  },
  's3-crosses-the-internet': {
    belief: 'S3 by the internet gateway means that my data crosses the open internet.',
    so: 'It leaves with a public source for a public address of AWS. AWS says that such traffic stays on its network. What it lacks is a private source, not a safe road.',
  },
  'public-block-is-public': {
    belief: 'My VPC uses public addresses, so it can be reached from outside.',
    so: 'AWS does not announce a VPC’s block to the internet. Without a public address paired at the edge, nothing comes in or goes out.',
  },
  'big-frames-everywhere': {
    belief: 'Jumbo frames work everywhere.',
    so: '9001 bytes hold inside the VPC. Across an internet gateway or a VPN 1500 is the most. A larger packet that may not be cut is dropped, and its sender told, if no filter hides the message.',
  },
} as const satisfies Readonly<Record<string, BeliefText>>;
