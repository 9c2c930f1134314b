import { describe, expect, it } from 'vitest';
import { languages } from '../../../src/i18n/language.ts';
import { findingWords } from '../../../src/i18n/words/findings.ts';
import { eventNames } from '../../../src/news/model/finding.ts';
import { sourceIds } from '../../../src/news/model/source.ts';

describe.each(languages)('in %s', language => {
  it('every kind of finding and every source has a name', () => {
    expect(Object.keys(findingWords[language].events).toSorted()).toEqual([...eventNames].toSorted());
    expect(Object.keys(findingWords[language].sources).toSorted()).toEqual(
      expect.arrayContaining([...sourceIds].toSorted()),
    );
  });
});
