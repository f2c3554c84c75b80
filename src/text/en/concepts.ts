// Codex cards of concepts that have no level of their own.

import type { ConceptText } from '../codex-words.ts';

export const concepts = {
  'hairpin-target': {
    name: 'A server that meets itself',
    card: [
      'A load balancer that preserves the client’s address may choose the very server that called it. The packet comes back with the server’s own address as its source, and the server drops it as nonsense. With two targets every second call fails.',
      'Turn preservation off for that group, or let the server call itself without the load balancer. Documented in the Network Load Balancer’s troubleshooting page.',
    ],
  },
  'peering-not-transitive': {
    name: 'Peering ends at the peer',
    card: [
      'A peering connection carries packets between addresses of its two VPCs. If A is peered with B and B with C, a packet from A for C is not carried, whatever the route tables say.',
      'Three VPCs that all talk need three peering connections, or one transit gateway. Documented.',
    ],
  },
  'written-before-learned': {
    name: 'Written before learned',
    card: [
      'When a route that you wrote and a propagated one name the same block, yours is used. When they differ in length, the longer one is. Documented.',
      'Yours is even used when its target is gone: it stays as a blackhole and keeps winning. That part is inferred.',
    ],
  },
  'public-block': {
    name: 'A public block inside',
    card: [
      'A VPC may use publicly routable addresses as its own block. AWS does not announce them to the internet, so nobody outside finds them there. Reaching such a machine takes a public address paired at the edge, as for any other. Documented.',
      'If the block belongs to somebody else, that somebody can no longer be reached from the VPC: local keeps its packets.',
    ],
  },
  'frame-size': {
    name: 'How large a packet may be',
    card: [
      'Inside a VPC a packet may have 9001 bytes, across an internet gateway or a VPN 1500, across a transit gateway 8500. A larger one that may not be cut is dropped, and an ICMP message says which size would fit.',
      'A filter that drops this message makes large transfers hang while small ones work. Documented.',
    ],
  },
} as const satisfies Readonly<Record<string, ConceptText>>;
