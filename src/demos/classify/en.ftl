### The texts of the two networks that learn to classify points.

## The name of the value that the arrow keys change on the plots, and the instructions.

demo-plot = Epoch
demo-help = Press play to train both networks together, and drag the bar to go back to an earlier epoch. Space plays and pauses, ← and → move one epoch.

## Common misconceptions.

misconception-bad-at-everything-html = A network without an activation function is not bad at everything: it can do <strong>what a straight line can do</strong>, and for data that a line can separate that is enough.
misconception-deeper-is-better-html = Deeper is not always better. In a stack of many sigmoids the gradients of the first layers vanish, and the network often does worse than a shallow one.

## The labels of the controls.

control-f = Activation of the right network
control-depth = Depth (hidden layers)
control-step = Epoch
control-data = Data
control-noise = Noise
control-batch = Batch size

## The names of options, by the setting and the option.

option-data-linear = line
option-data-xor = XOR
option-data-circle = circle
option-data-moons = moons
option-data-spiral = spiral

## The labels of the buttons that set several values at once.

preset-line-is-enough = a line is enough
preset-exclusive-or = XOR
preset-two-spirals = two spirals
preset-deep-sigmoid = deep sigmoid
preset-deep-relu = deep ReLU
preset-no-gradient = step function

## The captions of the pictures.

picture-classify-without = without an activation
picture-classify-with = with an activation
picture-classify-progress = loss and accuracy, epoch by epoch
picture-classify-norms = gradient norm of each layer (the last is the output)

## The sentences and the words of the tables and the legend.

# The name of the table of numbers, and the heading of its notes.
readouts = The two networks at this epoch
note = Note

# The heading of the labels in that table.
# $epoch (number): the number of epochs so far
corner = Epoch { $epoch }

# The headings of the numbers: the loss and the accuracy.
column-loss = Loss
column-accuracy = Accuracy

# The notes on the network without an activation function and on the other one.
without-note = its boundary is always a line
chosen-note = same data, same initial weights

# The name of the network without an activation function.
without = No activation

# The first column of the data table.
layer = Layer

# The column with a network's gradient norms.
# $name (text): the name of its function
norm = Gradient norm: { $name }

# The text of an epoch.
# $without (text): the accuracy without an activation function
# $name (text): the name of the chosen function
# $accuracy (text): the accuracy with it
moment = accuracy: no activation { $without }, { $name } { $accuracy }

# The formula of the boundary without an activation function.
# $line (html): its equation
line-html = The boundary without an activation: { $line }

# The sentence about that boundary.
# $accuracy (text): the accuracy
straight-html = Accuracy without an activation: { $accuracy }. However many layers there are, they fold into the one equation above, and the boundary stays a <strong>straight line</strong>.

# The sentence if the network without an activation function has diverged.
# $epoch (number): the epoch
line-diverged-html = The network without an activation has <strong>diverged</strong> in epoch { $epoch }. It is shown as it was just before.

# The sentence about the other network if nothing has been learned yet.
# $name (text): the function's name
starts-html = { $name }: nothing is learned yet. Both networks start from the same initial weights.

# The sentence if numbers of the network overflow before it has been trained.
# $name (text): the function's name
overflows-html = { $name }: numbers <strong>overflow</strong> before training begins, because each layer makes them larger. Nothing can be learned.

# The sentence if it has diverged.
# $name (text): the function's name
# $epoch (number): the epoch
# $rate (text): the learning rate
diverged-html = { $name }: <strong>diverged</strong> in epoch { $epoch }; a learning rate of { $rate } is too large. It is shown as it was just before.

# The sentence if the gradients of all hidden layers are 0.
# $name (text): the function's name
no-gradient-html = { $name }: the gradients of all hidden layers are <strong>exactly 0</strong>, so only the output layer learns.

# The sentence if the gradient of the first layer is 0.
# $name (text): the function's name
blocked-html = { $name }: the gradient of the first layer is <strong>exactly 0</strong>: it is cut off on its way back, and the first layer does not learn.

# The sentence if the gradient vanishes.
# $name (text): the function's name
# $ratio (text): the last layer's gradient divided by the first layer's
vanished-html = { $name }: the last layer’s gradient is { $ratio } times the first layer’s. The gradient <strong>vanishes</strong> on its way back, and the first layers hardly learn.

# The sentence if both networks have learned the data.
# $name (text): the function's name
# $accuracy (text): the accuracy
needs-no-bend-html = { $name }: accuracy { $accuracy }. For this data <strong>a straight line is enough</strong>: the network without an activation function does as well.

# The sentence if only this network has learned the data.
# $name (text): the function's name
# $accuracy (text): the accuracy
learned-html = { $name }: accuracy { $accuracy }. It has <strong>bent</strong> its boundary around the two classes.

# The sentence if it is still learning.
# $name (text): the function's name
# $accuracy (text): the accuracy
learns-html = { $name }: accuracy { $accuracy }. Its boundary is bending towards the data.

# The sentence if the chosen function is the identity, so that both networks are the same.
the-same-html = The network on the right has the identity too, so both networks are the same. Choose another function to compare.

# The legend: the points of the two classes, thick lines, dashed lines.
negative = points of one class
positive = points of the other
boundary = the boundary; the loss
accuracy = the accuracy

# The description.
# $data (text): the name of the data set
# $name (text): the function's name
# $depth (number): the depth
# $width (number): the width
describe = Two networks learn to separate the points of “{ $data }”. One has no activation function, the other has { $name }. Hidden layers: { $depth }, neurons per layer: { $width }.
