import type { Component } from './component.ts';
import type { Fault } from './errors.ts';

/** Component types by Discord's names. */
export const kind = { row: 1, button: 2, menu: 3, section: 9, text: 10, file: 13, container: 17 } as const;

/** One fault at a path, by Discord's name for it. */
export const fault = (path: readonly (string | number)[], code: string, message: string): Fault => ({
  path,
  code,
  message,
});

/** The values that are there more than once. */
export const repeated = <T>(values: readonly T[]): T[] => [
  ...new Set(values.filter((value, at) => values.indexOf(value) !== at)),
];

/** What is wrong with a component by itself; `files` are the names of the message's files. */
export function componentFaults(one: Component, files: readonly string[]): Fault[] {
  const path = ['components', one.custom_id ?? String(one.type)];
  const wrong = (isWrong: boolean, code: string, message: string) =>
    isWrong ? [fault(path, code, message)] : [];
  switch (one.type) {
    case kind.row: {
      const [first, second] = one.components ?? [];
      const isMixed =
        second !== undefined && one.components?.some(child => child.type !== kind.button) === true;
      return wrong(first !== undefined && isMixed, 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'A menu fills its row');
    }
    case kind.button: {
      const isLink = one.style === 5;
      return [
        ...wrong(
          isLink !== Boolean(one.url),
          'BUTTON_COMPONENT_INVALID_URL',
          'Link buttons have a url, no others have',
        ),
        ...wrong(
          !isLink && one.style !== 6 && !one.custom_id,
          'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED',
          'A custom id is required',
        ),
        ...wrong(!one.label && !one.emoji, 'BASE_TYPE_REQUIRED', 'A label or an emoji is required'),
      ];
    }
    case kind.menu: {
      const { options = [], min_values: min = 1, max_values: max = 1 } = one;
      const chosen = options.filter(option => option.default).length;
      const twice = repeated(options.map(option => option.value));
      return [
        ...wrong(
          twice.length > 0,
          'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
          `The specified option value is already used: ${twice}`,
        ),
        ...wrong(
          min > max || max > options.length,
          'SELECT_COMPONENT_MAX_VALUES',
          'Fewer options than can be chosen',
        ),
        ...wrong(
          chosen > max,
          'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES',
          'More default options than can be chosen',
        ),
      ];
    }
    case kind.file: {
      const isHere = files.some(name => one.file?.url === `attachment://${name}`);
      return wrong(
        !isHere,
        'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
        'No such file in this message',
      );
    }
    default:
      return [];
  }
}
