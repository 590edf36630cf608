### The texts of the dead neurons. A neuron is inactive if it responds to no point, and dead if it also gets no
### gradient.

## The name of the value that the arrow keys change on the plots, and the instructions.

demo-plot = Training step
demo-help = Press play to train the networks. Click on a cell to compare that neuron in all three. Space plays and pauses, ← and → move one step.

## Common misconceptions.

misconception-every-input-html = A neuron is dead when its weighted sum <i>z</i> is negative (or 0) for <strong>every</strong> input of the data, not just for one. Then ReLU’s <i>f</i>′(<i>z</i>) is 0 at all of them, and its weight <i>w</i>, its <strong>bias</strong> <i>b</i> and its output weight <i>v</i> all get a gradient of exactly 0.
misconception-not-dead-html = Neurons of Leaky ReLU and ELU can be inactive for all of the data as well, but they are <strong>not dead</strong>: <i>f</i>′(<i>z</i>) is small there, not 0, so they still learn and can come back where that lowers the loss. ELU’s gradient α<i>e</i><sup><i>z</i></sup>, however, almost vanishes far below 0.
misconception-for-ever-html = That a dead neuron “never learns again” claims too much: in a deeper network, changes in earlier layers can revive it. Here the inputs are the data itself, which does not change; so <strong>in this demo</strong> a dead neuron stays dead.

## The labels of the controls.

control-bias = Centre of the initial biases
control-slope = Slope of Leaky ReLU
control-alpha = α of ELU
control-neuron = Chosen neuron
control-step = Step

## The labels of the buttons that set several values at once.

preset-dead-over-time = dying in training
preset-dead-calm = small learning rate
preset-dead-too-fast = learning rate too large
preset-dead-from-the-start = dead from the start

## The captions of the pictures.

picture-dead-relu = ReLU
picture-dead-leaky-relu = Leaky ReLU
picture-dead-elu = ELU
picture-dead-fit = the data and the outputs of the networks
picture-dead-neuron = the chosen neuron f(wx + b) in each network
picture-dead-count = inactive neurons against the step
picture-dead-loss = the loss against the step

## The sentences and the words of the tables and the legend.

# The name of the table of numbers, and the headings of its notes and its labels.
readouts = The three networks at this step
note = the chosen neuron
function = function

# The headings of the numbers: the inactive neurons, the loss, the size of the chosen neuron's gradient.
column-inactive-html = inactive neurons
column-loss-html = <span>loss <i>L</i></span>
column-gradient-html = <span>|∇<i>L</i>| of the chosen neuron</span>

# The first column of the data table.
step = step

# The column with a network's number of inactive neurons.
# $name (text): the function's name
dark-of = { $name }: inactive neurons

# The column with a network's loss.
# $name (text): the function's name
loss-of = { $name }: loss

# The text of a step.
# $counts (text): a list of functions, each with its number of inactive neurons
moment = inactive neurons: { $counts }

# The sentence for a network with dead neurons.
# $name (text): the function's name
# $dead (number): the number of dead neurons
# $alive (number): the number of other neurons
# $loss (text): the loss
loses-html = { $name }: <strong>dead neurons: { $dead }</strong>. A dead neuron gets no gradient and stays as it is. Neurons that can still learn: { $alive } of 64. Loss { $loss }.

# The sentence if all neurons are dead.
# $name (text): the function's name
# $loss (text): the loss
all-dead-html = { $name }: <strong>all 64 neurons are dead</strong>. The output is the same number for every input, and only the output’s own bias can still learn. Loss { $loss }.

# The sentence for inactive neurons that still get a gradient.
# $name (text): the function's name
# $inactive (number): the number of inactive neurons
# $loss (text): the loss
keeps-html = { $name }: inactive neurons: { $inactive }. Some gradient is left for an inactive neuron, so it <strong>continues to learn</strong>. Loss { $loss }.

# The sentence if every neuron responds to a point.
# $name (text): the function's name
# $loss (text): the loss
all-answer-html = { $name }: every neuron responds to some of the data. Loss { $loss }.

# The sentence for a network that has diverged.
# $name (text): the function's name
# $step (number): the step
# $loss (text): the loss
# $rate (text): the learning rate
diverged-html = { $name }: <strong>diverged</strong>, in step { $step } the loss grew to { $loss }. Its training ends here; a learning rate of { $rate } is too large for it.

# The sentence above the chosen neuron's gradients.
# $neuron (number): the neuron (counted from 1)
# $points (number): the number of points
chosen-html = Neuron { $neuron } gives <i>v</i>·<i>f</i>(<i>z</i>) with <i>z</i> = <i>w</i><i>x</i> + <i>b</i>. Its largest weighted sum over the { $points } points, and the gradients of the loss with respect to its three numbers:

# The state of the chosen neuron: dead, inactive but not dead, or in a training that has ended.
is-dead = dead: w, b and v get no gradient
is-dark = responds to no point, continues to learn
has-ended = diverged, training has ended

# The state of a neuron that responds to points.
# $answers (number): the number of these points
# $points (number): the number of all points
answers = responds to { $answers } of { $points } points

# The legend: filled cells, empty cells, lines, small dots.
lit = a neuron: the stronger the colour, the more points it responds to
dark = responds to no point; crossed out: dead, without any gradient
line = a network, or its chosen neuron f(wx + b)
data = the data

# The description.
# $width (number): the number of neurons
# $points (number): the number of points
# $rate (text): the learning rate
# $bias (text): the centre of the initial biases
describe = Three networks of { $width } hidden neurons, with ReLU, Leaky ReLU and ELU, are fitted to the same { $points } points from the same initial weights. Learning rate { $rate }, initial biases around { $bias }.
