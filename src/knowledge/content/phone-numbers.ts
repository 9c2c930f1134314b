/** A phone number in a text. `digits` has the country's 1 where the number has ten more: `18005550100`, `911`. */
export interface PhoneNumber {
  readonly digits: string;
  /** As it is written. */
  readonly written: string;
  readonly at: number;
}

/** A number as Discord's app calls it when it is tapped: `1-800-555-0100` → `<+18005550100>`; 911 and 988 stay what they are. */
export const tappable = (phone: string): string => (/^\d{3}$/.test(phone) ? phone : `<+${digitsOf(phone)}>`);

/** The digits of a number with its country: `1-800-555-0100`, `<+18005550100>` and `(800) 555-0100` are one. */
export function digitsOf(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  return digits.length === 10 ? `1${digits}` : digits;
}

/** The phone numbers of a text: North American ones in any of their spellings, and numbers to tap. */
export function phoneNumbers(text: string): PhoneNumber[] {
  return Array.from(text.matchAll(written), ({ 0: found, index }) => ({
    digits: digitsOf(found),
    written: found,
    at: index,
  }));
}

const written = /<\+\d{8,15}>|(?<![\d/-])(?:\+?1[-. ])?(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}(?![\d-])/g;
