import { describe, expect, it } from 'vitest';
import { languages } from '../../../src/i18n/languages.ts';
import { wordsOf } from '../../../src/i18n/words.ts';

import { eventNames } from '../../../src/news/model/finding.ts';
import { sourceIds } from '../../../src/news/sources/list.ts';

describe.each(languages)('in %s', language => {
  it('every kind of finding and every source has a name', () => {
    expect(Object.keys(wordsOf(language).findings.events).toSorted()).toEqual([...eventNames].toSorted());
    expect(Object.keys(wordsOf(language).findings.sources).toSorted()).toEqual([...sourceIds].toSorted());
  });
});
