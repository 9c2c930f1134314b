/** The storage does not answer now; what was asked for has not been done, and may be tried again. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable';
}

/**
 * The storage went away while it confirmed a change, and did not come back in time to be asked: the change may or may not have been done.
 * Read the document again before repeating a change that must not happen twice.
 */
export class OutcomeUnknown extends StoreUnavailable {
  override name = 'OutcomeUnknown';
}
