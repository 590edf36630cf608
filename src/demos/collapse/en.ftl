### The texts of the collapsing layers. Layers count from 1.

## The name of the value that the arrow keys change on the plots, and the instructions.

demo-plot = Number of layers
demo-help = Press play to stack one layer after another. Each thin line is the value of one neuron of the layer, the thick line is the output. Space plays and pauses, ← and → move one layer.

## Common misconceptions.

misconception-biases-fold-html = The biases fold as well: <i>a</i>₂(<i>a</i>₁<i>x</i> + <i>c</i>₁) + <i>c</i>₂ = (<i>a</i>₂<i>a</i>₁)<i>x</i> + (<i>a</i>₂<i>c</i>₁ + <i>c</i>₂). What is left is an <strong>affine</strong> function, not a line through the origin.
misconception-straight-lines-only-html = A model of linear layers learns only what a straight line can express, whatever its depth and width.

## The labels of the controls.

control-f = Activation between the layers
control-step = Number of layers shown

## The labels of the buttons that set several values at once.

preset-one-line = no activation
preset-twenty-layers = even with 20 layers
preset-with-relu = with ReLU
preset-more-kinks = more layers and neurons
preset-with-tanh = with tanh

## The captions of the pictures.

picture-stack = values against the input x

## The sentences and the words of the tables and the legend.

# The name of the table of numbers, and the headings of its notes, its labels and its numbers.
readouts = The whole stack
note = what it is
quantity = quantity
value = now

# The labels and the notes for the slope and the intercept of the line, the largest distance from it, and the number
# of straight pieces.
row-slope = a
row-slope-note = slope of the line (of the best-fit line where the output bends)
row-intercept = c
row-intercept-note = intercept of that line
row-bend = bend
row-bend-note = largest distance from that line
row-pieces = pieces
row-pieces-note = straight pieces (∞ for a curve)

# The columns of the data table: x, the output, the line.
table-x = x
table-output = output
table-line = best-fit line

# The text of the step that shows the input.
input = the input x

# The text of a step that shows a hidden layer.
# $layer (number): the layer
# $width (number): its number of neurons
layer = { $width ->
    [one] the neuron of layer { $layer }
   *[other] the { $width } neurons of layer { $layer }
}

# The text of the last step.
# $depth (number): the number of layers
output = output after { $depth ->
    [one] 1 layer
   *[other] { $depth } layers
}

# The sentence without an activation function.
# $depth (number): the number of layers
# $line (html): the right-hand side of the line's equation
stays-a-line-html = Without activation functions, { $depth ->
    [one] 1 layer
   *[other] { $depth } layers
} fold into <strong>one line</strong>: { $line }. Another layer only changes its slope and intercept.

# The sentence for a single layer.
single-html = A single layer has no place for an activation function, so the output is a line. Set the depth to 2 or more.

# The sentence for an output with bends.
# $name (text): the function's name
# $pieces (number): the number of straight pieces (at least 2)
# $bend (text): the largest distance from the best-fit line
bends-html = With { $name } between the layers the output has { $pieces } straight pieces, up to { $bend } <strong>away</strong> from the best-fit line. More layers can add more bends.

# The sentence for an output that is one straight piece and not constant.
# $name (text): the function's name
stays-straight-html = With { $name } between the layers and these weights, no neuron bends within the range shown, and the output is <strong>one straight line</strong>. Try another seed or depth.

# The sentence for a constant output.
# $name (text): the function's name
dies-html = With { $name } between the layers, all neurons of some layer are inactive for every input shown: <strong>the signal has died</strong>, and the output is the same for all x. Try fewer layers or another seed.

# The sentence for a curved output.
# $name (text): the function's name
# $bend (text): the largest distance from the best-fit line
curves-html = With { $name } between the layers the output is a curve, up to { $bend } <strong>away</strong> from the best-fit line.

# The legend: the output, a neuron of a hidden layer, the best-fit line.
stack = output of all layers
neurons = a neuron of this layer
best = the best-fit line

# The description.
# $name (text): the function's name
# $depth (number): the depth
# $width (number): the width
describe = The output of a network of depth { $depth } and width { $width } against its input x. Activation: { $name }.
