//! Floor 3: everything that the page says, in each language.
//!
//! Short strings are one [`Text`] a language; prose and formulas are Markdown, see [`content`].
//! To add a language: write `src/text/<lang>.rs` and its folder, and add its line to [`ALL`].

pub mod content;
mod en;
pub mod facts;
mod ko;
pub mod number;

use crate::activations::{Activation, Monotone, Parity, Smoothness};
use crate::markup::Html;
use crate::models::maxout::Spread;
use content::{Content, Passage};

/// Every language, the page's first one first.
pub static ALL: [&Text; 2] = [&ko::TEXT, &en::TEXT];

/// What the page says in one language.
pub struct Text {
    /// The BCP 47 tag.
    pub id: &'static str,
    /// The language's own name for itself.
    pub language: &'static str,
    pub content: &'static Content,
    pub page: Page,
    /// What stands around each demo, by demo id.
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
    /// The label of a demo's control, by demo id and parameter key.
    pub control: fn(&str, &str) -> Option<&'static str>,
    /// The name of an option, by parameter key and option. Functions have their cards' names.
    pub option: fn(&str, &str) -> Option<&'static str>,
    /// The name of a preset.
    pub preset: fn(&str) -> Option<&'static str>,
    /// The caption of a picture.
    pub picture: fn(&str) -> Option<&'static str>,
}

/// The frame around the demos.
pub struct Page {
    /// The document's title.
    pub title: &'static str,
    pub choose_language: &'static str,
    pub choose_theme: &'static str,
    pub theme_system: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    pub copy_link: &'static str,
    pub link_copied: &'static str,
    /// Said above the link where the browser does not let a page write to the clipboard.
    pub copy_by_hand: &'static str,
    pub presets: &'static str,
    /// The panel that gives a view to others' pages, and what is in it.
    pub share: &'static str,
    pub share_as: &'static str,
    /// The list of values that the link is to lock.
    pub share_locks: &'static str,
    /// The name of a format.
    pub share_format: fn(&str) -> Option<&'static str>,
    /// Said where a link has locked some values.
    pub locked: &'static str,
    /// The link from an embedded demo to the whole lesson.
    pub full_page: &'static str,
    /// What the button beside a control does; the control's label is put in.
    pub reset: fn(&str) -> String,
    /// The label of the number beside a slider.
    pub exact_number: fn(&str) -> String,
    pub number: Number,
    /// Said where a link names no demo.
    pub unknown_view: &'static str,
    pub data_table: &'static str,
    /// The name of the list of everything on the page.
    pub contents: &'static str,
    /// The links to the places before and after one in the lesson; the title is put in.
    pub previous: fn(&str) -> String,
    pub next: fn(&str) -> String,
    /// What that pair of links is called.
    pub onward: &'static str,
    /// The heading above a demo's notes on common misconceptions.
    pub notes: &'static str,
    /// The buttons and choices of a run.
    pub transport: Transport,
    /// The name of the two ends of an interval together, by demo id and the low end's key.
    pub interval: fn(&str, &str) -> Option<&'static str>,
    pub parameters_of: fn(&str) -> String,
    /// A word of help below a function's parameters, by demo id and function id.
    pub hint: fn(&str, &str) -> Option<&'static str>,
    pub export: Export,
    pub guess: Guess,
}

/// What is said beside a number that a reader has typed, where it is not what is shown.
pub struct Number {
    /// What was typed; it is no number, and nothing has changed.
    pub unread: fn(&str) -> String,
    /// The least and the most that there can be, and the number that is taken instead.
    pub limited: fn(&str, &str, &str) -> String,
    /// The whole number that is taken instead.
    pub rounded: fn(&str) -> String,
}

/// What a reader takes away, and brings back.
pub struct Export {
    pub name: &'static str,
    pub picture: &'static str,
    /// The buttons that save the picture.
    pub save_picture: &'static str,
    /// The button that saves the data table.
    pub save_numbers: &'static str,
    /// Said where the browser could not make a picture.
    pub no_picture: &'static str,
    /// The name of a file that has been handed to the browser.
    pub saved: fn(&str) -> String,
    /// Where the file has not come: the link that opens it, and what else there is.
    pub open_saved: &'static str,
    pub saved_nowhere: &'static str,
    pub open: &'static str,
    /// What opening a file does.
    pub open_help: &'static str,
    pub opened: &'static str,
    /// Said of a file that leads to no view, of one that is too large, and of one that could not be read.
    pub foreign: &'static str,
    pub too_large: &'static str,
    pub unreadable: &'static str,
    /// A function's code.
    pub code: &'static str,
    pub code_language: &'static str,
    pub copy_code: &'static str,
    pub code_copied: &'static str,
    /// Said where the browser does not let a page write to the clipboard.
    pub copy_code_by_hand: &'static str,
}

