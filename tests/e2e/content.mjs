// Facts about the page that several test files need.

import { readFileSync } from "node:fs";

const REGISTRY = readFileSync(new URL("../../src/demos/mod.rs", import.meta.url), "utf8");

/** The ids of the demos in the order of the page, which is that of the registry. */
export const DEMOS = [...REGISTRY.matchAll(/^ {4}(\w+)::DEMO,$/gm)].map(([, id]) => id);

/** Matches Korean letters, which only Korean text contains. */
export const HANGUL = /[가-힣]/;

/** Selectors of the controls of a demo's run: the picture that receives its keys, its slider, the buttons of its bar. */
export function runOf(demo) {
  const button = (place) => `#${demo} .transport-button:nth-child(${place})`;
  return {
    PICTURE: `#${demo} canvas.plot-marks[tabindex]`,
    SCRUBBER: `#${demo} input[type=range][name=step]`,
    TO_START: button(1),
    BACK: button(2),
    PLAY: button(3),
    ON: button(4),
    TO_END: button(5),
  };
}
