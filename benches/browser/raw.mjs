// The simplest code for the same plot: calls on the canvas context, written for these two curves only.

const TEXT = 13;
const MARGIN = { left: 3.4 * TEXT, top: 0.8 * TEXT, right: 1.2 * TEXT, bottom: 2 * TEXT };
const X_TICKS = [-6, -4, -2, 0, 2, 4, 6].map((at) => ({ at, label: String(at) }));
const Y_TICKS = [-1, -0.5, 0, 0.5, 1].map((at) => ({ at, label: at.toFixed(1) }));
const COLORS = { grid: "#e9e6df", zero: "#9a968c", label: "#5c5a55" };

/**
 * @param {CanvasRenderingContext2D} context
 * @param {{width: number, height: number, pixelRatio: number, stroke: number, colors: string[]}} look sizes in CSS pixels
 * @param {[Float64Array, Float64Array, Float64Array]} data x and two series of y
 * @param {{x: [number, number], y: [number, number]}} axes the ranges of the axes
 * @returns {{frame: () => void, curves: () => void, clear: () => void}}
 */
export function rawPlot(context, { width, height, pixelRatio, stroke, colors }, [xs, ...curves], axes) {
  const left = MARGIN.left;
  const right = width - MARGIN.right;
  const top = MARGIN.top;
  const bottom = height - MARGIN.bottom;
  const xScale = (right - left) / (axes.x[1] - axes.x[0]);
  const yScale = (bottom - top) / (axes.y[1] - axes.y[0]);
  const pixelX = (x) => left + (x - axes.x[0]) * xScale;
  const pixelY = (y) => bottom - (y - axes.y[0]) * yScale;

  function lines(color, xTicks, yTicks) {
    context.strokeStyle = color;
    context.beginPath();
    for (const { at } of xTicks) {
      const x = Math.round(pixelX(at)) + 0.5;
      context.moveTo(x, top);
      context.lineTo(x, bottom);
    }
    for (const { at } of yTicks) {
      const y = Math.round(pixelY(at)) + 0.5;
      context.moveTo(left, y);
      context.lineTo(right, y);
    }
    context.stroke();
  }

  const isZero = ({ at }) => at === 0;
  const isNotZero = ({ at }) => at !== 0;

  return {
    clear() {
      context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
      context.clearRect(0, 0, width, height);
    },

    frame() {
      context.lineWidth = 1;
      lines(COLORS.grid, X_TICKS.filter(isNotZero), Y_TICKS.filter(isNotZero));
      lines(COLORS.zero, X_TICKS.filter(isZero), Y_TICKS.filter(isZero));
      context.font = `${TEXT}px system-ui, sans-serif`;
      context.fillStyle = COLORS.label;
      context.textAlign = "center";
      context.textBaseline = "top";
      for (const { at, label } of X_TICKS) context.fillText(label, pixelX(at), bottom + 0.45 * TEXT);
      context.textAlign = "end";
      context.textBaseline = "middle";
      for (const { at, label } of Y_TICKS) context.fillText(label, left - 0.45 * TEXT, pixelY(at));
    },

    curves() {
      context.lineWidth = stroke;
      context.lineJoin = "round";
      curves.forEach((ys, curve) => {
        context.strokeStyle = colors[curve];
        context.beginPath();
        context.moveTo(pixelX(xs[0]), pixelY(ys[0]));
        for (let i = 1; i < xs.length; i++) context.lineTo(pixelX(xs[i]), pixelY(ys[i]));
        context.stroke();
      });
    },
  };
}
