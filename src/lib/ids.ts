import { z } from 'zod';

/** One of Discord's ids, as it is kept: digits. */
export const snowflake = z.string().regex(/^\d{1,20}$/);
