import { describe, expect, it } from 'vitest';
import { languages } from '../../src/i18n/language.ts';
import { updateWords } from '../../src/i18n/words/updates.ts';
import { eventNames } from '../../src/updates/finding.ts';
import { sourceIds } from '../../src/updates/source.ts';

describe.each(languages)('in %s', language => {
  it('every kind of finding and every source has a name', () => {
    expect(Object.keys(updateWords[language].events).toSorted()).toEqual([...eventNames].toSorted());
    expect(Object.keys(updateWords[language].sources).toSorted()).toEqual(
      expect.arrayContaining([...sourceIds].toSorted()),
    );
  });
});
