// A second implementation of the functions and their gradients: textbook formulas, in another language than
// the app.

/** The parameters that a link without parameters describes. */
export const DEFAULTS = { slope: 0.1, alpha: 1, w1: -0.5, b1: 0, w2: 1, b2: 0 };

/** The ids of the six functions that are shown by default, in the order of the page. */
export const SIX = ["sigmoid", "tanh", "relu", "leaky-relu", "elu", "maxout"];

/**
 * e^(−|x|) / (1 + e^(−|x|))², which keeps its digits in the tails; σ(x) (1 − σ(x)) would lose all of them
 * there.
 */
const bell = (x) => Math.exp(-Math.abs(x)) / (1 + Math.exp(-Math.abs(x))) ** 2;

/** For each function id, `value` and `gradient` at x with the parameters `p`. */
export const FUNCTIONS = {
  sigmoid: { value: (x) => 1 / (1 + Math.exp(-x)), gradient: (x) => bell(x) },
  tanh: { value: (x) => Math.tanh(x), gradient: (x) => 4 * bell(2 * x) },
  relu: { value: (x) => Math.max(0, x), gradient: (x) => (x > 0 ? 1 : 0) },
  "leaky-relu": {
    value: (x, p) => (x > 0 ? x : p.slope * x),
    gradient: (x, p) => (x > 0 ? 1 : p.slope),
  },
  elu: {
    value: (x, p) => (x > 0 ? x : p.alpha * Math.expm1(x)),
    gradient: (x, p) => (x > 0 ? 1 : p.alpha * Math.exp(x)),
  },
  maxout: {
    value: (x, p) => Math.max(p.w1 * x + p.b1, p.w2 * x + p.b2),
    // At a tie the first piece gets the gradient.
    gradient: (x, p) => (p.w1 * x + p.b1 >= p.w2 * x + p.b2 ? p.w1 : p.w2),
  },
  identity: { value: (x) => x, gradient: () => 1 },
  step: { value: (x) => (x >= 0 ? 1 : 0), gradient: () => 0 },
};

/** Whether two numbers are equal except for the last bits. */
export function isClose(got, want) {
  // exp of two libraries differs by one ulp (1.1e-16), and each of the few later operations adds half an
  // ulp.
  return got === want || Math.abs(got - want) <= 2e-15 * Math.abs(want);
}