/// Presentations and the scripts that they follow. Steps count from 1.
pub struct Script {
    /// The title of the lesson's own.
    pub lesson: &'static str,
    /// The title and the sentence of a step of the lesson's own, by its id.
    pub step: fn(&str) -> Option<(&'static str, &'static str)>,
    /// The button that opens the drawer with the script, and the drawer's heading.
    pub name: &'static str,
    pub present: &'static str,
    pub present_help: &'static str,
    /// The bar of a presentation, and its buttons.
    pub bar: &'static str,
    pub leave: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    /// A step and how many there are.
    pub place: fn(usize, usize) -> String,
    /// What the button that says so does.
    pub again: &'static str,
    pub black: &'static str,
    pub is_black: &'static str,
    pub full_screen: &'static str,
    pub code: &'static str,
    pub code_help: &'static str,
    /// Said where phones cannot open the page's address, and where it fits no code.
    pub code_of_file: &'static str,
    pub code_of_this_machine: &'static str,
    pub code_too_long: &'static str,
    pub close: &'static str,
    /// The choice between the lesson's own, the reader's and one that came by a link or a file.
    pub which: &'static str,
    pub mine: &'static str,
    pub opened: &'static str,
    pub lead: &'static str,
    pub empty: &'static str,
    pub add: &'static str,
    /// The title of a demo.
    pub now: fn(&str) -> String,
    pub adopt: &'static str,
    pub adopt_confirm: &'static str,
    pub title: &'static str,
    pub step_title: &'static str,
    pub step_text: &'static str,
    /// The buttons of a step.
    pub show: &'static str,
    pub refresh: &'static str,
    pub up: &'static str,
    pub down: &'static str,
    pub remove: &'static str,
    /// One of these, or of the two fields, with the step and its title.
    pub of_step: fn(&str, usize, &str) -> String,
    pub copy_link: &'static str,
    pub save: &'static str,
    pub open: &'static str,
    /// What the file is called.
    pub file: &'static str,
    pub has_opened: &'static str,
    /// Said of a JSON file that is no script, of one that is too large, and of one without a step.
    pub foreign: &'static str,
    pub too_large: &'static str,
    pub without_steps: &'static str,
    /// Said where no more steps can be added.
    pub full: &'static str,
    /// Said where the browser keeps nothing.
    pub not_kept: &'static str,
}

