### The texts of the functions' cards and of the table of conditions.

# The link that shows the function in the explorer.
# $name (text): the function's name
show = Plot { $name }

# The button that unfolds a card.
more = Details

# The headings of a card's sections, and the sentence for a function without drawbacks.
formula = Formula
derivative = Derivative
advantages = Advantages
drawbacks = Drawbacks
no-drawbacks = The lesson names none.
notes = Notes
facts = Properties
range = Range

# The range of a function with two values.
# $low (text): the lower value
# $high (text): the higher value
only-two-values = {"{"}{ $low }, { $high }{"}"} (two values only)

zero-centred = Zero-centred
yes = yes
no = no

# The value of a property that is not known, and of a limit that does not exist.
unknown = unknown
no-limit = no limit

monotone = Monotone

# The values of “Monotone”.
monotone-increasing = always increasing
monotone-non-decreasing = never decreasing
monotone-decreasing = always decreasing
monotone-non-increasing = never increasing
monotone-constant = constant

# The value of “Monotone” for a function that rises and falls.
# $trends (text): the trends from left to right, or “alternates”
not-monotone = no ({ $trends })

# A trend before others, and the last one.
falls-and-then = falls, then
falls = falls
is-flat-and-then = is flat, then
is-flat = is flat
rises-and-then = rises, then
rises = rises

# The trends of a function that rises and falls without end.
alternates = rises and falls without end

parity = Symmetry

# The values of “Symmetry”.
parity-odd = about the origin (odd)
parity-even = about the y axis (even)
parity-neither = none
smoothness = Smoothness

# The values of “Smoothness”.
smoothness-discontinuous = discontinuous
smoothness-continuous = continuous with a kink (C⁰)
smoothness-once = continuous first derivative (C¹)
smoothness-twice = continuous second derivative (C²)
smoothness-infinite = all derivatives (C∞)

# The label of the places where f turns, and the text if there is none.
turns = Minima and maxima
no-turn = none

# A place where f turns.
# $at (text): its x
# $value (text): the value there
turn-is = { $value } at x = { $at }

# The nearest turning points of a function that turns without end.
# $turns (text): the list of them
turns-and-so-on = { $turns }, and so on

# The largest slope of a function whose slopes have no bound, and where the largest slope is if it is only a limit.
no-bound = no bound
only-approached = approached, not reached

# The label of the limits of f′ at −∞ and +∞.
slopes-at-infinity = Slope far out (x → −∞, x → ∞)

# The label of the list of kinks, and its text if there is none.
kink = Not differentiable at
no-kink = nowhere

# A kink.
# $at (text): its x
# $left (text): the slope to the left
# $right (text): the slope to the right
# $used (text): the slope that this page uses
# $frameworks (text): the addition about frameworks, or nothing
kink-is = x = { $at }: left { $left }, right { $right }, this page uses { $used }{ $frameworks }

# The addition after the page's slope if frameworks return the same one.
# $names (text): the names of these frameworks
like-frameworks = (as { $names })

# The addition after the page's slope if a framework returns another one.
# $slopes (text): a list of frameworks, each with its slope
unlike-frameworks = ({ $slopes })

# The label of the paper.
source = Source

# The columns of the table of conditions. The first one is for the function.
condition-function = Function
condition-non-linear = Non-linear?
condition-differentiable = Differentiable?
condition-steepest = Largest |slope|
condition-fades = Where the slope goes to 0
condition-zero-centred = Zero-centred?
condition-range = Range

# The caption of that table.
conditions-caption = The two conditions and related properties. Parameters are those chosen at the top.

# The cell of a function that is differentiable everywhere.
everywhere = everywhere

# The cell of a function with kinks.
# $places (text): a list of their x
but-at = except at x = { $places }

# The addition if the slope is 0 everywhere.
always-zero = the slope is always 0

# The sides on which the slope goes to 0.
fades-both = both sides
fades-left = left (x → −∞)
fades-right = right (x → ∞)
fades-nowhere = nowhere
