### The texts of the chain. Layers count from 1.

## The name of the value that the arrow keys change on the plots, and the instructions.

demo-plot = Step
demo-help = Press play, or drag the bar and go step by step. Space plays and pauses, ← and → move one step, Home and End go to the start and the end.

## Common misconceptions.

misconception-depth-not-epochs-html = Gradients vanish with <strong>depth</strong>, not with the number of epochs: there is one factor for each layer, and all of it happens within a single backward pass.
misconception-bound-html = The bound 0.25<sup><i>n</i></sup> for a sigmoid’s gradient holds for |<i>w</i>| ≤ 1 only. With |<i>w</i>| > 4 a factor can exceed 1 and the gradient can explode; with an unsuitable bias, a large weight pushes <i>z</i> into saturation and the gradient vanishes even faster.
misconception-active-paths-html = “ReLU has no vanishing gradient” is true on active paths only, where <i>z</i> > 0. A layer with <i>z</i> < 0 multiplies by 0, and nothing reaches the layers before it.

## The labels of the controls.

control-f = Activation of the layers
control-x = Input x
control-beside = Compare with
control-w = Weight w
control-scale = Gradient axis
control-step = Step

## The names of options, by the setting and the option.

option-scale-log = logarithmic
option-scale-linear = linear

## The labels of the buttons that set several values at once.

preset-textbook = textbook
preset-side-by-side = side by side
preset-large-weights = large weights
preset-saturated = saturated
preset-relu-positive = ReLU, positive
preset-relu-negative = ReLU, negative: inactive

## The captions of the pictures.

picture-layers = signal of the layers, and the factors on the way back
picture-gradients = the gradient that reaches each layer
picture-curve = z of this layer on the activation; the tangent’s slope is f′(z)
picture-depths = the gradient |∂aₙ/∂x| against the depth n

## The sentences and the words of the tables and the legend.

# The name of the table of numbers, and the headings of its labels and its notes.
readouts = The whole chain
function = function
note = note

# The headings of the numbers: the output, the gradient, log₁₀ of its size.
column-output-html = output <i>a</i><sub><i>n</i></sub>
column-gradient-html = gradient ∂<i>a</i><sub><i>n</i></sub>/∂<i>x</i>
column-log10-html = log<sub>10</sub> |gradient|

# The columns of the data table: the layer, z, a, the factor, the gradient, log₁₀ of its size.
table-layer = layer
table-z = z
table-a = a
table-factor = factor w·f′(z)
table-gradient = gradient that reaches the layer
table-log10 = log₁₀ |gradient|

# The text of the first step.
# $x (text): the input
start = the input x = { $x }

# The text of a step of the signal.
# $layer (number): the layer
# $z (text): its z
# $a (text): its a
forward = forward, layer { $layer }: z = { $z }, a = { $a }

# The text of the step at which the gradient starts at the output.
turn = turning back: the gradient sets out from the output as 1

# The text of a step of the gradient.
# $layer (number): the layer
# $factor (text): its local factor
# $gradient (text): the gradient after it
backward = back, layer { $layer }: times { $factor }, gradient { $gradient }

# The sentence if some layers multiply the gradient by 0.
# $name (text): the function's name
# $blocked (number): the number of these layers
# $depth (number): the depth
# $layer (number): one of these layers
# $z (text): its z
blocked-html = { $name }: layers that multiply the gradient by 0: { $blocked } of { $depth } ({ $blocked ->
    [one] layer { $layer }
   *[other] such as layer { $layer }
}, where z = { $z }). The gradient is <strong>exactly 0</strong>, and the layers in front learn nothing.

# The sentence if each of these layers is at a kink.
# $name (text): the function's name
# $blocked (number): the number of these layers
# $depth (number): the depth
# $layer (number): one of these layers
# $z (text): its z
blocked-at-kink-html = { $name }: layers whose z is at a point without a derivative: { $blocked } of { $depth } ({ $blocked ->
    [one] layer { $layer }
   *[other] such as layer { $layer }
}, where z = { $z }). This page uses f′(z) = 0 there, so the gradient is <strong>exactly 0</strong>, and the layers in front learn nothing.

