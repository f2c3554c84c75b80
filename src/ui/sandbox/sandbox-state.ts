// Where in the sandbox's menus the player is, as a pure step: what each choice leads to, and what it asks to be done.

import { sandboxName } from '../../progress/sandboxes.ts';

export type SandboxPage =
  | { readonly page: 'top' | 'levels' }
  | { readonly page: 'level'; readonly levelId: string }
  | { readonly page: 'saved' | 'remove'; readonly name: string }
  | { readonly page: 'name'; readonly of: 'save' | 'rename'; readonly name: string; readonly typed: string };

export type SandboxTask =
  | { readonly do: 'go-on' | 'export' | 'empty' | 'leave' }
  | { readonly do: 'level'; readonly levelId: string; readonly solved: boolean }
  | { readonly do: 'open' | 'remove'; readonly name: string }
  | { readonly do: 'save'; readonly to: string }
  | { readonly do: 'rename'; readonly name: string; readonly to: string };

export interface SandboxStep {
  readonly page: SandboxPage;
  readonly task?: SandboxTask;
}

export const TOP: SandboxPage = { page: 'top' };

/** `name` is what the open sandbox is called, where it has been saved or opened by a name. */
export function chooseInSandbox(page: SandboxPage, value: string, name: string | undefined): SandboxStep {
  if (value === 'back') return backInSandbox(page);
  switch (page.page) {
    case 'top':
      return chooseAtTop(value, name);
    case 'levels':
      return { page: { page: 'level', levelId: value } };
    case 'level':
      return { page: TOP, task: { do: 'level', levelId: page.levelId, solved: value === 'solved' } };
    case 'saved':
      return chooseOfSaved(page.name, value);
    case 'remove':
      return value === 'yes' ? { page: TOP, task: { do: 'remove', name: page.name } } : backInSandbox(page);
    case 'name':
      return { page };
  }
}

function chooseAtTop(value: string, name = ''): SandboxStep {
  if (value.startsWith('saved:')) return { page: { page: 'saved', name: value.slice('saved:'.length) } };
  if (value === 'save') return { page: { page: 'name', of: 'save', name, typed: name } };
  if (value === 'level') return { page: { page: 'levels' } };
  return { page: TOP, task: { do: value as 'go-on' | 'export' | 'empty' } };
}

function chooseOfSaved(name: string, value: string): SandboxStep {
  if (value === 'rename') return { page: { page: 'name', of: 'rename', name, typed: name } };
  if (value === 'remove') return { page: { page: 'remove', name } };
  return { page: TOP, task: { do: 'open', name } };
}

export function backInSandbox(page: SandboxPage): SandboxStep {
  switch (page.page) {
    case 'top':
      return { page, task: { do: 'leave' } };
    case 'level':
      return { page: { page: 'levels' } };
    case 'remove':
      return { page: { page: 'saved', name: page.name } };
    case 'name':
      return { page: page.of === 'rename' ? { page: 'saved', name: page.name } : TOP };
    default:
      return { page: TOP };
  }
}

/** A key while a name is typed. */
export function typeName(page: Extract<SandboxPage, { page: 'name' }>, key: string): SandboxStep {
  const { typed, name, of } = page;
  if (key === 'escape') return backInSandbox(page);
  if (key === 'backspace') return { page: { ...page, typed: typed.slice(0, -1) } };
  if (key === 'enter') {
    const to = sandboxName(typed);
    return { page: TOP, task: of === 'save' ? { do: 'save', to } : { do: 'rename', name, to } };
  }
  const letter = key === 'space' ? '-' : key;
  return { page: [...letter].length === 1 ? { ...page, typed: typed + letter } : page };
}
