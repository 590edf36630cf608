### Presentations and their scripts. Steps count from 1.

# The title of the script that belongs to the lesson.
lesson = A lesson on activation functions

# The button that opens the drawer with the script. It is also the heading of the drawer.
name = Script

# The button that starts a presentation, and its tooltip with the key.
present = Present
present-help = Present (P)

# The name of the bar of a presentation, and the tooltips of its buttons with their keys.
bar = Presentation
leave = End (Esc)
previous = Previous step (Page Up)
next = Next step (Page Down)

# The button that shows the place in the script.
# $step (number): the step
# $steps (number): the number of steps
place = { $step } / { $steps }

# The tooltip of that button, which returns to the view of the step.
again = Back to the view of this step

# The button for a black screen, and the message to screen readers while the screen is black.
black = Black screen (B)
is-black = The screen is black. Press any key to go on.
full-screen = Full screen (F)

# The button for the QR code, and the explanation below the code.
code = QR code (Q)
code-help = Point a phone’s camera here to open this very view.

# The texts for a page opened from a file, for a page served by this computer, and for an address that is too long for
# a QR code.
code-of-file = This page was opened from a file, so there is no address to give to phones. Show the code from the page on the web.
code-of-this-machine = This address only works on this computer. For phones, show the code from the page on the web.
code-too-long = This view’s address is too long for a QR code. Copy the link and hand it out instead.

# The button that closes the drawer or the QR code.
close = Close

# The label of the choice of a script, and the options for the reader's own script and for one from a link or a file.
which = Script to present
mine = My script
opened = Opened script

# The explanation at the top of the drawer.
lead = Views to show one after another. While you present, Page Up and Page Down, the arrow keys or the space key move on, and B makes the screen black.

# The text in place of the steps if the reader's script has none.
empty = Your script has no views yet. Set up what you want to show and press “Add this view”.

# The button that adds the current view.
add = Add this view

# The text beside that button.
# $demo (text): the title of the demo
now = Current view: { $demo }

# The button that copies another script into the reader's own, and the question before it.
adopt = Copy to my script and edit
adopt-confirm = This replaces your own script. Continue?

# The labels of the fields: the script's title, and a step's title and sentence.
title = Title of the script
step-title = Title
step-text = A sentence

# The labels of a step's buttons.
show = Show
refresh = Replace with the current view
up = Move up
down = Move down
remove = Remove

# The name of a button or a field for screen readers.
# $label (text): its label
# $step (number): the step
# $title (text): the step's title
of-step = { $label }: step { $step } { $title }

# The buttons for the whole script: copy its link, save it as a file, open a file.
copy-link = Copy the script’s link
save = Save as JSON
open = Open a JSON file

# The name of the saved file.
file = activation-lab-script.json

# The message after a script has been opened.
has-opened = The script is open.

# The messages for a JSON file that is not a script, for one that is too large, and for one without steps.
foreign = This JSON file is not a script of this page.
too-large = This script’s file is too large and was not opened.
without-steps = This script has no views.

# The message if no more steps can be added.
full = A script holds up to 200 views.

# The warning if the browser does not store the script.
not-kept = This browser does not let the page store anything: your script is gone when you close the page. Save it as JSON.

## The title and the sentence of each step in the script of the lesson.

lesson-functions-title = Six activation functions
lesson-functions-text = The functions of today: their values above, and below the gradients that training works with.
lesson-neuron-title = What one neuron does
lesson-neuron-text = It weighs its inputs, adds a bias, and passes the sum z through the activation function.
lesson-collapse-title = Without an activation function
lesson-collapse-text = However many linear layers you stack, they fold into one line. Only its slope and intercept change.
lesson-bend-title = Now with ReLU
lesson-bend-text = With an activation function between the layers the line bends, and more layers can bend it more.
lesson-learning-title = How a network learns
lesson-learning-text = Step by step it goes down the valley of the loss, against the gradient. The learning rate sets the length of a step.
lesson-boundary-title = Data that no line can separate
lesson-boundary-text = Both networks learn the same data. Without an activation function the boundary stays a straight line.
lesson-steps-title = Learning takes a derivative
lesson-steps-text = The step function’s gradient is 0 wherever it exists: nothing comes back to learn from.
lesson-sigmoid-title = Draw the sigmoid’s gradient
lesson-sigmoid-text = Where is the sigmoid steepest, and how steep is it there?
lesson-saturation-title = Saturation: far from 0, hardly anything is learned
lesson-saturation-text = The sigmoid’s gradient is 0.25 at most, at x = 0. At x = 6 it is a mere 0.0025.
lesson-depth-title = What is left after ten layers?
lesson-depth-text = Each layer multiplies by 0.25 at most. The gradient sets out from the output as 1: how much reaches the first layer?
lesson-vanishing-title = The vanishing gradient
lesson-vanishing-text = Press play: the signal runs forward, the gradient back. Ten sigmoid layers leave three ten-millionths of it.
lesson-weights-title = Would larger weights help?
lesson-weights-text = Each layer’s factor is |w|·σ′(z). A larger w makes z larger too, and saturates the neuron.
lesson-tanh-title = tanh: zero-centred
lesson-tanh-text = Its output lies between −1 and 1 and its gradient reaches 1, but it saturates like the sigmoid.
lesson-relu-title = ReLU: positive inputs stay as they are
lesson-relu-text = There the gradient is always 1. At 0 there is no derivative, and this page uses 0, as PyTorch, JAX and Keras do.
lesson-dead-title = Dead neurons
lesson-dead-text = A ReLU neuron whose weighted sum is negative for all the data goes dark. Compare Leaky ReLU and ELU from the same initial weights.
lesson-leaky-relu-title = Leaky ReLU: a small slope for negative inputs
lesson-leaky-relu-text = With a little slope left on the negative side, a neuron that went dark can learn its way back.
lesson-elu-title = Draw the gradient of ELU
lesson-elu-text = Its negative side lies between −α and 0. What does the gradient look like?
lesson-alpha-title = α can be learned too
lesson-alpha-text = As a parameter, α is learned by back-propagation along with the rest: one more number to get right.
lesson-maxout-title = Maxout: take the largest
lesson-maxout-text = It takes the largest of several learned lines. The variance of the largest of independent values gets smaller; through steep lines it can also grow.
