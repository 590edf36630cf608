### The texts of the explorer.

## The name of the value that the arrow keys change on the plots, and the instructions.

demo-plot = Position x on the plot
demo-help = Click or drag on the plot to move x. With the keyboard: ← and → (ten times as far with Shift), Home and End.

## The labels of the controls.

control-f = Functions
control-show = Show
control-min = Smallest input
control-max = Largest input
control-fixy = Lock the vertical axis
control-ymin = Vertical axis from
control-ymax = Vertical axis to

## The names of intervals whose two ends are settings, by the low end.

interval-min = Input range
interval-ymin = Vertical axis

## The names of options, by the setting and the option.

option-show-both = stacked
option-show-overlay = overlaid
option-show-value = values
option-show-gradient = gradients
option-show-difference = f − g

## The labels of the buttons that set several values at once.

preset-relu-family = the ReLU family
preset-s-shapes = the S-shapes
preset-all-six = all six

## Hints below the sliders of a function, by the function.

hint-maxout = You can also drag the round handles on the plot to move the two lines.

## The captions of the pictures.

picture-value = value f(x)
picture-gradient = gradient f′(x)
picture-overlay = value f(x) and gradient f′(x)
picture-difference = difference f(x) − g(x)

## The sentences and the words of the tables and the legend.

# The name of the table of numbers, and the heading of its notes column.
readouts = Values at the probe
note = at this place

# The legend: the curves of f and f′, the tangent, the line where two functions are farthest apart, the shaded ranges,
# the open and closed dots at a kink, the handles of maxout.
value = value f(x)
gradient = gradient f′(x)
tangent = tangent
farthest = largest distance |f − g|
saturated = saturated: every gradient shown is below 0.01
one-sided = one-sided limit
convention = what this page uses at that point
handle = drag to move maxout's lines

# The headings of the numbers: f(x) and f′(x).
column-value = f(x)
column-gradient = f′(x)

# The notes on a function that is saturated at the probe, and on one whose gradient is exactly 0 there.
saturated-here = saturated here: the gradient is close to 0
no-gradient-here = the gradient is 0: no learning signal passes

# The note at a kink.
# $left (text): the slope to the left
# $right (text): the slope to the right
# $used (text): the slope that this page uses
# $frameworks (text): the addition about frameworks, or nothing
kink-here = not differentiable here: left { $left } · right { $right } · this page uses { $used }{ $frameworks }

# The note at a jump of f.
# $left (text): the slope to the left
# $right (text): the slope to the right
# $used (text): the slope that this page uses
# $frameworks (text): the addition about frameworks, or nothing
jump-here = jumps here, so not differentiable: left { $left } · right { $right } · this page uses { $used }{ $frameworks }

# The remark if the probe is outside the plot.
# $x (text): x
outside = x = { $x } is outside the input range of the plot.

# The description if no function is chosen.
nothing-shown = Choose at least one function to show.

# The description of the plots.
# $show (both | overlay | value | gradient | difference): which curves are shown
# $names (text): the names of the functions
# $low (text): the left end of the x axis
# $high (text): the right end of the x axis
describe = A plot of { $show ->
    [value] the values
    [gradient] the gradients
    [overlay] values and gradients in one plot
    [difference] the values of two functions, with their difference f − g in a plot below,
   *[both] values and gradients in two plots, one above the other
} for inputs from { $low } to { $high }. Functions: { $names }.

# The part of the description about the probe.
# $name (text): the function's name
# $x (text): x
# $value (text): f(x)
# $gradient (text): f′(x)
describe-probe = { $name } at x = { $x }: value { $value }, gradient { $gradient }.

# The part of the description about a shaded range.
# $low (text): its left end
# $high (text): its right end
describe-saturated = Saturated from { $low } to { $high }.

## The sentences about the difference f − g, below the numbers and in the description.

# If fewer than two functions are chosen.
needs-two = Choose two functions to see their difference.

# Which functions are f and g.
# $f (text): the name of the first function
# $g (text): the name of the second function
pair = f is { $f } and g is { $g }.

# Which functions are f and g if more than two are chosen.
# $f (text): the name of the first function
# $g (text): the name of the second function
# $chosen (number): the number of functions that are chosen
first-pair = f is { $f } and g is { $g }, the first two of the { $chosen } functions chosen.

# The largest distance.
# $distance (html): the distance
# $at (html): where it is, one or several places on the x axis
largest-html = In this input range |f − g| is largest at x = { $at }, where it is { $distance }.

# The largest distance if it is the limit at a jump.
# $distance (html): the distance
# $at (html): where it is, one or several places on the x axis
approached-html = In this input range |f − g| comes as near as you like to { $distance } at x = { $at }, but stays below it.

# If there is no distance.
equal = f and g are equal in the whole input range.

# A part of the x axis.
# $low (text): its left end
# $high (text): its right end
span = { $low } to { $high }
