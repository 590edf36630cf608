// Screenshots of the whole page in both languages, both themes and three widths, and the
// pictures of the README, one for each of two demos in each language.
//
//     node shots.mjs <dir> [fragment…]

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { startLab } from "./harness.mjs";

const WIDTHS = [390, 1280, 1920];

/**
 * The pictures of the README: the demo, its view, and the selector of the part in the picture.
 */
const README = [
  ["explorer", "explorer?f=sigmoid,tanh,relu", ".demo-body"],
  ["chain", "chain?beside=tanh,relu&x=1&step=15", ".demo-plots"],
];

const [dir, ...fragments] = process.argv.slice(2);
if (dir === undefined) {
  console.error("usage: node shots.mjs <dir> [fragment…]");
  process.exit(2);
}
await mkdir(dir, { recursive: true });
const lab = await startLab();
try {
  for (const fragment of fragments.length > 0 ? fragments : [""]) {
    for (const lang of ["ko", "en"]) {
      for (const theme of ["light", "dark"]) {
        for (const width of WIDTHS) await shoot({ fragment, lang, theme, width });
      }
    }
  }
  for (const lang of ["ko", "en"]) {
    for (const [demo, fragment, part] of README) await shootForReadme({ lang, demo, fragment, part });
  }
} finally {
  await lab.close();
}

async function shootForReadme({ lang, demo, fragment, part }) {
  const page = await lab.openPage({
    lang,
    fragment,
    query: { theme: "light" },
    reducedMotion: true,
    viewport: { width: 1280, height: 900 },
  });
  const path = new URL(`../../docs/${demo}-${lang}.png`, import.meta.url).pathname;
  const element = await page.page.$(`#${demo} ${part}`);
  await element.screenshot({ path });
  await page.close();
  console.log(path);
}

async function shoot({ fragment, lang, theme, width }) {
  const page = await lab.openPage({
    fragment,
    lang,
    query: { theme },
    colorScheme: theme,
    // Animations would make each screenshot differ.
    reducedMotion: true,
    viewport: { width, height: 900 },
  });
  const view = fragment.replaceAll(/[^\w-]+/g, "_") || "page";
  const path = join(dir, `${view}-${lang}-${theme}-${width}.png`);
  await page.bringAll();
  await page.page.screenshot({ path, fullPage: true });
  await page.close();
  console.log(path);
}
