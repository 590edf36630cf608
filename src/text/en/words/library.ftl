### The list of all functions, from which a demo's functions are chosen, and the gallery of all functions.

# The button that opens the list.
more = More functions

# The label of the search field, of the check boxes that narrow the list, and of the list.
search = Search: GELU, hard_swish, …
properties = Only functions with these properties
list = Functions

# The number of functions that are found.
# $count (number): how many
found =
    { $count ->
        [0] No function has this name and these properties.
        [one] { $count } function
       *[other] { $count } functions
    }

# The families of functions.
s-shaped = S-shaped
rectifiers = Rectifiers
smooth-rectifiers = Smooth rectifiers
gated = Gated by their input
shrinkage = Shrinkage
periodic = Periodic
bump = Bump
other = Others

# The properties. “Never saturates” means that the slope goes to 0 on no side.
bounded = bounded
monotone = monotone
smooth = no kinks
zero-centred = zero-centred
keeps-slope = never saturates

# In the gallery: the link that shows a function together with those in the explorer.
compare = Compare

# On a card in the gallery: the heading above the names in PyTorch, JAX, Keras, TensorFlow and ONNX, and the sentence if
# none has the function.
frameworks = In frameworks
no-framework = None of PyTorch, JAX, Keras, TensorFlow and ONNX has it.

# The function that a reader types: its name, and other words by which the list finds it, with commas between them.
own = Your function
own-choice = Type a function
own-also = own, custom, my function, expression, formula, type

# The label before the field for the function.
own-label = f(x) =

# What can be typed.
own-help = x, numbers, + − * / ^, parentheses, exp, ln, sqrt, abs, sin, cos, tanh, erf, max, min, if(x > 0, a, b), and every function of this page, such as gelu(x) or leaky_relu(x, 0.2).
own-grammar = What you can type

# Functions to begin with.
own-examples = Examples
own-polynomial = polynomial
own-swish = Swish, β = 1.7
own-bump = bump
own-staircase = staircase

# What is wrong with the text.
fault-empty = Type a function of x.
fault-too-long = This is too long. The limit is 500 characters.

# What is wrong at a place of the text.
# $place (number): the number of the character, counted from 1
# $fault (text): one of the following messages
fault-at = Character { $place }: { $fault }

fault-too-deep = Too many parentheses, signs or powers stand within each other.

# $found (text): the character
fault-character = “{ $found }” has no meaning here.

# $found (text): the number
fault-number = “{ $found }” is not a number that can be used.

# $found (text): the name
fault-name = There is no function “{ $found }”.

fault-value = A number, x, a function or an opening parenthesis is missing.
fault-operator = An operator such as + or * is missing.
fault-opening = An opening parenthesis is missing.
fault-closing = A comma or a closing parenthesis is missing.
fault-comparison = One of <, <=, > and >= is missing.

# A function with the wrong number of arguments.
# $found (text): the name
# $least (number): how many it takes at least
# $most (number): how many it takes at most
fault-arguments = “{ $found }” takes { $least } to { $most } arguments.

# $found (text): the name
# $count (number): how many arguments it takes
fault-arguments-exact =
    { $count ->
        [one] “{ $found }” takes one argument.
       *[other] “{ $found }” takes { $count } arguments.
    }

# A parameter of a function that is no number, or out of range.
# $found (text): the name of the parameter
# $low (text): the least number
# $high (text): the largest number
fault-parameter = “{ $found }” is a number from { $low } to { $high }, without x.

# After a fault: the function that stays.
own-stays = The last function that could be read stays.

# What speaks against the function.
objections = Is it a good activation?
no-objection = Between −10 and 10, nothing speaks against it: it is not a straight line, its gradient neither vanishes on both sides nor grows beyond 2, and its mean output is near 0.

# $at (text): an input
objection-undefined = It has no value at x = { $at }. A network that gets there has nothing left to compute with.

# $at (text): an input
objection-infinite = It is too large for a number at x = { $at }, so training overflows there.

objection-line = It is a straight line between −10 and 10, so any number of layers collapses into one.
objection-no-gradient = Its gradient is 0 everywhere, so nothing can be learned.

# $at (text): an input
objection-jumps = It jumps at x = { $at }. The gradient knows nothing of the jump.

objection-saturates = Its gradient is nearly 0 for large inputs of both signs, so gradients vanish in deep networks.
objection-dead-negative = Its gradient is 0 for all negative inputs, so neurons can die.
objection-dead-positive = Its gradient is 0 for all positive inputs, so neurons can die.

# $slope (text): the size of the slope
# $at (text): an input
objection-steep = Its gradient has the size { $slope } at x = { $at }, so gradients can explode in deep networks.

# $mean (text): the mean output
objection-off-centre = Its mean output is { $mean } for standard normal inputs, not 0.

own-facts = What is known about it
