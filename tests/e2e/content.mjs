// What is on the page, as far as more than one test file goes by it.

/** The ids of the demos, in the page's order. */
export const DEMOS = ["explorer", "neuron", "collapse", "descent", "classify", "maxout", "alpha", "chain", "dead"];

/** What only Korean text has. */
export const HANGUL = /[가-힣]/;

/** What moves the run of a demo in time, as selectors: the picture that takes its keys, its slider, the bar's buttons. */
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
