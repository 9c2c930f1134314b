/** Run as its own process with a TMPDIR: unpacks the Chromium of @sparticuz/chromium there, with the system libraries that come with it. */
import chromium from '@sparticuz/chromium';

await chromium.executablePath();
