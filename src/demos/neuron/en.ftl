### The texts of the neuron.

## The name of the value that the arrow keys change on the plots, and the instructions.

demo-plot = z
demo-help = Drag the point along the curve: z follows, and the bias b changes with it. Use the sliders for everything else.

## The labels of the controls.

control-f = Activation function
control-x1 = Input x₁
control-x2 = Input x₂
control-w1 = Weight w₁
control-w2 = Weight w₂

## The labels of the buttons that set several values at once.

preset-plain-sum = without activation function
preset-squeezed = squeezed by a sigmoid
preset-far-out = saturated neuron
preset-switched-off = ReLU switched off

## The captions of the pictures.

picture-flow = from the inputs to the output
picture-response = the point (z, a) on the activation

## The sentences and the words of the tables and the legend.

# The name of the table of numbers, and the headings of its notes, its labels and its numbers.
readouts = The neuron’s values and gradients
note = calculation
quantity = quantity
value = now

# The labels and the notes for z, a and the gradients for w₁, w₂ and b. A note is a formula.
row-z = z
row-z-note = w₁x₁ + w₂x₂ + b
row-a = a
row-a-note = f(z), the neuron’s output
row-grad-w1 = ∂a/∂w₁
row-grad-w1-note = f′(z)·x₁
row-grad-w2 = ∂a/∂w₂
row-grad-w2-note = f′(z)·x₂
row-grad-b = ∂a/∂b
row-grad-b-note = f′(z)

# The columns of the data table: z, f(z), f′(z).
table-z = z
table-value = f(z)
table-gradient = f′(z)

# The sentences about learning: in the usual case, with the identity, if the neuron is saturated, and if f′(z) is 0.
learns-html = Change a weight a little, and the output changes by that amount times the gradient above. All three are proportional to f′(z), and the larger the magnitude of an input, the more its weight matters.
linear-html = With the identity the output is the weighted sum z itself: the neuron is <strong>linear</strong>, and its gradients are the same everywhere. Switch to another function and compare.
saturated-html = <strong>Saturated</strong>: f′(z) is close to 0, so the output hardly moves when a weight changes a little. Such a neuron learns very slowly.
learns-nothing-html = f′(z) is 0, and so all three gradients are <strong>0</strong>: from this input neither the weights nor the bias can learn.

# The sentence for z at a kink.
# $z (text): z
# $used (text): the slope that this page uses
# $frameworks (text): the addition about frameworks, or nothing
on-kink-html = At z = { $z } there is no derivative. This page uses f′(z) = { $used }{ $frameworks }.

# The legend: solid edges, dashed edges, the tangent, the point.
adds = what is added (edges)
subtracts = what is subtracted (edges)
tangent = tangent with the slope f′(z)
handle = the point (z, a), which you can drag

# The description.
# $name (text): the function's name
# $z (text): z
# $a (text): a
# $slope (text): f′(z)
describe = A neuron with { $name } as its activation: z = { $z }, output a = { $a }, f′(z) = { $slope }.
