/** The part of the package that is used here: it ships no types. */
declare module 'fs-native-extensions' {
  /** False where another open file holds the lock. The system frees it when the process ends, however it ends. */
  export function tryLock(fd: number): boolean;
  export function unlock(fd: number): void;
}
