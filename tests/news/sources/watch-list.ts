import { readWatchList, type WatchList } from '../../../src/news/sources/list.ts';

const why = { en: 'Why this is followed (test).', es: 'Por qué se sigue esto (prueba).' };

const watched = {
  dockets: [
    { id: '9001', name: 'Test Party v. Example State', number: '9:99-cv-09999', why },
    { id: '9002', name: 'Second Test v. Example', number: '9:99-cv-09998', why },
  ],
  appeals: [
    {
      id: 'by-parties',
      name: 'United States v. State of Illinois',
      parties: ['United States | USA', 'Illinois'],
      why,
    },
    {
      id: 'by-number',
      name: 'Watched case',
      number: '99-1002',
      why: { ...why, en: 'Why the second one (test).' },
    },
  ],
  bills: [{ bill: 'HB99', assembly: 104, name: 'Test bill', page: 'https://ilga.gov/test', why }],
  register: [
    {
      id: 'test-search',
      name: 'Test search',
      term: '"test phrase"',
      types: ['PRESDOCU', 'NOTICE'],
      kind: 'funding',
      why,
    },
  ],
  grants: [{ id: 'test-grant', name: 'Test grant', keyword: '"Test Grant"', why }],
  releases: [
    {
      id: 'test-releases',
      name: 'Test releases',
      title: 'Illinois',
      mentions: ['immigration', 'TRUST Act'],
      kind: 'litigation',
      why,
    },
  ],
};

const read = readWatchList(watched);
if (!read.ok) throw new Error(JSON.stringify(read.faults));
/** A watch list of invented things, one or two a source. */
export const testWatchList: WatchList = read.list;
