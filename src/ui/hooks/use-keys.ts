import { useInput, usePaste } from 'ink';
import { useContext, useRef } from 'react';
import { GameContext } from '../game-context.ts';
import { type KeyName, keyIn, listKeys } from '../keys.ts';

/** Calls back for each key, one by one, while active: the one that is meant, in whichever set of keys the player has. */
export function useKeys(onKey: (key: KeyName) => void, isActive = true): void {
  const set = useContext(GameContext)?.settings.keys;
  useTypedKeys((key) => onKey(keyIn(set, key)), isActive);
}

/** The same where letters are letters. The callback is always the newest, so fast keys see the newest state. */
export function useTypedKeys(onKey: (key: KeyName) => void, isActive = true): void {
  const newest = useRef(onKey);
  newest.current = onKey;
  const isHidden = useContext(GameContext)?.isHidden ?? false;
  useInput((input, key) => listKeys(input, key).forEach((name) => newest.current(name)), {
    isActive: isActive && !isHidden,
  });
}

/** Calls back with what is pasted, while active and seen. */
export function usePasted(onPaste: (text: string) => void, isActive = true): void {
  const isHidden = useContext(GameContext)?.isHidden ?? false;
  usePaste(onPaste, { isActive: isActive && !isHidden });
}
