import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';

const root = fileURLToPath(new URL('../../', import.meta.url));
const cache = join(root, 'node_modules/.cache/chromium');
const unpack = fileURLToPath(new URL('unpack-chromium.ts', import.meta.url));
const fontsFile = 'own-fonts.conf';
/** The package unpacks its libraries only where it believes to be on Amazon Linux; they serve any Linux that lacks them. */
const likeAmazonLinux = { AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };

/**
 * Starts a real browser: `CHROME_PATH`, else the Chromium inside an npm package, which needs nothing installed and no root.
 * The first call unpacks it (about two seconds, 200 MB under node_modules/.cache).
 */
export async function openBrowser(): Promise<Browser> {
  const own = process.env.CHROME_PATH;
  // Chromium's own sandbox needs rights that root, containers and CI lack; it only ever opens pages of 127.0.0.1.
  const args = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'];
  if (own) return chromium.launch({ executablePath: own, args });
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'Set CHROME_PATH to a Chrome or Chromium: the one in node_modules is for Linux on x64 only.',
    );
  }
  const folder = await unpacked();
  const env = {
    ...process.env,
    HOME: folder,
    FONTCONFIG_FILE: join(folder, fontsFile),
    LD_LIBRARY_PATH: [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
  };
  return chromium.launch({ executablePath: join(folder, 'chromium'), args, env });
}

/** The folder with the unpacked browser; whole or absent, also when several processes ask at once. */
async function unpacked(): Promise<string> {
  if (existsSync(cache)) return cache;
  await mkdir(join(cache, '..'), { recursive: true });
  const fresh = await mkdtemp(`${cache}-`);
  const env = { ...process.env, ...likeAmazonLinux, TMPDIR: fresh };
  await promisify(execFile)(process.execPath, [unpack], { env });
  await writeFile(join(fresh, fontsFile), fontsConfig(cache));
  await rename(fresh, cache).catch(() => rm(fresh, { recursive: true }));
  return cache;
}

/** The package's own file names folders of Amazon Linux. The system's fonts fill in for signs that the package's font lacks. */
const fontsConfig = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;

/** Keeps a picture under `screenshots/` (not in git), named after what it shows. */
export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(root, 'screenshots', `${name}.png`) });
}
