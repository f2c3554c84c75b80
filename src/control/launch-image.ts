// What a launch in a real account runs on, where the game has only machines.

/** The parameter in which AWS keeps the newest image of Amazon Linux 2023. Source: Systems Manager, public parameters. */
export const IMAGE_PARAMETER = '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64';

export const INSTANCE_TYPE = 't3.micro';
