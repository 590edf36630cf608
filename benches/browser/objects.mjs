// A network with an object for each neuron and each link, trained point by point, as in TensorFlow
// Playground's nn.ts. It is the reference for the app's network of arrays.

/** A function and its derivative, both as functions of the pre-activation. */
const FUNCTIONS = {
  tanh: {
    output: (x) => Math.tanh(x),
    slope(x) {
      const output = Math.tanh(x);
      return 1 - output * output;
    },
  },
  relu: { output: (x) => Math.max(0, x), slope: (x) => (x <= 0 ? 0 : 1) },
  identity: { output: (x) => x, slope: () => 1 },
};

class Node {
  inputLinks = [];
  outputs = [];
  bias = 0;
  totalInput = 0;
  output = 0;
  /** ∂loss/∂output and ∂loss/∂(pre-activation) for the present point. */
  outputDerivative = 0;
  inputDerivative = 0;
  /** The sum over the points since the last step. */
  summedDerivative = 0;
  summed = 0;

  constructor(activation) {
    this.activation = activation;
  }

  updateOutput() {
    this.totalInput = this.bias;
    for (const link of this.inputLinks) this.totalInput += link.weight * link.source.output;
    this.output = this.activation.output(this.totalInput);
    return this.output;
  }
}

class Link {
  weight = 0;
  derivative = 0;
  summedDerivative = 0;
  summed = 0;

  constructor(source, target) {
    this.source = source;
    this.target = target;
  }
}

export class Network {
  /**
   * A network with two inputs, `depth` hidden layers of `width` neurons and one output, which is the logit.
   *
   * @param {keyof typeof FUNCTIONS} activation
   */
  constructor(activation, depth, width) {
    const sizes = [2, ...Array(depth).fill(width), 1];
    this.layers = sizes.map((size, layer) => {
      const own = FUNCTIONS[layer > depth ? "identity" : activation];
      return Array.from({ length: size }, () => new Node(own));
    });
    for (let layer = 1; layer < sizes.length; layer++) {
      for (const target of this.layers[layer]) {
        for (const source of this.layers[layer - 1]) {
          const link = new Link(source, target);
          source.outputs.push(link);
          target.inputLinks.push(link);
        }
      }
    }
  }

  /** Sets the weights and biases, given in the order of the app's network. */
  start(parameters) {
    let next = 0;
    for (const layer of this.layers.slice(1)) {
      for (const node of layer) {
        for (const link of node.inputLinks) link.weight = parameters[next++];
        node.bias = parameters[next++];
      }
    }
  }

  /** The logit of a point. */
  forward(inputs) {
    for (let i = 0; i < inputs.length; i++) this.layers[0][i].output = inputs[i];
    for (let layer = 1; layer < this.layers.length; layer++) {
      for (const node of this.layers[layer]) node.updateOutput();
    }
    return this.layers.at(-1)[0].output;
  }

  /** Adds the gradients of the last point whose logit was computed; its label is 1 or 0. */
  backward(label) {
    const output = this.layers.at(-1)[0];
    // The derivative of the binary cross-entropy.
    output.outputDerivative = 1 / (1 + Math.exp(-output.output)) - label;
    for (let layer = this.layers.length - 1; layer >= 1; layer--) {
      for (const node of this.layers[layer]) {
        node.inputDerivative = node.outputDerivative * node.activation.slope(node.totalInput);
        node.summedDerivative += node.inputDerivative;
        node.summed++;
      }
      for (const node of this.layers[layer]) {
        for (const link of node.inputLinks) {
          link.derivative = node.inputDerivative * link.source.output;
          link.summedDerivative += link.derivative;
          link.summed++;
        }
      }
      if (layer === 1) continue;
      for (const node of this.layers[layer - 1]) {
        node.outputDerivative = 0;
        for (const link of node.outputs) node.outputDerivative += link.weight * link.target.inputDerivative;
      }
    }
  }

  /** Takes a step of gradient descent with the mean gradient of the points since the last step. */
  update(rate) {
    for (let layer = 1; layer < this.layers.length; layer++) {
      for (const node of this.layers[layer]) {
        if (node.summed > 0) {
          node.bias -= (rate * node.summedDerivative) / node.summed;
          node.summedDerivative = 0;
          node.summed = 0;
        }
        for (const link of node.inputLinks) {
          if (link.summed === 0) continue;
          link.weight -= (rate / link.summed) * link.summedDerivative;
          link.summedDerivative = 0;
          link.summed = 0;
        }
      }
    }
  }

  /**
   * One epoch of stochastic gradient descent.
   *
   * @param {{x: number, y: number, label: number}[]} points
   */
  epoch(points, rate, batch) {
    points.forEach(({ x, y, label }, i) => {
      this.forward([x, y]);
      this.backward(label);
      if ((i + 1) % batch === 0) this.update(rate);
    });
  }

  /** The mean binary cross-entropy. */
  loss(points) {
    const losses = points.map(({ x, y, label }) => Math.log1p(Math.exp((label ? -1 : 1) * this.forward([x, y]))));
    return losses.reduce((sum, loss) => sum + loss, 0) / points.length;
  }
}
