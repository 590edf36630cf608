//! Floor 3: all text of the page, in each language.
//!
//! Short strings are in one [`Text`] for each language. Prose and formulas are Markdown, see [`content`]. To add
//! a language: write `src/text/<lang>.rs` and its folder, and add its line to [`ALL`].
//!
//! A string with arguments is a function. Its doc comment names the arguments in their order. Arguments of type
//! `&str` are ready to be inserted: names in the language, and numbers formatted by [`number`].

pub mod content;
mod en;
pub mod facts;
mod ko;
pub mod number;

use crate::demos::settings::Setting;
use crate::markup::Html;
use crate::models::maxout::Spread;
use activations::{Activation, Monotone, Parity, Smoothness, Trend};
use content::{Content, Passage};

/// All languages. The first one is the default of the page.
pub static ALL: [&Text; 2] = [&ko::TEXT, &en::TEXT];

/// The text of the page in one language.
pub struct Text {
    /// The BCP 47 tag.
    pub id: &'static str,
    /// The language's own name for itself.
    pub language: &'static str,
    pub content: &'static Content,
    pub page: Page,
    /// The texts around each demo, by demo id.
    pub demos: &'static [(&'static str, Heading)],
    pub explorer: Explorer,
    pub neuron: Neuron,
    pub collapse: Collapse,
    pub descent: Descent,
    pub classify: Classify,
    pub chain: Chain,
    pub dead: Dead,
    pub alpha: Alpha,
    pub maxout: Maxout,
    pub card: Card,
    pub script: Script,
    /// The label of a control. Arguments: the demo's id, the setting's key.
    pub control: fn(&str, &str) -> Option<&'static str>,
    /// The name of an option. Arguments: the setting's key, the option. Options that are functions have the names
    /// of their cards.
    pub option: fn(&str, &str) -> Option<&'static str>,
    /// The label of a preset's button. Argument: the preset's id.
    pub preset: fn(&str) -> Option<&'static str>,
    /// The caption of a picture. Argument: the picture's id.
    pub picture: fn(&str) -> Option<&'static str>,
}

/// The texts of the page that belong to no single demo.
pub struct Page {
    /// The title of the document.
    pub title: &'static str,
    /// The label of the choice of a language.
    pub choose_language: &'static str,
    /// The label of the choice of colours, and its three options.
    pub choose_theme: &'static str,
    pub theme_system: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    /// The button that copies the link, and the message after it.
    pub copy_link: &'static str,
    pub link_copied: &'static str,
    /// The request above the link if the browser does not allow copying.
    pub copy_by_hand: &'static str,
    /// The name of the group of presets.
    pub presets: &'static str,
    /// The button of the panel for sharing a view, and the label of the choice of a format in it.
    pub share: &'static str,
    pub share_as: &'static str,
    /// The heading of the check boxes for the values that the link locks.
    pub share_locks: &'static str,
    /// The name of a format. Argument: the format's id.
    pub share_format: fn(&str) -> Option<&'static str>,
    /// The note in a view whose link has locked some values.
    pub locked: &'static str,
    /// The refusal of one more function. Argument: the largest number of functions at once.
    pub at_most: fn(usize) -> String,
    /// The link from an embedded demo to the whole page.
    pub full_page: &'static str,
    /// The name of the button that resets a control. Argument: the control's label.
    pub reset: fn(&str) -> String,
    /// The label of the number field beside a slider. Argument: the slider's label.
    pub exact_number: fn(&str) -> String,
    pub number: Number,
    /// The notice for a link that names no demo.
    pub unknown_view: &'static str,
    /// The button that shows the data table of a demo.
    pub data_table: &'static str,
    /// The name of the list of contents.
    pub contents: &'static str,
    /// The links to the previous and the next part or demo. Argument: its title.
    pub previous: fn(&str) -> String,
    pub next: fn(&str) -> String,
    /// The name of that pair of links, after the title of the part or demo.
    pub onward: &'static str,
    /// The heading above a demo's notes on common misconceptions.
    pub notes: &'static str,
    pub transport: Transport,
    /// The name of an interval whose two ends are settings. Arguments: the demo's id, the key of the low end.
    pub interval: fn(&str, &str) -> Option<&'static str>,
    /// The heading of the sliders for a function's parameters. Argument: the function's name.
    pub parameters_of: fn(&str) -> String,
    /// A hint below the sliders for a function's parameters. Arguments: the demo's id, the function's id.
    pub hint: fn(&str, &str) -> Option<&'static str>,
    pub export: Export,
    pub guess: Guess,
}

/// The remarks beside a number field if the typed number is not the number in use.
pub struct Number {
    /// The typed text is not a number, and nothing has changed. Argument: the text.
    pub unread: fn(&str) -> String,
    /// The number is out of range. Arguments: the least number, the largest number, the number in use.
    pub limited: fn(&str, &str, &str) -> String,
    /// The number is not whole. Argument: the whole number in use.
    pub rounded: fn(&str) -> String,
}

