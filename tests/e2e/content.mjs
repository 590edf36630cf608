// What is on the page, as far as more than one test file goes by it.

/** The ids of the demos, in the page's order. */
export const DEMOS = ["explorer", "neuron", "collapse", "classify", "chain", "dead", "maxout", "alpha"];

/** What only Korean text has. */
export const HANGUL = /[가-힣]/;
