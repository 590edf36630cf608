### "Guess first": the reader draws a curve before it is shown. Arguments named "percentage" have their sign.

# The button that starts a guess.
name = Guess first

# The question which picture is to be guessed.
which = Which plot do you want to guess?

# The message if no picture has a curve.
no-curve = There is no curve to guess yet. Choose a function, or play further.

# The task.
draw = The curve is hidden. Draw what you expect.

# The instructions for drawing with a pointer and with the keyboard.
how = Draw on the plot with mouse or finger; go over a place again to correct it. With the keyboard, ← → move on, ↑ ↓ change the height, and Enter reveals.

# The label of the choice of a function.
series = Function to guess

# The buttons: show the answer, erase the drawing, end the guess, draw again.
reveal = Reveal
clear = Clear
stop = Stop
again = Draw again

# The text in place of texts and numbers that would reveal the answer.
hidden = The answer is hidden while you guess.

# The mean distance of the drawing from the curve.
# $percentage (text): a percentage of the height of the y axis
off = Off by { $percentage } of the height of the y axis on average.

# The verdicts on the drawing, from the best to the worst.
verdict-same = Nearly the same.
verdict-shape = You got the shape.
verdict-trend = The general trend is right.
verdict-different = Quite different from the curve. Look at where the two separate.

# The largest distance.
# $x (text): its x
# $percentage (text): a percentage of the height of the y axis
farthest = Farthest off: at { $x } on the x axis ({ $percentage }).

# The part of the curve that was drawn.
# $percentage (text): a percentage of the curve
covered = Drawn: { $percentage } of the curve.

# The result without a drawing.
nothing = Nothing was drawn, so there is nothing to compare.

# The position of the keyboard's pen for screen readers.
# $x (text): x
# $y (text): y
pen = { $x } on the x axis, height { $y }

# The name of the pen, which the arrow keys move.
pen-name = the pen
