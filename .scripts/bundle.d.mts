interface Program {
  readonly entry: string;
  readonly isPart?: RegExp;
  readonly quick: readonly string[];
  readonly fast?: boolean;
}

export function bundleProgram(program: Program): Promise<{
  readonly files: readonly { readonly name: string; readonly contents: string | Uint8Array }[];
}>;
