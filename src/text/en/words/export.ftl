### The panel for exporting a demo and opening files, and the code of the functions.

# The button of the panel.
name = Export

# The label of the choice of a picture.
picture = Picture

# The label of the buttons that save the picture.
save-picture = Save the picture

# The label of the button that saves the data table.
save-numbers = Save the numbers

# The message if the browser cannot make a picture.
no-picture = Your browser could not make this picture. Try a smaller size, or SVG.

# The message if the browser cannot make a file.
no-file = The browser could not make the file. Open this page in a browser such as Safari or Chrome and try again.

# The message after a file has been passed to the browser.
# $name (text): the file's name
saved = { $name } was handed to the browser.

# The link that opens the saved file, and the advice for a file that was not saved.
open-saved = Open the file in a new tab
saved-nowhere = If it was not saved, open it in a new tab and save it there. Browsers inside messaging apps may not save files; in that case open this page in a browser such as Safari or Chrome.

# The label of the button that opens a file, and the explanation below it.
open = Open an exported file
open-help = PNG and SVG files from this page contain the link to their view. Choose one, or drop it anywhere on the page, to return to that view.

# The message after a file has been opened.
opened = The view of the file is shown.

# The messages for a file without a view, for one that is too large, and for one that cannot be read.
foreign = No saved view in this file. Only PNG and SVG files that were exported from this page have one.
too-large = This file is too large to be an export of this page.
unreadable = This file could not be read. If it is in a cloud, save it on this device first and open it from there.

# The button of the panel with a function's code, and the label of the choice of a programming language.
code = Code
code-language = Language

# The button that copies the code, and the message after it.
copy-code = Copy
code-copied = Copied

# The request if the browser does not allow copying.
copy-code-by-hand = Please select the text and copy it by hand