/// The panel for exporting a demo and opening files, and the code of the functions.
pub struct Export {
    /// The button of the panel.
    pub name: &'static str,
    /// The label of the choice of a picture.
    pub picture: &'static str,
    /// The label of the buttons that save the picture.
    pub save_picture: &'static str,
    /// The label of the button that saves the data table.
    pub save_numbers: &'static str,
    /// The message if the browser cannot make a picture.
    pub no_picture: &'static str,
    /// The message after a file has been passed to the browser. Argument: the file's name.
    pub saved: fn(&str) -> String,
    /// The link that opens the saved file, and the advice for a file that was not saved.
    pub open_saved: &'static str,
    pub saved_nowhere: &'static str,
    /// The label of the button that opens a file, and the explanation below it.
    pub open: &'static str,
    pub open_help: &'static str,
    /// The message after a file has been opened.
    pub opened: &'static str,
    /// The messages for a file without a view, for one that is too large, and for one that cannot be read.
    pub foreign: &'static str,
    pub too_large: &'static str,
    pub unreadable: &'static str,
    /// The button of the panel with a function's code, and the label of the choice of a programming language.
    pub code: &'static str,
    pub code_language: &'static str,
    /// The button that copies the code, and the message after it.
    pub copy_code: &'static str,
    pub code_copied: &'static str,
    /// The request if the browser does not allow copying.
    pub copy_code_by_hand: &'static str,
}

/// Presentations and their scripts. Steps count from 1.
pub struct Script {
    /// The title of the script that belongs to the lesson.
    pub lesson: &'static str,
    /// The title and the sentence of a step in the script of the lesson. Argument: the step's id.
    pub step: fn(&str) -> Option<(&'static str, &'static str)>,
    /// The button that opens the drawer with the script. It is also the heading of the drawer.
    pub name: &'static str,
    /// The button that starts a presentation, and its tooltip with the key.
    pub present: &'static str,
    pub present_help: &'static str,
    /// The name of the bar of a presentation, and the tooltips of its buttons with their keys.
    pub bar: &'static str,
    pub leave: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    /// The button that shows the place in the script. Arguments: the step, the number of steps.
    pub place: fn(usize, usize) -> String,
    /// The tooltip of that button, which returns to the view of the step.
    pub again: &'static str,
    /// The button for a black screen, and the message to screen readers while the screen is black.
    pub black: &'static str,
    pub is_black: &'static str,
    pub full_screen: &'static str,
    /// The button for the QR code, and the explanation below the code.
    pub code: &'static str,
    pub code_help: &'static str,
    /// The texts for a page opened from a file, for a page served by this computer, and for an address that is too
    /// long for a QR code.
    pub code_of_file: &'static str,
    pub code_of_this_machine: &'static str,
    pub code_too_long: &'static str,
    /// The button that closes the drawer or the QR code.
    pub close: &'static str,
    /// The label of the choice of a script, and the options for the reader's own script and for one from a link or
    /// a file.
    pub which: &'static str,
    pub mine: &'static str,
    pub opened: &'static str,
    /// The explanation at the top of the drawer.
    pub lead: &'static str,
    /// The text in place of the steps if the reader's script has none.
    pub empty: &'static str,
    /// The button that adds the current view, and the text beside it. Argument: the title of the demo.
    pub add: &'static str,
    pub now: fn(&str) -> String,
    /// The button that copies another script into the reader's own, and the question before it.
    pub adopt: &'static str,
    pub adopt_confirm: &'static str,
    /// The labels of the fields: the script's title, and a step's title and sentence.
    pub title: &'static str,
    pub step_title: &'static str,
    pub step_text: &'static str,
    /// The labels of a step's buttons.
    pub show: &'static str,
    pub refresh: &'static str,
    pub up: &'static str,
    pub down: &'static str,
    pub remove: &'static str,
    /// The name of a button or a field for screen readers. Arguments: its label, the step, the step's title.
    pub of_step: fn(&str, usize, &str) -> String,
    /// The buttons for the whole script: copy its link, save it as a file, open a file.
    pub copy_link: &'static str,
    pub save: &'static str,
    pub open: &'static str,
    /// The name of the saved file.
    pub file: &'static str,
    /// The message after a script has been opened.
    pub has_opened: &'static str,
    /// The messages for a JSON file that is not a script, for one that is too large, and for one without steps.
    pub foreign: &'static str,
    pub too_large: &'static str,
    pub without_steps: &'static str,
    /// The message if no more steps can be added.
    pub full: &'static str,
    /// The warning if the browser does not store the script.
    pub not_kept: &'static str,
}

