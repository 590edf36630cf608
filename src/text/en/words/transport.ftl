### The bar that plays a run.

# The name of the bar.
name = Playback

# The buttons. `back` and `on` move by one step.
play = Play
pause = Pause
to-start = To the start
back = Step back
on = Step forward
to-end = To the end

# The label of the choice of a speed.
speed = Speed

# The label of the toggle that repeats the run.
repeat = Loop
