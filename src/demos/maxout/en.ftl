### The texts of maxout. Pieces count from 1.

## The name of the value that the arrow keys change on the plots, and the instructions.

demo-plot = Position x on the plot
demo-help = Drag the round handles: the one at x = 0 moves a line up and down, the other one turns it. Click or drag elsewhere to move x; with the keyboard: ← and → (ten times as far with Shift), Home and End.

## Common misconceptions.

misconception-ties-html = Where pieces tie, this page gives the whole gradient to the first of them, and so does PyTorch’s <code translate="no">max</code> over one dimension. PyTorch’s <code translate="no">amax</code>, and <code translate="no">max</code> in JAX and in Keras (on JAX and on TensorFlow), share it equally among the pieces that tie.
misconception-as-leaky-relu-html = max(<i>x</i>, <i>s</i>·<i>x</i>) equals Leaky ReLU with the slope <i>s</i> for <i>s</i> ≤ 1 only. With a larger <i>s</i> the two pieces change places.

## The labels of the controls.

control-k = Number of pieces k
control-w3 = Slope w₃
control-b3 = Intercept b₃
control-w4 = Slope w₄
control-b4 = Intercept b₄
control-w5 = Slope w₅
control-b5 = Intercept b₅
control-samples = Random samples

## The labels of the buttons that set several values at once.

preset-two-lines = two lines
preset-as-relu = ReLU
preset-as-absolute = |x|
preset-as-leaky-relu = Leaky ReLU
preset-steep-lines = steep lines: x and 3x
preset-five-tangents = five pieces: nearly a parabola

## The captions of the pictures.

picture-envelope = the pieces and the largest of them, f(x)
picture-inputs = input x: standard normal numbers
picture-outputs = output f(x): x through the lines above
picture-maximum = for comparison: the largest of independent numbers

## The sentences and the words of the tables and the legend.

# The name of the table of numbers, and the headings of its notes and its numbers.
readouts = Maxout at the probe, and over the samples
note = what it is
value = now

# The labels and the notes for f(x), the winning piece and f′(x).
row-value = f(x)
row-value-note = the largest piece
row-winner = winner
row-winner-note = the number of that piece, which gets the gradient
row-gradient = f′(x)
row-gradient-note = the winner’s slope

# The label and the note for the number of parameters.
row-parameters = parameters

# $k (number): the number of pieces
row-parameters-note = { $k } pieces: { $k } weights and { $k } biases (a ReLU neuron has 1 weight and 1 bias)

# The labels for the mean and the variance: of the inputs, of f(x), and of the largest of k independent numbers.
row-mean-in = mean of the inputs x
row-variance-in = variance of the inputs x
row-mean-f = mean of f(x)
row-variance-f = variance of f(x)
row-mean-largest = mean of the largest of k
row-variance-largest = variance of the largest of k

# The note on one of these estimates.
# $value (text): the exact value
exact = exactly: { $value }

# The column of a piece in the data table.
# $piece (number): the piece
piece = piece { $piece }

# The sentence for one winning piece.
# $winner (number): the piece
wins-html = Piece { $winner } <strong>wins</strong> at this x, and the gradient flows to it alone. From this input the others learn nothing.

# The sentence for a tie.
# $pieces (text): the list of the pieces that reach the maximum
# $winner (number): the one of them that gets the gradient
tie-html = Pieces { $pieces } <strong>tie</strong> at this x. This page then gives the gradient to the first of them: piece { $winner }.

# A piece in that list.
# $piece (number): the piece
tied-piece = { $piece }

# The list with one more piece that is not the last one.
# $pieces (text): the list so far
# $piece (text): the piece
tied-and-more = { $pieces }, { $piece }

# The list with its last piece.
# $pieces (text): the list so far
# $piece (text): the piece
tied-and-last = { $pieces } and { $piece }

# The sentences about the variance of f(x) if f is constant.
# $variance (text): the variance
through-lines-gone-html = When x passes through the lines above, f(x) has variance { $variance }: <strong>nothing is left</strong> of the variance of x. Every x gives the same output, which says nothing about x.

# The same if f is one line of slope 1 or −1.
# $variance (text): the variance
through-lines-moved-html = When x passes through the lines above, f(x) has variance { $variance }: <strong>the same</strong> as that of x. A single line of slope 1 or −1 only shifts or mirrors the numbers.

# The same if the variance is that of x though f has several slopes.
# $variance (text): the variance
through-lines-balanced-html = When x passes through the lines above, f(x) has variance { $variance }: <strong>the same</strong> as that of x. What stretches the distances between the numbers and what squeezes them cancel out.

# The same if the variance is larger than that of x.
# $variance (text): the variance
through-lines-larger-html = When x passes through the lines above, f(x) has variance { $variance }: <strong>larger</strong> than that of x, which is 1. A slope beyond ±1 stretches the distances between the numbers.

# The same if it is smaller and no slope is beyond ±1.
# $variance (text): the variance
through-lines-smaller-html = When x passes through the lines above, f(x) has variance { $variance }: <strong>smaller</strong> than that of x, which is 1. No part of the output has a slope beyond ±1, so no two numbers move apart.

# The same if it is smaller though some slopes are beyond ±1.
# $variance (text): the variance
through-lines-smaller-though-steep-html = When x passes through the lines above, f(x) has variance { $variance }: <strong>smaller</strong> than that of x, which is 1. Some slopes lie beyond ±1 and stretch the distances between the numbers, but flatter parts or slopes of opposite signs bring the numbers closer together, and that outweighs it.

# The sentences about the largest of independent numbers.
# $k (number): how many numbers
# $variance (text): the variance
of-independent-html = The largest of { $k } <strong>independent</strong> standard normal numbers has variance { $variance }: <strong>smaller</strong> than 1. It is small only if all { $k } are, so small values become rare and the results lie closer together.

# The legend: the thick line, the thin lines, the handles, the bars, the shaded range.
envelope = output: the largest piece
pieces = the pieces wᵢx + bᵢ
handle = drag to move or turn a piece
bar = share of the random numbers (density)
band = mean ± standard deviation; the thin line is the mean

# The description.
# $k (number): the number of pieces
# $x (text): x
# $value (text): f(x)
# $winner (number): the winning piece
describe = A maxout of { $k } pieces. At x = { $x } its value is { $value }, which is that of piece { $winner }. Below, histograms of standard normal inputs x, of the outputs f(x), and of the largest of { $k } independent numbers.
