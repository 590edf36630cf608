### The texts of the learned α. The symbol is α, or s for the slope of Leaky ReLU.

## The name of the value that the arrow keys change on the plots, and the instructions.

demo-plot = Step of gradient descent
demo-help = Press play to let α descend into the valley of the loss. The thin curve is the initial one, the thick curve the current one. Space plays and pauses, ← and → move one step.

## Common misconceptions.

misconception-parametric-html = An ELU whose α is learned is not the original one but a <strong>parametric</strong> variant; PELU is one of them. A Leaky ReLU whose slope is learned is called PReLU.
misconception-negative-side-html = ELU’s negative side is in (−α, 0): small <strong>negative</strong> values, never positive ones. So α is how far down it can go.
misconception-negative-sums-html = ∂<i>f</i>/∂α is 0 where the weighted sum is 0 or more: only inputs with a <strong>negative weighted sum</strong> contribute to the gradient of α.
misconception-harder-to-learn-html = “ELU is harder to learn than ReLU because of its α” does not hold as it stands: the original α is a constant, and the paper on ELU reports faster learning. A learned α is just one more parameter.

## The labels of the controls.

control-shape = Activation function
control-learn = What is learned
control-alpha = Initial α
control-slope = Initial slope s
control-step = Step of the descent

## The names of options, by the setting and the option.

option-learn-alone = the shape alone
option-learn-all = with w and b

## The labels of the buttons that set several values at once.

preset-alpha-alone = α alone
preset-alpha-all = α with w and b
preset-alpha-too-fast = learning rate too large
preset-alpha-prelu = PReLU

## The captions of the pictures.

picture-alpha-fit = the data and the curve that is learned
picture-alpha-valley = the loss over the learned shape; the tangent’s slope is its gradient
picture-alpha-loss = the loss against the step

## The sentences and the words of the tables and the legend.

# The name of the table of numbers, and the headings of its notes, its labels and its numbers.
readouts = At this step
note = what it is
quantity = quantity
value = now

# The labels and the notes for α or s, its gradient, the loss, w and b.
row-alpha = α
row-alpha-note = shape of ELU for negative z
row-grad-alpha = ∂L/∂α
row-grad-alpha-note = gradient of the loss for α
row-slope = s
row-slope-note = slope for negative z
row-grad-slope = ∂L/∂s
row-grad-slope-note = gradient of the loss for s
row-loss = L
row-loss-note = mean squared error
row-w = w
row-w-note = weight
row-b = b
row-b-note = bias

# The columns of the data table: the step, α, its gradient, the loss, w, b. Other symbols replace α here.
table-step = step
table-alpha = α
table-gradient = ∂L/∂α
table-loss = loss L
table-w = w
table-b = b

# The text of a step.
# $symbol (text): the symbol
# $value (text): its value
# $loss (text): the loss
moment = { $symbol } = { $value }, loss { $loss }

# The derivative of f with respect to the symbol, as a formula.
# $symbol (text): the symbol
# $derivative (html): the derivative for negative sums
derivative-html = ∂<i>f</i>/∂<i>{ $symbol }</i> = { $derivative } for <i>z</i> &lt; 0, and 0 for <i>z</i> ≥ 0 (<i>z</i> = <i>w</i><i>x</i> + <i>b</i>)

# The formula for a step that ends at the end of the range.
# $symbol (text): the symbol
# $low (text): the low end
# $high (text): the high end
# $kept (text): the end that was reached
kept-html = <i>{ $symbol }</i> is kept between { $low } and { $high }: <i>{ $symbol }</i> = <strong>{ $kept }</strong>

# The sentence for a positive gradient.
# $symbol (text): the symbol
# $gradient (text): the gradient
descends-left-html = <strong>Still descending</strong>: ∂L/∂{ $symbol } = { $gradient } is positive, so the next step makes { $symbol } smaller.

# The sentence for a negative gradient.
# $symbol (text): the symbol
# $gradient (text): the gradient
descends-right-html = <strong>Still descending</strong>: ∂L/∂{ $symbol } = { $gradient } is negative, so the next step makes { $symbol } larger.

# The sentence for a step to a larger loss.
# $before (text): the loss before the step
# $after (text): the loss after it
# $rate (text): the learning rate
rises-html = The last step went too far: the loss <strong>rose</strong> from { $before } to { $after }. At this point a learning rate of { $rate } is too large.

# The sentence for a gradient of almost 0.
# $symbol (text): the symbol
# $value (text): its value
# $hidden (text): the value behind the data
arrived-html = <strong>Arrived</strong>: hardly any gradient is left at { $symbol } = { $value }. The data was made with { $symbol } = { $hidden }; the gap comes from noise in the data.

# The sentence for a value at the end of the range.
# $symbol (text): the symbol
# $value (text): its value
at-the-edge-html = { $symbol } = { $value } is the <strong>end of its range</strong>. The gradient points further, but { $symbol } stops here.

# The sentence if no point has a negative sum.
# $symbol (text): the symbol
silent-html = No point has a negative weighted sum, so the gradient of { $symbol } is <strong>exactly 0</strong>: right or wrong, it no longer changes.

# The sentence for a divergence out of the range.
# $step (number): the step
# $symbol (text): the symbol
# $rate (text): the learning rate
leaves-its-range-html = <strong>Diverged</strong>: step { $step } jumped over the valley, up to a larger loss and out of the range of { $symbol }. The run ends here. A learning rate of { $rate } is too large.

# The sentence for a divergence of the loss.
# $step (number): the step
# $loss (text): the loss
# $rate (text): the learning rate
explodes-html = <strong>Diverged</strong>: in step { $step } the loss grew to { $loss }. The run ends here. A learning rate of { $rate } is too large.

# The sentence about the points that contribute to the gradient.
# $symbol (text): the symbol
# $negative (number): the number of points with a negative sum
# $all (number): the number of all points
say-html = Points with a negative weighted sum, which contribute to the gradient of { $symbol }: { $negative } of { $all }.

# The legend: small dots, thick curves, thin curves, the large dot.
data = data, and steps so far
now = current curve and loss
start = initial curve, path and tangent
point = current position

# The description.
# $name (text): the function's name
# $symbol (text): the symbol
# $points (number): the number of points
# $rate (text): the learning rate
describe = { $name } is fitted to { $points } points by gradient descent on { $symbol } with learning rate { $rate }.
