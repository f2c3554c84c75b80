// List prices, us-east-1, in US dollars. Source: vpc-dataplane section 10, third-party guides dated February to June 2026 that repeat
// AWS's public list [observed]; AWS's own price pages were not read. 730 hours make a month. Load balancers are not in that section:
// theirs from such a guide of 2025, their capacity unit as the gigabyte that it stands for while nothing else uses it up.
// What is not here is free: internet and egress-only gateways, route tables, gateway endpoints, peering, virtual private gateways; and
// bytes to S3 and DynamoDB of the same Region, but for what the way there charges. Simplified: another Region costs as the internet does.

export const PRICES = {
  dated: '2026-06',
  region: 'us-east-1',
  hoursPerMonth: 730,
  /** What stands, by the hour. The names are those of the gateway kinds. */
  perHour: {
    /** Elastic or auto-assigned, in use or idle, since February 2024. */
    'public-ipv4': 0.005,
    'nat-gateway': 0.045,
    /** For each zone in which it serves. Inferred: third parties only say that a regional gateway is billed by its zones. */
    'regional-nat-gateway': 0.045,
    /** For each zone. */
    'interface-endpoint': 0.01,
    'network-load-balancer': 0.0225,
    'transit-gateway-attachment': 0.05,
    'vpn-connection': 0.05,
    /** A port of 1 Gbit/s. */
    'direct-connect-connection': 0.3,
  },
  /** A port of 10 Gbit/s, by the hour. */
  directConnect10Gbps: 2.25,
  /** What passes, by the gigabyte, in either direction. */
  perGigabyte: {
    'nat-gateway': 0.045,
    'regional-nat-gateway': 0.045,
    'interface-endpoint': 0.01,
    'network-load-balancer': 0.006,
    'transit-gateway': 0.02,
  },
  /** Out of AWS, by the gigabyte; inward is free. The first 10 TB of a month. */
  internetEgress: 0.09,
  directConnectEgress: 0.02,
  /** For each of the two ends: between zones, or by public addresses inside the Region. */
  crossZone: 0.01,
} as const;
