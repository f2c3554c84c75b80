import { useInput } from 'ink';
import { useRef } from 'react';
import { type KeyName, listKeys } from '../keys.ts';

/** Calls back for each key, one by one, while active. The callback is always the newest, so fast keys see the newest state. */
export function useKeys(onKey: (key: KeyName) => void, isActive = true): void {
  const newest = useRef(onKey);
  newest.current = onKey;
  useInput((input, key) => listKeys(input, key).forEach((name) => newest.current(name)), { isActive });
}
