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

# On a card in the gallery: the heading above the names in PyTorch, JAX, Keras and ONNX, and the sentence if none has the
# function.
frameworks = In frameworks
no-framework = None of PyTorch, JAX, Keras and ONNX has it.