/// "Guess first": the reader draws a curve before it is shown. Arguments named "percentage" have their sign.
pub struct Guess {
    /// The button that starts a guess.
    pub name: &'static str,
    /// The question which picture is to be guessed.
    pub which: &'static str,
    /// The message if no picture has a curve.
    pub no_curve: &'static str,
    /// The task.
    pub draw: &'static str,
    /// The instructions for drawing with a pointer and with the keyboard.
    pub how: &'static str,
    /// The label of the choice of a function.
    pub series: &'static str,
    /// The buttons: show the answer, erase the drawing, end the guess, draw again.
    pub reveal: &'static str,
    pub clear: &'static str,
    pub stop: &'static str,
    pub again: &'static str,
    /// The text in place of texts and numbers that would reveal the answer.
    pub hidden: &'static str,
    /// The mean distance of the drawing from the curve. Argument: a percentage of the height of the y axis.
    pub off: fn(&str) -> String,
    /// The verdicts on the drawing, from the best to the worst.
    pub verdicts: [&'static str; 4],
    /// The largest distance. Arguments: its x, a percentage of the height of the y axis.
    pub farthest: fn(&str, &str) -> String,
    /// The part of the curve that was drawn. Argument: a percentage of the curve.
    pub covered: fn(&str) -> String,
    /// The result without a drawing.
    pub nothing: &'static str,
    /// The position of the keyboard's pen for screen readers. Arguments: x, y.
    pub pen: fn(&str, &str) -> String,
    /// The name of the pen, which the arrow keys move.
    pub pen_name: &'static str,
}

/// The bar that plays a run.
pub struct Transport {
    /// The name of the bar.
    pub name: &'static str,
    /// The buttons. `back` and `on` move by one step.
    pub play: &'static str,
    pub pause: &'static str,
    pub to_start: &'static str,
    pub back: &'static str,
    pub on: &'static str,
    pub to_end: &'static str,
    /// The label of the choice of a speed.
    pub speed: &'static str,
    /// The label of the toggle that repeats the run.
    pub repeat: &'static str,
}

/// The texts around a demo. Its title and introduction are a [`Passage`].
pub struct Heading {
    /// The name of the value that the arrow keys change on its plots.
    pub plot: &'static str,
    /// The instructions for using the demo.
    pub help: &'static str,
    /// Common misconceptions. Each entry is a list item.
    pub notes: &'static [Html],
}

/// The texts of the explorer.
pub struct Explorer {
    /// The name of the table of numbers, and the heading of its notes column.
    pub readouts: &'static str,
    pub note: &'static str,
    /// The legend: the curves of f and f′, the tangent, the shaded ranges, the open and closed dots at a kink, the
    /// handles of maxout.
    pub value: &'static str,
    pub gradient: &'static str,
    pub tangent: &'static str,
    pub saturated: &'static str,
    pub one_sided: &'static str,
    pub convention: &'static str,
    pub handle: &'static str,
    /// The headings of the numbers: f(x) and f′(x).
    pub columns: [&'static str; 2],
    /// The notes on a function that is saturated at the probe, and on one whose gradient is exactly 0 there.
    pub saturated_here: &'static str,
    pub no_gradient_here: &'static str,
    /// The note at a kink. Arguments: the slope to the left, the slope to the right, the slope that this page uses,
    /// the result of [`Card::like_frameworks`] or [`Card::unlike_frameworks`].
    pub kink_here: fn(&str, &str, &str, &str) -> String,
    /// The note at a jump of f, with the same arguments.
    pub jump_here: fn(&str, &str, &str, &str) -> String,
    /// The remark if the probe is outside the plot. Argument: x.
    pub outside: fn(&str) -> String,
    /// The description if no function is chosen.
    pub nothing_shown: &'static str,
    /// The description of the plots. Arguments: an option of the setting `show`, the names of the functions, the left
    /// and the right end of the x axis.
    pub describe: fn(&str, &str, &str, &str) -> String,
    /// The part of the description about the probe. Arguments: the function's name, x, f(x), f′(x).
    pub describe_probe: fn(&str, &str, &str, &str) -> String,
    /// The part of the description about a shaded range. Arguments: its left and its right end.
    pub describe_saturated: fn(&str, &str) -> String,
}

/// The texts of the neuron.
pub struct Neuron {
    /// The name of the table of numbers, and the headings of its notes, its labels and its numbers.
    pub readouts: &'static str,
    pub note: &'static str,
    pub quantity: &'static str,
    pub value: &'static str,
    /// The labels and the notes for z, a and the gradients for w₁, w₂ and b. A note is a formula.
    pub rows: [(&'static str, &'static str); 5],
    /// The columns of the data table: z, f(z), f′(z).
    pub table: [&'static str; 3],
    /// The sentences about learning: in the usual case, with the identity, if the neuron is saturated, and if f′(z)
    /// is 0.
    pub learns: Html,
    pub linear: Html,
    pub saturated: Html,
    pub learns_nothing: Html,
    /// The sentence for z at a kink. Arguments: z, the slope that this page uses, the result of
    /// [`Card::like_frameworks`] or [`Card::unlike_frameworks`].
    pub on_kink: fn(&str, &str, &str) -> Html,
    /// The legend: solid edges, dashed edges, the tangent, the point.
    pub adds: &'static str,
    pub subtracts: &'static str,
    pub tangent: &'static str,
    pub handle: &'static str,
    /// The description. Arguments: the function's name, z, a, f′(z).
    pub describe: fn(&str, &str, &str, &str) -> String,
}

/// The texts of the collapsing layers. Layers count from 1.
pub struct Collapse {
    /// The name of the table of numbers, and the headings of its notes, its labels and its numbers.
    pub readouts: &'static str,
    pub note: &'static str,
    pub quantity: &'static str,
    pub value: &'static str,
    /// The labels and the notes for the slope and the intercept of the line, the largest distance from it, and the
    /// number of straight pieces.
    pub rows: [(&'static str, &'static str); 4],
    /// The columns of the data table: x, the output, the line.
    pub table: [&'static str; 3],
    /// The text of the step that shows the input.
    pub input: &'static str,
    /// The text of a step that shows a hidden layer. Arguments: the layer, its number of neurons.
    pub layer: fn(usize, usize) -> String,
    /// The text of the last step. Argument: the number of layers.
    pub output: fn(usize) -> String,
    /// The sentence without an activation function. Arguments: the number of layers, the right-hand side of the
    /// line's equation.
    pub stays_a_line: fn(usize, &Html) -> Html,
    /// The sentence for a single layer.
    pub single: Html,
    /// The sentence for an output with bends. Arguments: the function's name, the number of straight pieces (at least
    /// 2), the largest distance from the best-fit line.
    pub bends: fn(&str, usize, &str) -> Html,
    /// The sentence for an output that is one straight piece and not constant. Argument: the function's name.
    pub stays_straight: fn(&str) -> Html,
    /// The sentence for a constant output. Argument: the function's name.
    pub dies: fn(&str) -> Html,
    /// The sentence for a curved output. Arguments: the function's name, the largest distance from the best-fit line.
    pub curves: fn(&str, &str) -> Html,
    /// The legend: the output, a neuron of a hidden layer, the best-fit line.
    pub stack: &'static str,
    pub neurons: &'static str,
    pub best: &'static str,
    /// The description. Arguments: the function's name, the depth, the width.
    pub describe: fn(&str, usize, usize) -> String,
}

/// The texts of gradient descent on one weight.
pub struct Descent {
    /// The name of the table of numbers, and the headings of its notes, its labels and its numbers.
    pub readouts: &'static str,
    pub note: &'static str,
    pub quantity: &'static str,
    pub value: &'static str,
    /// The labels and the notes for the weight, the output, the loss, its gradient and the next weight.
    pub rows: [(&'static str, &'static str); 5],
    /// The columns of the data table: the step, then the first four quantities of `rows`.
    pub table: [&'static str; 5],
    /// The text of a step. Arguments: the weight, the loss.
    pub moment: fn(&str, &str) -> String,
    /// The sentence for a positive gradient. Argument: the gradient.
    pub descends_left: fn(&str) -> Html,
    /// The sentence for a negative gradient. Argument: the gradient.
    pub descends_right: fn(&str) -> Html,
    /// The sentence for a run that ends before the minimum. Arguments: the number of steps, the learning rate.
    pub too_slow: fn(usize, &str) -> Html,
    /// The sentence for a step past the minimum to a lower loss. Arguments: the loss before the step, the loss after
    /// it.
    pub crosses: fn(&str, &str) -> Html,
    /// The sentence for a step past the minimum to the same loss. Arguments: the loss, the learning rate.
    pub bounces: fn(&str, &str) -> Html,
    /// The sentence for a step to a larger loss. Arguments: the loss before the step, the loss after it, the learning
    /// rate.
    pub rises: fn(&str, &str, &str) -> Html,
    /// The sentence for an output that is close to the target. Arguments: the weight, the output, the target.
    pub arrived: fn(&str, &str, &str) -> Html,
    /// The sentence for a place where f is nearly flat. Arguments: f′(z), the gradient of the loss.
    pub flat: fn(&str, &str) -> Html,
    /// The sentence for a gradient of exactly 0 away from the target.
    pub no_gradient: Html,
    /// The sentence for a divergence. Arguments: the step, its loss, the learning rate.
    pub diverged: fn(usize, &str, &str) -> Html,
    /// The sentence for z at a kink. Argument: the slope that this page uses.
    pub on_kink: fn(&str) -> Html,
    /// The legend: thick curves, closed dots, small dots, thin lines, dashed lines, open dots.
    pub now: &'static str,
    pub point: &'static str,
    pub path: &'static str,
    pub aids: &'static str,
    pub next: &'static str,
    pub target: &'static str,
    /// The description. Arguments: the function's name, the input and the target of the data point, the learning rate.
    pub describe: fn(&str, &str, &str, &str) -> String,
}

/// The texts of the two networks that learn to classify points.
pub struct Classify {
    /// The name of the table of numbers, and the heading of its notes.
    pub readouts: &'static str,
    pub note: &'static str,
    /// The heading of the labels in that table. Argument: the number of epochs so far.
    pub corner: fn(usize) -> String,
    /// The headings of the numbers: the loss and the accuracy.
    pub columns: [&'static str; 2],
    /// The notes on the network without an activation function and on the other one.
    pub notes: [&'static str; 2],
    /// The name of the network without an activation function.
    pub without: &'static str,
    /// The first column of the data table.
    pub layer: &'static str,
    /// The column with a network's gradient norms. Argument: the name of its function.
    pub norm: fn(&str) -> String,
    /// The text of an epoch. Arguments: the accuracy without an activation function, the name of the chosen function,
    /// the accuracy with it.
    pub moment: fn(&str, &str, &str) -> String,
    /// The formula of the boundary without an activation function. Argument: its equation.
    pub line: fn(&Html) -> Html,
    /// The sentence about that boundary. Argument: the accuracy.
    pub straight: fn(&str) -> Html,
    /// The sentence if the network without an activation function has diverged. Argument: the epoch.
    pub line_diverged: fn(usize) -> Html,
    // The sentences about the other network. Their first argument is the name of its function.
    /// Nothing has been learned yet.
    pub starts: fn(&str) -> Html,
    /// The network has diverged. Further arguments: the epoch, the learning rate.
    pub diverged: fn(&str, usize, &str) -> Html,
    /// The gradients of all hidden layers are 0.
    pub no_gradient: fn(&str) -> Html,
    /// The gradient of the first layer is 0.
    pub blocked: fn(&str) -> Html,
    /// The gradient vanishes. Further argument: the last layer's gradient divided by the first layer's.
    pub vanished: fn(&str, &str) -> Html,
    /// Both networks have learned the data. Further argument: the accuracy.
    pub needs_no_bend: fn(&str, &str) -> Html,
    /// Only this network has learned the data. Further argument: the accuracy.
    pub learned: fn(&str, &str) -> Html,
    /// The network is still learning. Further argument: the accuracy.
    pub learns: fn(&str, &str) -> Html,
    /// The sentence if the chosen function is the identity, so that both networks are the same.
    pub the_same: Html,
    /// The legend: the points of the two classes, thick lines, dashed lines.
    pub negative: &'static str,
    pub positive: &'static str,
    pub boundary: &'static str,
    pub accuracy: &'static str,
    /// The description. Arguments: the name of the data set, the function's name, the depth, the width.
    pub describe: fn(&str, &str, usize, usize) -> String,
}

/// The texts of the chain. Layers count from 1.
pub struct Chain {
    /// The name of the table of numbers, and the headings of its labels and its notes.
    pub readouts: &'static str,
    pub function: &'static str,
    pub note: &'static str,
    /// The headings of the numbers: the output, the gradient, log₁₀ of its size.
    pub columns: [Html; 3],
    /// The columns of the data table: the layer, z, a, the factor, the gradient, log₁₀ of its size.
    pub table: [&'static str; 6],
    /// The text of the first step. Argument: the input.
    pub start: fn(&str) -> String,
    /// The text of a step of the signal. Arguments: the layer, its z, its a.
    pub forward: fn(usize, &str, &str) -> String,
    /// The text of the step at which the gradient starts at the output.
    pub turn: &'static str,
    /// The text of a step of the gradient. Arguments: the layer, its local factor, the gradient after it.
    pub backward: fn(usize, &str, &str) -> String,
    /// The sentence if some layers multiply the gradient by 0. Arguments: the function's name, the number of these
    /// layers, the depth, one of these layers, its z.
    pub blocked: fn(&str, usize, usize, usize, &str) -> Html,
    /// The sentence if each of these layers is at a kink, with the same arguments.
    pub blocked_at_kink: fn(&str, usize, usize, usize, &str) -> Html,
    /// The sentences for a gradient that vanishes, that keeps its size, and that explodes. Arguments: the function's
    /// name, the depth, the average factor per layer, the gradient at the input.
    pub vanishes: fn(&str, usize, &str, &str) -> Html,
    pub stays: fn(&str, usize, &str, &str) -> Html,
    pub explodes: fn(&str, usize, &str, &str) -> Html,
    /// The sentences for a gradient that is 0 in float32, and for one that loses digits there.
    pub float32_zero: Html,
    pub float32_subnormal: Html,
    /// The gradients of the other functions. Argument: a list of names, each with its gradient.
    pub beside: fn(&str) -> Html,
    /// The note on an overflow. Argument: the layer.
    pub overflows: fn(usize) -> String,
    /// The note on a layer that multiplies the gradient by 0. Argument: the layer.
    pub stops: fn(usize) -> String,
    /// The note on a layer with z at a kink. Argument: the layer.
    pub on_kink: fn(usize) -> String,
    /// The effect of one step of learning. Arguments: the learning rate, the depth, the change of the last weight,
    /// the change of the first weight.
    pub learns: fn(&str, usize, &str, &str) -> Html,
    /// The same for a chain with one layer. Arguments: the learning rate, the change of its weight.
    pub learns_alone: fn(&str, &str) -> Html,
    /// The additional sentence for an input of 0. Argument: the change of the first bias.
    pub learns_bias: fn(&str) -> Html,
    /// The comparison of the two changes if the first one is smaller, larger or equal. Argument: the first change
    /// divided by the last one.
    pub learns_less: fn(&str) -> Html,
    pub learns_more: fn(&str) -> Html,
    pub learns_as_much: Html,
    /// The legend: solid bars, empty bars, the lines of the other functions, the upper bound, the shaded ranges, the
    /// point.
    pub bar: &'static str,
    pub negative: &'static str,
    pub line: &'static str,
    pub bound: &'static str,
    pub float32: &'static str,
    pub point: &'static str,
    /// The description. Arguments: the function's name, the depth, w, b, x.
    pub describe: fn(&str, usize, &str, &str, &str) -> String,
}

/// The texts of the dead neurons. A neuron is inactive if it responds to no point, and dead if it also gets no
/// gradient.
pub struct Dead {
    /// The name of the table of numbers, and the headings of its notes and its labels.
    pub readouts: &'static str,
    pub note: &'static str,
    pub function: &'static str,
    /// The headings of the numbers: the inactive neurons, the loss, the size of the chosen neuron's gradient.
    pub columns: [Html; 3],
    /// The first column of the data table.
    pub step: &'static str,
    /// The columns with a network's number of inactive neurons and with its loss. Argument: the function's name.
    pub dark_of: fn(&str) -> String,
    pub loss_of: fn(&str) -> String,
    /// The text of a step. Argument: a list of functions, each with its number of inactive neurons.
    pub moment: fn(&str) -> String,
    /// The sentence for a network with dead neurons. Arguments: the function's name, the number of dead neurons, the
    /// number of other neurons, the loss.
    pub loses: fn(&str, usize, usize, &str) -> Html,
    /// The sentence if all neurons are dead. Arguments: the function's name, the loss.
    pub all_dead: fn(&str, &str) -> Html,
    /// The sentence for inactive neurons that still get a gradient. Arguments: the function's name, the number of
    /// inactive neurons, the loss.
    pub keeps: fn(&str, usize, &str) -> Html,
    /// The sentence if every neuron responds to a point. Arguments: the function's name, the loss.
    pub all_answer: fn(&str, &str) -> Html,
    /// The sentence for a network that has diverged. Arguments: the function's name, the step, the loss, the learning
    /// rate.
    pub diverged: fn(&str, usize, &str, &str) -> Html,
    /// The sentence above the chosen neuron's gradients. Arguments: the neuron (counted from 1), the number of points.
    pub chosen: fn(usize, usize) -> Html,
    /// The state of the chosen neuron: dead, inactive but not dead, or in a training that has ended.
    pub is_dead: &'static str,
    pub is_dark: &'static str,
    pub has_ended: &'static str,
    /// The state of a neuron that responds to points. Arguments: the number of these points, the number of all points.
    pub answers: fn(usize, usize) -> String,
    /// The legend: filled cells, empty cells, lines, small dots.
    pub lit: &'static str,
    pub dark: &'static str,
    pub line: &'static str,
    pub data: &'static str,
    /// The description. Arguments: the number of neurons, the number of points, the learning rate, the centre of the
    /// initial biases.
    pub describe: fn(usize, usize, &str, &str) -> String,
}

/// The texts of the learned α. The symbol is α, or s for the slope of Leaky ReLU.
pub struct Alpha {
    /// The name of the table of numbers, and the headings of its notes, its labels and its numbers.
    pub readouts: &'static str,
    pub note: &'static str,
    pub quantity: &'static str,
    pub value: &'static str,
    /// The labels and the notes for the learned parameter, its gradient, the loss, w and b. Argument: the symbol.
    pub rows: fn(&str) -> [(&'static str, &'static str); 5],
    /// The columns of the data table: the step, α, its gradient, the loss, w, b. Other symbols replace α here.
    pub table: [&'static str; 6],
    /// The text of a step. Arguments: the symbol, its value, the loss.
    pub moment: fn(&str, &str, &str) -> String,
    /// The derivative of f with respect to the symbol, as a formula. Arguments: the symbol, the derivative for negative
    /// sums.
    pub derivative: fn(&str, &Html) -> Html,
    /// The formula for a step that ends at the end of the range. Arguments: the symbol, the low end, the high end, the
    /// end that was reached.
    pub kept: fn(&str, &str, &str, &str) -> Html,
    /// The sentence for a positive gradient. Arguments: the symbol, the gradient.
    pub descends_left: fn(&str, &str) -> Html,
    /// The sentence for a negative gradient. Arguments: the symbol, the gradient.
    pub descends_right: fn(&str, &str) -> Html,
    /// The sentence for a step to a larger loss. Arguments: the loss before the step, the loss after it, the learning
    /// rate.
    pub rises: fn(&str, &str, &str) -> Html,
    /// The sentence for a gradient of almost 0. Arguments: the symbol, its value, the value behind the data.
    pub arrived: fn(&str, &str, &str) -> Html,
    /// The sentence for a value at the end of the range. Arguments: the symbol, its value.
    pub at_the_edge: fn(&str, &str) -> Html,
    /// The sentence if no point has a negative sum. Argument: the symbol.
    pub silent: fn(&str) -> Html,
    /// The sentence for a divergence out of the range. Arguments: the step, the symbol, the learning rate.
    pub leaves_its_range: fn(usize, &str, &str) -> Html,
    /// The sentence for a divergence of the loss. Arguments: the step, the loss, the learning rate.
    pub explodes: fn(usize, &str, &str) -> Html,
    /// The sentence about the points that contribute to the gradient. Arguments: the symbol, the number of points with
    /// a negative sum, the number of all points.
    pub say: fn(&str, usize, usize) -> Html,
    /// The legend: small dots, thick curves, thin curves, the large dot.
    pub data: &'static str,
    pub now: &'static str,
    pub start: &'static str,
    pub point: &'static str,
    /// The description. Arguments: the function's name, the symbol, the number of points, the learning rate.
    pub describe: fn(&str, &str, usize, &str) -> String,
}

/// The texts of maxout. Pieces count from 1.
pub struct Maxout {
    /// The name of the table of numbers, and the headings of its notes and its numbers.
    pub readouts: &'static str,
    pub note: &'static str,
    pub value: &'static str,
    /// The labels and the notes for f(x), the winning piece and f′(x).
    pub rows: [(&'static str, &'static str); 3],
    /// The label and the note for the number of parameters. Argument of the note: the number of pieces k.
    pub parameters: (&'static str, fn(usize) -> String),
    /// The labels for the mean and the variance: of the inputs, of f(x), and of the largest of k independent numbers.
    pub moments: [[&'static str; 2]; 3],
    /// The note on one of these estimates. Argument: the exact value.
    pub exact: fn(&str) -> String,
    /// The column of a piece in the data table. Argument: the piece.
    pub piece: fn(usize) -> String,
    /// The sentence for one winning piece. Argument: the piece.
    pub wins: fn(usize) -> Html,
    /// The sentence for a tie. Arguments: the pieces that reach the maximum, the one of them that gets the gradient.
    pub tie: fn(&[usize], usize) -> Html,
    /// The sentences about the variance of f(x). Arguments: its comparison with the variance of x, its value.
    pub through_lines: fn(Spread, &str) -> Html,
    /// The sentences about the largest of independent numbers. Arguments: how many numbers, the variance.
    pub of_independent: fn(usize, &str) -> Html,
    /// The legend: the thick line, the thin lines, the handles, the bars, the shaded range.
    pub envelope: &'static str,
    pub pieces: &'static str,
    pub handle: &'static str,
    pub bar: &'static str,
    pub band: &'static str,
    /// The description. Arguments: the number of pieces, x, f(x), the winning piece.
    pub describe: fn(usize, &str, &str, usize) -> String,
}

/// The texts of the functions' cards and of the table of conditions.
pub struct Card {
    /// The link that shows the function in the explorer. Argument: the function's name.
    pub show: fn(&str) -> String,
    /// The headings of a card's sections, and the sentence for a function without drawbacks.
    pub formula: &'static str,
    pub derivative: &'static str,
    pub advantages: &'static str,
    pub drawbacks: &'static str,
    pub no_drawbacks: &'static str,
    pub notes: &'static str,
    pub facts: &'static str,
    // The labels and the values of the properties.
    pub range: &'static str,
    /// The range of a function with two values. Arguments: the lower and the higher value.
    pub only_two_values: fn(&str, &str) -> String,
    pub zero_centred: &'static str,
    pub yes: &'static str,
    pub no: &'static str,
    /// The value of a property that is not known, and of a limit that does not exist.
    pub unknown: &'static str,
    pub no_limit: &'static str,
    pub monotone: &'static str,
    pub monotone_is: fn(Monotone) -> &'static str,
    /// The value for a function that rises and falls. Argument: the trends from left to right.
    pub not_monotone: fn(&str) -> String,
    /// One of these trends. Arguments: the trend, whether it is the last one.
    pub trend: fn(Trend, bool) -> &'static str,
    /// The trends of a function that rises and falls without end.
    pub alternates: &'static str,
    pub parity: &'static str,
    pub parity_is: fn(Parity) -> &'static str,
    pub smoothness: &'static str,
    pub smoothness_is: fn(Smoothness) -> &'static str,
    /// The label of the limits of f′ at −∞ and +∞.
    pub slopes_at_infinity: &'static str,
    /// The label of the list of kinks, and its text if there is none.
    pub kink: &'static str,
    pub no_kink: &'static str,
    /// A kink. Arguments: its x, the slope to the left, the slope to the right, the slope that this page uses, the
    /// result of [`Card::like_frameworks`] or [`Card::unlike_frameworks`].
    pub kink_is: fn(&str, &str, &str, &str, &str) -> String,
    /// The addition after the page's slope if frameworks return the same one. It begins with a space. Argument: the
    /// names of these frameworks.
    pub like_frameworks: fn(&str) -> String,
    /// The addition after the page's slope if a framework returns another one. It begins with a space. Argument: a list
    /// of frameworks, each with its slope.
    pub unlike_frameworks: fn(&str) -> String,
    /// The label of the paper.
    pub source: &'static str,
    /// The columns of the table of conditions. The first one is for the function.
    pub conditions: [&'static str; 7],
    /// The caption of that table.
    pub conditions_caption: &'static str,
    /// The cell of a function that is differentiable everywhere.
    pub everywhere: &'static str,
    /// The cell of a function with kinks. Argument: a list of their x.
    pub but_at: fn(&str) -> String,
    /// The addition if the slope is 0 everywhere.
    pub always_zero: &'static str,
    /// The sides on which the slope goes to 0. Arguments: whether it does for x → −∞, and for x → ∞.
    pub fades: fn(bool, bool) -> &'static str,
}

impl Text {
    /// The language with this tag, or with the primary language of a longer tag such as `ko-KR`.
    pub fn find(tag: &str) -> Option<&'static Text> {
        let primary = tag.split('-').next().unwrap_or(tag).to_ascii_lowercase();
        ALL.iter().copied().find(|text| text.id == primary)
    }

    /// The short name of a function: the name of its card without the part in brackets.
    pub fn name(&self, function: &str) -> &'static str {
        let name = self.content.card(function).name;
        name.split('(').next().unwrap_or(name).trim_end()
    }

    /// The prose of a part of the lesson, or the introduction of a demo.
    ///
    /// # Panics
    /// If there is no part and no demo with this id.
    pub fn passage(&self, id: &str) -> &'static Passage {
        let found = self.content.lesson.iter().find(|passage| passage.id == id);
        found.expect("every part and every demo has its passage")
    }

    /// The texts around a demo.
    ///
    /// # Panics
    /// If there is no demo with this id.
    pub fn demo(&self, id: &str) -> &'static Heading {
        let found = self.demos.iter().find(|(known, _)| *known == id);
        &found.expect("every demo has its heading").1
    }

    /// The label of a setting's control. A parameter of a function without a label has its symbol.
    pub fn label(&self, demo: &str, setting: &Setting) -> &'static str {
        let words = (self.control)(demo, setting.key());
        let parameter = || {
            let parameter = setting.function_parameter()?;
            let general = parameter.alias.and_then(|alias| (self.control)("", alias));
            Some(general.unwrap_or(parameter.symbol))
        };
        words.or_else(parameter).unwrap_or(setting.key())
    }

    /// The name of an option of a setting. The name of a function is that of its card.
    pub fn option(&self, key: &str, option: &'static str) -> &'static str {
        match Activation::find(option) {
            Some(_) => self.name(option),
            None => (self.option)(key, option).unwrap_or(option),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demos::settings::Kind;

    #[test]
    fn every_control_option_and_preset_has_its_words() {
        for text in ALL {
            for demo in &crate::demos::ALL {
                for parameter in (demo.parameters)() {
                    let key = parameter.key();
                    let label = text.label(demo.id, parameter);
                    assert_ne!(label, key, "{} {}", text.id, demo.id);
                    if let Kind::Choice { options, .. } = &parameter.kind {
                        for option in options.iter().filter(|id| Activation::find(id).is_none()) {
                            assert!(
                                (text.option)(key, option).is_some(),
                                "{} {key} {option}",
                                text.id
                            );
                        }
                    }
                }
                assert!(!text.demo(demo.id).help.is_empty());
                for preset in demo.presets {
                    assert!((text.preset)(preset.id).is_some(), "{} {}", text.id, preset.id);
                }
                for picture in demo.pictures.iter().chain(demo.small_pictures) {
                    assert!((text.picture)(picture).is_some(), "{} {picture}", text.id);
                }
            }
        }
    }

    #[test]
    fn languages_are_found_by_tag() {
        let found = |tag| Text::find(tag).map(|text| text.id);
        assert_eq!(found("ko"), Some("ko"));
        assert_eq!(found("ko-KR"), Some("ko"));
        assert_eq!(found("EN-us"), Some("en"));
        assert_eq!(found("fr"), None);
        assert_eq!(found(""), None);
    }
}
