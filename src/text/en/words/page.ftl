### The texts of the page that belong to no single demo.

# The title of the document.
title = Activation Lab

# What search engines and link previews say about the page, its locale as Open Graph writes it, and the text in place of
# the preview's picture.
description = Play with activation functions and their gradients, and see what they do in a neural network: vanishing gradients, dead neurons, layers that collapse into one.
locale = en_US
preview = The curves of six activation functions

# The label of the choice of a language.
choose-language = Language

# The label of the choice of colours, and its three options.
choose-theme = Theme
theme-system = System
theme-light = Light
theme-dark = Dark

# The button that copies the link, and the message after it.
copy-link = Copy link
link-copied = Link copied

# The request above the link if the browser does not allow copying.
copy-by-hand = Please copy this address by hand

# The name of the group of presets.
presets = Presets

# The button of the panel for sharing a view, and the label of the choice of a format in it.
share = Share
share-as = Format

# The heading of the check boxes for the values that the link locks.
share-locks = Values to lock, so that students cannot change them

# The note in a view whose link has locked some values.
locked = The author of this link has locked the values that are greyed out.

# The refusal of one more function.
# $most (number): the largest number of functions at once
at-most = At most { $most } functions can be shown at once. Remove another one first.

# The link from an embedded demo to the whole page.
full-page = Open in Activation Lab

# The name of the button that resets a control.
# $label (text): the control's label
reset = { $label }: back to the default

# The label of the number field beside a slider.
# $label (text): the slider's label
exact-number = { $label }: exact number

# The notice for a link that names no demo.
unknown-view = This link names no existing view, so the first one is shown.

# The button that shows the data table of a demo.
data-table = Show the numbers as a table

# The table of the current numbers of a demo.
numbers = Numbers

# The smaller plots of a demo, folded at first.
# $captions (text): their captions
more-plots = More plots: { $captions }

# The name of the list of contents.
contents = Contents

# The links to the previous and the next part or demo.
# $title (text): its title
previous = Previous: { $title }

# $title (text): its title
next = Next: { $title }

# The name of that pair of links, after the title of the part or demo.
onward = Previous and next

# The heading above a demo's notes on common misconceptions.
notes = Common misconceptions

# The heading of the sliders for a function's parameters.
# $name (text): the function's name
parameters-of = Parameters of { $name }

## The names of the formats for sharing a view.

format-link = a link
format-html = a blog (HTML)
format-iframe = HTML without a script
format-markdown = Markdown (figure and link)
format-jupyter = a Jupyter notebook
format-quarto = Quarto or reveal.js slides
format-bibtex = a citation (BibTeX)

# The notice for a part of the page whose download failed, and the buttons below it.
missing = This part of the page could not be loaded. The network may be down, or the page has a new version.
missing-again = Try again
missing-reload = Reload the page
