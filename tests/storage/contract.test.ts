import { describe, onTestFinished } from 'vitest';
import type { Adapter } from '../../src/storage/adapter.ts';
import { createMemoryStore } from '../../src/storage/memory.ts';
import { contract } from './contract.ts';

const closing = <T extends Adapter>(store: T): T => {
  onTestFinished(() => store.close());
  return store;
};
const ignore = () => undefined;

describe('memory', () => contract(async () => closing(createMemoryStore(ignore))));
