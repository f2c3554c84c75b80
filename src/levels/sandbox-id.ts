/** The id of the level that a sandbox is. No file has it. */
export const SANDBOX = 'sandbox';
