// List prices, us-east-1, in US dollars. Source: vpc-dataplane section 10, third-party guides dated February to June 2026 that repeat
// AWS's public list [observed]; AWS's own price pages were not read. 730 hours make a month.

export const PRICES = {
  dated: '2026-06',
  region: 'us-east-1',
  hoursPerMonth: 730,
  perHour: {
    /** Elastic or auto-assigned, in use or idle, since February 2024. */
    publicIpv4: 0.005,
    natGateway: 0.045,
  },
} as const;
