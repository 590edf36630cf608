### The texts of gradient descent on one weight.

## The name of the value that the arrow keys change on the plots, and the instructions.

demo-plot = Step of gradient descent
demo-help = Press play to let the ball go down the valley of the loss step by step. Change the initial weight w, the learning rate η and the activation function. Space plays and pauses, ← and → go one step.

## Common misconceptions.

misconception-one-point-html = There is only one data point here, so some weight makes the loss 0. With many points, the mean of their losses is minimized, and its minimum is usually not 0.
misconception-large-step-html = The gradient only says which way is down <strong>at the present place</strong>. A large step leaves the place where the slope was measured, so the loss can rise.

## The labels of the controls.

control-f = Activation function
control-w = Initial weight w
control-step = Step of the descent

## The labels of the buttons that set several values at once.

preset-descent-good = a good learning rate
preset-descent-slow = learning rate too small
preset-descent-to-and-fro = to and fro across the valley
preset-descent-diverged = learning rate too large: diverges
preset-descent-plateau = on the sigmoid’s plateau
preset-descent-relu = onto ReLU’s flat side
preset-descent-step = step function

## The captions of the pictures.

picture-descent-valley = the loss L(w) over the weight w; the tangent’s slope is ∂L/∂w
picture-descent-fit = the output f(wx) over the input x, and the data
picture-descent-loss = the loss against the step

## The sentences and the words of the tables and the legend.

# The name of the table of numbers, and the headings of its notes, its labels and its numbers.
readouts = Values at this step
note = what it is
quantity = quantity
value = now

# The labels and the notes for the weight, the output, the loss, its gradient and the next weight.
row-w = w
row-w-note = the weight now
row-output = a
row-output-note = the neuron’s output f(wx)
row-loss = L
row-loss-note = the loss (a − y)²
row-gradient = ∂L/∂w
row-gradient-note = the gradient of the loss
row-next = next w
row-next-note = w − η·∂L/∂w

# The columns of the data table: the step, then the first four quantities of `rows`.
table-step = step
table-w = w
table-output = a
table-loss = loss L
table-gradient = ∂L/∂w

# The text of a step.
# $weight (text): the weight
# $loss (text): the loss
moment = w = { $weight }, loss { $loss }

# The sentence for a positive gradient.
# $gradient (text): the gradient
descends-left-html = <strong>Going down to the left</strong>. The gradient ({ $gradient }) is positive: the loss rises to the right, so the next step makes w smaller.

# The sentence for a negative gradient.
# $gradient (text): the gradient
descends-right-html = <strong>Going down to the right</strong>. The gradient ({ $gradient }) is negative: the loss falls to the right, so the next step makes w larger.

# The sentence for a run that ends before the minimum.
# $steps (number): the number of steps
# $rate (text): the learning rate
too-slow-html = <strong>Not there yet</strong> after { $steps } steps. At this learning rate (η = { $rate }) the steps are too small.

# The sentence for a step past the minimum to a lower loss.
# $before (text): the loss before the step
# $after (text): the loss after it
crosses-html = The last step went <strong>past the lowest point</strong> to the other side. The loss still fell ({ $before } → { $after }).

# The sentence for a step past the minimum to the same loss.
# $loss (text): the loss
# $rate (text): the learning rate
bounces-html = The last step went past the lowest point to <strong>the same height</strong> on the other side. The loss ({ $loss }) does not fall; at this learning rate (η = { $rate }) the weight only goes to and fro between two places.

# The sentence for a step to a larger loss.
# $before (text): the loss before the step
# $after (text): the loss after it
# $rate (text): the learning rate
rises-html = The last step was too large: the loss <strong>rose</strong> ({ $before } → { $after }). At this place the learning rate (η = { $rate }) is too large.

# The sentence for an output that is close to the target.
# $weight (text): the weight
# $output (text): the output
# $target (text): the target
arrived-html = <strong>Arrived</strong>: at w = { $weight } the output is a = { $output }, and the target is y = { $target }. They differ by less than 0.01.

# The sentence for a place where f is nearly flat.
# $slope (text): f′(z)
# $gradient (text): the gradient of the loss
flat-html = <strong>Stuck on a flat part</strong>. f′(z) = { $slope } is close to 0, and so is the gradient of the loss ({ $gradient }). The output still differs from the target, but w hardly moves.

# The sentence for a gradient of exactly 0 away from the target.
no-gradient-html = The gradient is <strong>exactly 0</strong>. The output differs from the target, but f′(z) = 0 makes the product 0, so w stays as it is however many steps are taken.

# The sentence for a divergence.
# $step (number): the step
# $loss (text): its loss
# $rate (text): the learning rate
diverged-html = <strong>Diverged</strong>: the steps led higher and higher, and in step { $step } the loss passed the limit (L = { $loss }). The run ends here. The learning rate (η = { $rate }) is too large.

# The sentence for z at a kink.
# $used (text): the slope that this page uses
on-kink-html = Here z is at a point where f has no derivative. This page uses f′(z) = { $used }.

# The legend: thick curves, closed dots, small dots, thin lines, dashed lines, open dots.
now = the loss and the output now
point = the present place
path = the places so far
aids = tangent, path, output at the start, error that is left
next = the next step
target = where the next step leads; the data point (x, y)

# The description.
# $name (text): the function's name
# $input (text): the input of the data point
# $target (text): the target of the data point
# $rate (text): the learning rate
describe = A neuron with one weight learns the point ({ $input }, { $target }) by gradient descent. Activation function: { $name }. Learning rate: { $rate }.
