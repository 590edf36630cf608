// The functions and their gradients once more, by textbook formulas and in another language than the app's.

/** What the parameters are when a link says nothing of them. */
export const DEFAULTS = { slope: 0.1, alpha: 1, w1: -0.5, b1: 0, w2: 1, b2: 0 };

/** The ids of the six that are shown by default, in the page's order. */
export const SIX = ["sigmoid", "tanh", "relu", "leaky-relu", "elu", "maxout"];

/** e^(−|x|) / (1 + e^(−|x|))²: σ(x) (1 − σ(x)) would lose all its digits in the tails. */
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
    // Where the two tie, the first is the one that gets the gradient.
    gradient: (x, p) => (p.w1 * x + p.b1 >= p.w2 * x + p.b2 ? p.w1 : p.w2),
  },
  identity: { value: (x) => x, gradient: () => 1 },
  step: { value: (x) => (x >= 0 ? 1 : 0), gradient: () => 0 },
};

/** Whether two numbers are the same but for the last bits. */
export function isClose(got, want) {
  // Two libraries' exp differ by an ulp (1.1e-16), and each of the few operations after it adds half of one.
  return got === want || Math.abs(got - want) <= 2e-15 * Math.abs(want);
}