# The sentence for a gradient that vanishes.
# $name (text): the function's name
# $depth (number): the depth
# $factor (text): the average factor per layer
# $left (text): the gradient at the input
vanishes-html = { $name }: each layer multiplies by { $factor } on average, and after { $depth ->
    [one] 1 layer
   *[other] { $depth } layers
} the gradient is { $left }. It <strong>vanishes</strong>.

# The sentence for a gradient that keeps its size.
# $name (text): the function's name
# $depth (number): the depth
# $factor (text): the average factor per layer
# $left (text): the gradient at the input
stays-html = { $name }: each layer multiplies by { $factor } on average, and after { $depth ->
    [one] 1 layer
   *[other] { $depth } layers
} the gradient is { $left }. It <strong>survives</strong>.

# The sentence for a gradient that explodes.
# $name (text): the function's name
# $depth (number): the depth
# $factor (text): the average factor per layer
# $left (text): the gradient at the input
explodes-html = { $name }: each layer multiplies by { $factor } on average, and after { $depth ->
    [one] 1 layer
   *[other] { $depth } layers
} the gradient has grown to { $left }. It <strong>explodes</strong>.

# The sentences for a gradient that is 0 in float32, and for one that loses digits there.
float32-zero-html = In single precision (float32) it becomes 0.
float32-subnormal-html = In single precision (float32) it begins to lose digits.

# The gradients of the other functions.
# $gradients (text): a list of names, each with its gradient
beside-html = Gradients of the other functions under the same conditions: { $gradients }.

# The note on an overflow.
# $layer (number): the layer
overflows = the value of layer { $layer } overflows

# The note on a layer that multiplies the gradient by 0.
# $layer (number): the layer
stops = the gradient becomes 0 in layer { $layer }

# The note on a layer with z at a kink.
# $layer (number): the layer
on-kink = z of layer { $layer } is at a point without a derivative

# The effect of one step of learning.
# $rate (text): the learning rate
# $depth (number): the depth
# $last (text): the change of the last weight
# $first (text): the change of the first weight
learns-html = One step of learning that asks for a larger output (learning rate { $rate }, every layer with a weight of its own) would move the weight of the last layer ({ $depth }) by { $last } and that of the first by { $first }.

# The same for a chain with one layer.
# $rate (text): the learning rate
# $change (text): the change of its weight
learns-alone-html = One step of learning that asks for a larger output (learning rate { $rate }) would move this layer’s weight by { $change }.

# The additional sentence for an input of 0.
# $change (text): the change of the first bias
learns-bias-html = With an input of 0 the first weight does not move anyway; the first bias would move by { $change }.

# The comparison of the two changes if the first one is smaller.
# $ratio (text): the first change divided by the last one
learns-less-html = The first layer moves only { $ratio } times as far as the last.

# The comparison if the first one is larger.
# $ratio (text): the first change divided by the last one
learns-more-html = The first layer moves { $ratio } times as far as the last.

# The comparison if both are equal.
learns-as-much-html = The first layer moves as far as the last.

# The legend: solid bars, empty bars, the lines of the other functions, the upper bound, the shaded ranges, the point.
bar = size of the gradient that reaches a layer
negative = a negative gradient
line = the gradients of the functions beside it
bound = upper bound 0.25ⁿ
float32 = too small for float32: digits are lost from 1.2 × 10⁻³⁸ on, and below the thin line (1.4 × 10⁻⁴⁵) there is only 0
point = the current layer

# The description.
# $name (text): the function's name
# $depth (number): the depth
# $w (text): w
# $b (text): b
# $x (text): x
describe = A chain of { $depth } { $name } layers with w = { $w }, b = { $b } and input x = { $x }.