/// A curve that is drawn before it is seen. Shares come as percentages that a person reads.
pub struct Guess {
    /// The button that begins, and the question which picture it is to be.
    pub name: &'static str,
    pub which: &'static str,
    /// Said where no picture has a curve.
    pub no_curve: &'static str,
    /// What to draw.
    pub draw: &'static str,
    /// How to draw.
    pub how: &'static str,
    /// The function whose curve it is to be.
    pub series: &'static str,
    pub reveal: &'static str,
    pub clear: &'static str,
    pub stop: &'static str,
    pub again: &'static str,
    /// What the pictures and numbers are while the curve is hidden.
    pub hidden: &'static str,
    /// The mean distance, as a share of the height of the y axis.
    pub off: fn(&str) -> String,
    /// How good that is: from nearly the same to something else altogether.
    pub verdicts: [&'static str; 4],
    /// The place along the x axis, and how far off the drawing is there.
    pub farthest: fn(&str, &str) -> String,
    /// How much of the curve has been drawn.
    pub covered: fn(&str) -> String,
    pub nothing: &'static str,
    /// Where the keyboard's pen is: the place along the x axis, and the height.
    pub pen: fn(&str, &str) -> String,
    /// What the arrow keys move.
    pub pen_name: &'static str,
}

/// What moves a run.
pub struct Transport {
    pub name: &'static str,
    pub play: &'static str,
    pub pause: &'static str,
    pub to_start: &'static str,
    pub back: &'static str,
    pub on: &'static str,
    pub to_end: &'static str,
    pub speed: &'static str,
    pub repeat: &'static str,
}

/// What stands around a demo, below what leads to it.
pub struct Heading {
    /// What the arrow keys move on its plots.
    pub plot: &'static str,
    /// How to use it.
    pub help: &'static str,
    /// Common misconceptions, one entry a bullet.
    pub notes: &'static [Html],
}

/// The explorer's own words.
pub struct Explorer {
    pub readouts: &'static str,
    /// The heading above what there is to say about a function at the probe.
    pub note: &'static str,
    pub value: &'static str,
    pub gradient: &'static str,
    pub tangent: &'static str,
    pub saturated: &'static str,
    pub one_sided: &'static str,
    pub convention: &'static str,
    pub handle: &'static str,
    pub columns: [&'static str; 2],
    pub saturated_here: &'static str,
    pub no_gradient_here: &'static str,
    /// At a kink: the slopes to the left and right, the one that this page uses, and what [`Card::like_frameworks`] or
    /// [`Card::unlike_frameworks`] says.
    pub kink_here: fn(&str, &str, &str, &str) -> String,
    /// The same where the function itself jumps.
    pub jump_here: fn(&str, &str, &str, &str) -> String,
    pub outside: fn(&str) -> String,
    pub nothing_shown: &'static str,
    /// What is shown (an option of `show`), of which functions, from where to where.
    pub describe: fn(&str, &str, &str, &str) -> String,
    /// A function, x, f(x) and f′(x).
    pub describe_probe: fn(&str, &str, &str, &str) -> String,
    pub describe_saturated: fn(&str, &str) -> String,
}

/// The neuron's own words.
pub struct Neuron {
    pub readouts: &'static str,
    pub note: &'static str,
    pub quantity: &'static str,
    pub value: &'static str,
    /// z, a and the three gradients: what each is called and how it is worked out.
    pub rows: [(&'static str, &'static str); 5],
    pub table: [&'static str; 3],
    pub learns: Html,
    pub linear: Html,
    pub saturated: Html,
    pub learns_nothing: Html,
    /// z, the slope that this page uses, and what [`Card::like_frameworks`] or [`Card::unlike_frameworks`] says.
    pub on_kink: fn(&str, &str, &str) -> Html,
    pub adds: &'static str,
    pub subtracts: &'static str,
    pub tangent: &'static str,
    pub handle: &'static str,
    /// The function, z, a and f′(z).
    pub describe: fn(&str, &str, &str, &str) -> String,
}

/// The collapsing layers' own words. Layers count from 1.
pub struct Collapse {
    pub readouts: &'static str,
    pub note: &'static str,
    pub quantity: &'static str,
    pub value: &'static str,
    /// a, c, the bend and the pieces: what each is called and what it is.
    pub rows: [(&'static str, &'static str); 4],
    pub table: [&'static str; 3],
    pub input: &'static str,
    /// A layer and how many neurons it has.
    pub layer: fn(usize, usize) -> String,
    /// The last layer.
    pub output: fn(usize) -> String,
    /// The depth and the line.
    pub stays_a_line: fn(usize, &Html) -> Html,
    pub single: Html,
    /// A function, how many straight pieces (at least two), and how far from the best-fit line.
    pub bends: fn(&str, usize, &str) -> Html,
    /// A function that leaves the output a single straight piece that is not level.
    pub stays_straight: fn(&str) -> Html,
    /// A function whose output is the same for every input.
    pub dies: fn(&str) -> Html,
    /// A function, and how far from the best-fit line.
    pub curves: fn(&str, &str) -> Html,
    pub stack: &'static str,
    pub neurons: &'static str,
    pub best: &'static str,
    /// The function, the depth and the width.
    pub describe: fn(&str, usize, usize) -> String,
}

/// The words of gradient descent on one weight.
pub struct Descent {
    pub readouts: &'static str,
    pub note: &'static str,
    pub quantity: &'static str,
    pub value: &'static str,
    /// The weight, the output, the loss, its gradient and the next weight: what each is called and
    /// what it is.
    pub rows: [(&'static str, &'static str); 5],
    pub table: [&'static str; 5],
    /// The weight and the loss.
    pub moment: fn(&str, &str) -> String,
    /// A positive gradient.
    pub descends_left: fn(&str) -> Html,
    /// A negative gradient.
    pub descends_right: fn(&str) -> Html,
    /// The number of steps and the learning rate.
    pub too_slow: fn(usize, &str) -> Html,
    /// The loss before and after the step.
    pub crosses: fn(&str, &str) -> Html,
    /// The loss and the learning rate.
    pub bounces: fn(&str, &str) -> Html,
    /// The loss before and after the step, and the learning rate.
    pub rises: fn(&str, &str, &str) -> Html,
    /// The weight, the output and the target.
    pub arrived: fn(&str, &str, &str) -> Html,
    /// f′(z) and the gradient.
    pub flat: fn(&str, &str) -> Html,
    pub no_gradient: Html,
    /// The step, its loss and the learning rate.
    pub diverged: fn(usize, &str, &str) -> Html,
    /// The number that is used for f′(z) at the kink where z is.
    pub on_kink: fn(&str) -> Html,
    pub now: &'static str,
    pub point: &'static str,
    pub path: &'static str,
    pub aids: &'static str,
    pub next: &'static str,
    pub target: &'static str,
    /// The function, the example's input and target, and the learning rate.
    pub describe: fn(&str, &str, &str, &str) -> String,
}

/// The words of the two networks that learn to tell points apart.
pub struct Classify {
    pub readouts: &'static str,
    pub note: &'static str,
    /// The number of epochs that have passed.
    pub corner: fn(usize) -> String,
    /// Loss and accuracy.
    pub columns: [&'static str; 2],
    /// What there is to say about the network without an activation function, and about the other.
    pub notes: [&'static str; 2],
    /// The network without an activation function.
    pub without: &'static str,
    /// The first column of the table, and those of a network's gradient norms.
    pub layer: &'static str,
    pub norm: fn(&str) -> String,
    /// The accuracy without, the chosen function and the accuracy with it.
    pub moment: fn(&str, &str, &str) -> String,
    /// The boundary's equation.
    pub line: fn(&Html) -> Html,
    /// The accuracy.
    pub straight: fn(&str) -> Html,
    /// The epoch.
    pub line_diverged: fn(usize) -> Html,
    /// A function.
    pub starts: fn(&str) -> Html,
    /// A function, the epoch and the learning rate.
    pub diverged: fn(&str, usize, &str) -> Html,
    pub no_gradient: fn(&str) -> Html,
    /// A function whose first layer gets no gradient.
    pub blocked: fn(&str) -> Html,
    /// A function, and how many times larger the last layer's gradient is than the first one's.
    pub vanished: fn(&str, &str) -> Html,
    /// A function and the accuracy, which the network without an activation function has reached as well.
    pub needs_no_bend: fn(&str, &str) -> Html,
    /// A function and the accuracy.
    pub learned: fn(&str, &str) -> Html,
    pub learns: fn(&str, &str) -> Html,
    /// Neither of the two has an activation function.
    pub the_same: Html,
    pub negative: &'static str,
    pub positive: &'static str,
    pub boundary: &'static str,
    pub accuracy: &'static str,
    /// The data set, the function, the depth and the width.
    pub describe: fn(&str, &str, usize, usize) -> String,
}

/// The chain's own words. Layers count from 1; numbers come as a person reads them.
pub struct Chain {
    pub readouts: &'static str,
    pub function: &'static str,
    pub note: &'static str,
    pub columns: [Html; 3],
    pub table: [&'static str; 6],
    /// The input.
    pub start: fn(&str) -> String,
    /// A layer, its z and its a.
    pub forward: fn(usize, &str, &str) -> String,
    pub turn: &'static str,
    /// A layer, its local factor and the gradient behind it.
    pub backward: fn(usize, &str, &str) -> String,
    /// A function, how many layers of how many pass nothing on, one of them and its z.
    pub blocked: fn(&str, usize, usize, usize, &str) -> Html,
    /// The same where every such z is on a kink.
    pub blocked_at_kink: fn(&str, usize, usize, usize, &str) -> Html,
    /// A function, the depth, the average factor a layer, and what is left of the gradient.
    pub vanishes: fn(&str, usize, &str, &str) -> Html,
    pub stays: fn(&str, usize, &str, &str) -> Html,
    pub explodes: fn(&str, usize, &str, &str) -> Html,
    pub float32_zero: Html,
    pub float32_subnormal: Html,
    /// The other functions, each with its gradient.
    pub beside: fn(&str) -> Html,
    /// A layer whose value an f64 cannot hold.
    pub overflows: fn(usize) -> String,
    /// A layer that passes no gradient on.
    pub stops: fn(usize) -> String,
    /// A layer whose z is on a kink.
    pub on_kink: fn(usize) -> String,
    /// The learning rate, the depth, and by how much the last and the first weight would move.
    pub learns: fn(&str, usize, &str, &str) -> Html,
    /// The learning rate, and by how much the only weight would move.
    pub learns_alone: fn(&str, &str) -> Html,
    /// By how much the first bias would move, where the input is 0.
    pub learns_bias: fn(&str) -> Html,
    /// How many times as far as the last layer's weight the first one's moves: less than once, more than once, or as far.
    pub learns_less: fn(&str) -> Html,
    pub learns_more: fn(&str) -> Html,
    pub learns_as_much: Html,
    pub bar: &'static str,
    pub negative: &'static str,
    pub line: &'static str,
    pub bound: &'static str,
    pub float32: &'static str,
    pub point: &'static str,
    /// The function, the depth, w, b and x.
    pub describe: fn(&str, usize, &str, &str, &str) -> String,
}

/// The dead neurons' own words. Losses and rates come as a person reads them.
pub struct Dead {
    pub readouts: &'static str,
    pub note: &'static str,
    pub function: &'static str,
    pub columns: [Html; 3],
    pub step: &'static str,
    /// Of the network with this function.
    pub dark_of: fn(&str) -> String,
    pub loss_of: fn(&str) -> String,
    /// The functions, each with how many of its neurons answer to no point.
    pub moment: fn(&str) -> String,
    /// A function, how many of its neurons are dead and how many are not, and the loss.
    pub loses: fn(&str, usize, usize, &str) -> Html,
    /// A function all of whose neurons are dead, and the loss.
    pub all_dead: fn(&str, &str) -> Html,
    /// A function, how many of its neurons answer to no point but get a gradient, and the loss.
    pub keeps: fn(&str, usize, &str) -> Html,
    /// A function all of whose neurons answer to a point, and the loss.
    pub all_answer: fn(&str, &str) -> Html,
    /// A function, the step, the loss and the learning rate.
    pub diverged: fn(&str, usize, &str, &str) -> Html,
    /// A neuron (from 1), and how many points there are.
    pub chosen: fn(usize, usize) -> Html,
    pub is_dead: &'static str,
    pub is_dark: &'static str,
    pub has_ended: &'static str,
    /// To how many of how many points.
    pub answers: fn(usize, usize) -> String,
    pub lit: &'static str,
    pub dark: &'static str,
    pub line: &'static str,
    pub data: &'static str,
    /// How many neurons and points, the learning rate and the bias at the start.
    pub describe: fn(usize, usize, &str, &str) -> String,
}

/// The learned α's own words. Where a text takes a symbol, it is α or s, the slope of Leaky ReLU.
pub struct Alpha {
    pub readouts: &'static str,
    pub note: &'static str,
    pub quantity: &'static str,
    pub value: &'static str,
    /// The learned number, its gradient, the loss, w and b for a symbol: what each is called and
    /// what it is.
    pub rows: fn(&str) -> [(&'static str, &'static str); 5],
    /// With α for the symbol.
    pub table: [&'static str; 6],
    /// The symbol, its number and the loss.
    pub moment: fn(&str, &str, &str) -> String,
    /// The symbol, and what f changes by for negative sums.
    pub derivative: fn(&str, &Html) -> Html,
    /// The symbol, the ends of its range, and the end at which it stops.
    pub kept: fn(&str, &str, &str, &str) -> Html,
    /// The symbol and a positive gradient.
    pub descends_left: fn(&str, &str) -> Html,
    /// The symbol and a negative gradient.
    pub descends_right: fn(&str, &str) -> Html,
    /// The loss before and after the step, and the learning rate.
    pub rises: fn(&str, &str, &str) -> Html,
    /// The symbol, its number, and the one that the data came from.
    pub arrived: fn(&str, &str, &str) -> Html,
    /// The symbol and its number.
    pub at_the_edge: fn(&str, &str) -> Html,
    /// The symbol.
    pub silent: fn(&str) -> Html,
    /// The step, the symbol and the learning rate.
    pub leaves_its_range: fn(usize, &str, &str) -> Html,
    /// The step, the loss and the learning rate.
    pub explodes: fn(usize, &str, &str) -> Html,
    /// The symbol, and how many of how many points have a negative sum.
    pub say: fn(&str, usize, usize) -> Html,
    pub data: &'static str,
    pub now: &'static str,
    pub start: &'static str,
    pub point: &'static str,
    /// The function, the symbol, how many points, and the learning rate.
    pub describe: fn(&str, &str, usize, &str) -> String,
}

/// Maxout's own words. Pieces count from 1.
pub struct Maxout {
    pub readouts: &'static str,
    pub note: &'static str,
    pub value: &'static str,
    /// f(x), the winner and f′(x): what each is called and what it is.
    pub rows: [(&'static str, &'static str); 3],
    /// How many numbers a neuron learns: what that is called, and what they are for k pieces.
    pub parameters: (&'static str, fn(usize) -> String),
    /// Mean and variance of the inputs, of f of them, and of the largest of independent ones.
    pub moments: [[&'static str; 2]; 3],
    /// What one of these is an estimate of.
    pub exact: fn(&str) -> String,
    /// A piece, as a column of the table.
    pub piece: fn(usize) -> String,
    /// The piece that wins.
    pub wins: fn(usize) -> Html,
    /// The pieces that reach the maximum, and the one of them that gets the gradient.
    pub tie: fn(&[usize], usize) -> Html,
    /// How the variance of f(x) compares with that of x, and what it is.
    pub through_lines: fn(Spread, &str) -> Html,
    /// How many independent numbers there are, and the variance of the largest.
    pub of_independent: fn(usize, &str) -> Html,
    pub envelope: &'static str,
    pub pieces: &'static str,
    pub handle: &'static str,
    pub bar: &'static str,
    pub band: &'static str,
    /// The number of pieces, x, f(x) and the winner.
    pub describe: fn(usize, &str, &str, usize) -> String,
}

/// The functions' cards.
pub struct Card {
    pub show: fn(&str) -> String,
    pub formula: &'static str,
    pub derivative: &'static str,
    pub advantages: &'static str,
    pub drawbacks: &'static str,
    pub no_drawbacks: &'static str,
    pub notes: &'static str,
    pub facts: &'static str,
    pub range: &'static str,
    pub only_two_values: fn(&str, &str) -> String,
    pub zero_centred: &'static str,
    pub yes: &'static str,
    pub no: &'static str,
    pub monotone: &'static str,
    pub monotone_is: fn(Monotone) -> &'static str,
    pub parity: &'static str,
    pub parity_is: fn(Parity) -> &'static str,
    pub smoothness: &'static str,
    pub smoothness_is: fn(Smoothness) -> &'static str,
    pub slopes_at_infinity: &'static str,
    pub kink: &'static str,
    pub no_kink: &'static str,
    /// Where a kink is, its slopes to the left and right, the one that this page uses, and what [`Card::like_frameworks`] or
    /// [`Card::unlike_frameworks`] says.
    pub kink_is: fn(&str, &str, &str, &str, &str) -> String,
    /// The frameworks that return the same slope at a kink as this page, by name. It follows that slope, and begins with a space.
    pub like_frameworks: fn(&str) -> String,
    /// The frameworks with the slope that each of them returns at a kink. It follows the page's slope, and begins with a space.
    pub unlike_frameworks: fn(&str) -> String,
    pub source: &'static str,
    /// The columns of the table of conditions, the function's own first.
    pub conditions: [&'static str; 7],
    /// The caption of that table.
    pub conditions_caption: &'static str,
    /// Where a function is differentiable: everywhere, or but at some places.
    pub everywhere: &'static str,
    pub but_at: fn(&str) -> String,
    /// Of a slope.
    pub always_zero: &'static str,
    /// Whether the slope goes to 0 far to the left, and far to the right.
    pub fades: fn(bool, bool) -> &'static str,
}

impl Text {
    /// The language of this tag, or of a longer one such as `ko-KR`.
    pub fn find(tag: &str) -> Option<&'static Text> {
        let primary = tag.split('-').next().unwrap_or(tag).to_ascii_lowercase();
        ALL.iter().copied().find(|text| text.id == primary)
    }

    /// The short name of a function: that of its card without what stands there in brackets.
    pub fn name(&self, function: &str) -> &'static str {
        let name = self.content.card(function).name;
        name.split('(').next().unwrap_or(name).trim_end()
    }

    /// The prose of a part of the lesson, or what leads to a demo.
    ///
    /// # Panics
    /// When there is neither of this id.
    pub fn passage(&self, id: &str) -> &'static Passage {
        let found = self.content.lesson.iter().find(|passage| passage.id == id);
        found.expect("every part and every demo has its passage")
    }

    /// What stands around a demo.
    ///
    /// # Panics
    /// When there is no such demo.
    pub fn demo(&self, id: &str) -> &'static Heading {
        let found = self.demos.iter().find(|(known, _)| *known == id);
        &found.expect("every demo has its heading").1
    }

    /// The name of an option of a parameter; functions have their own.
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
                    assert!(
                        (text.control)(demo.id, key).is_some(),
                        "{} {} {key}",
                        text.id,
                        demo.id
                    );
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
