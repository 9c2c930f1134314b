/** One choice of a select menu, as it stands in a payload. */
interface SelectOption {
  label: string;
  value: string;
  description?: string;
  default?: boolean;
  emoji?: { name?: string; id?: string };
}

/**
 * A component of a message or a modal, with every field this stand-in looks at. Payloads are checked against Discord's API
 * description before they become one, so a type for each of Discord's twenty kinds would repeat that here.
 */
export interface Component {
  type: number;
  id?: number;
  custom_id?: string;
  content?: string;
  label?: string;
  description?: string;
  style?: number;
  url?: string;
  disabled?: boolean;
  emoji?: { name?: string; id?: string };
  placeholder?: string;
  options?: SelectOption[];
  channel_types?: number[];
  default_values?: { id: string; type: string }[];
  min_values?: number;
  max_values?: number;
  min_length?: number;
  max_length?: number;
  value?: string;
  required?: boolean;
  default?: boolean;
  accent_color?: number | null;
  divider?: boolean;
  spacing?: number;
  spoiler?: boolean;
  file?: { url: string };
  media?: { url: string };
  items?: { media: { url: string }; description?: string }[];
  name?: string;
  size?: number;
  accessory?: Component;
  component?: Component;
  components?: Component[];
}

/** A modal as the bot sent it. */
export interface Modal {
  custom_id: string;
  title: string;
  components: Component[];
}

/** Every component of a tree, parents before children. */
export function* walk(components: readonly Component[] | undefined): Generator<Component> {
  for (const component of components ?? []) {
    yield component;
    yield* walk(component.components);
    if (component.accessory) yield* walk([component.accessory]);
    if (component.component) yield* walk([component.component]);
  }
}
