//! The words of presentations and scripts.

use crate::text::Script;

pub const SCRIPT: Script = Script {
    lesson: "A lesson on activation functions",
    step,
    name: "Script",
    present: "Present",
    present_help: "Present (P)",
    bar: "Presentation",
    leave: "End (Esc)",
    previous: "Previous step (Page Up)",
    next: "Next step (Page Down)",
    place: |place, steps| format!("{place} / {steps}"),
    again: "Back to the view of this step",
    black: "Black screen (B)",
    is_black: "The screen is black. Press any key to go on.",
    full_screen: "Full screen (F)",
    code: "QR code (Q)",
    code_help: "Point a phone’s camera here to open this very view.",
    code_of_file: "This page was opened from a file, so there is no address to give to phones. Show the code from the page on the web.",
    code_of_this_machine: "This address only works on this computer. For phones, show the code from the page on the web.",
    code_too_long: "This view’s address is too long for a QR code. Copy the link and hand it out instead.",
    close: "Close",
    which: "Script to present",
    mine: "My script",
    opened: "Opened script",
    lead: "Views to show one after another. While you present, Page Up and Page Down, the arrow keys or the space key move on, and B makes the screen black.",
    empty: "Your script has no views yet. Set up what you want to show and press “Add this view”.",
    add: "Add this view",
    now: |demo| format!("Current view: {demo}"),
    adopt: "Copy to my script and edit",
    adopt_confirm: "This replaces your own script. Continue?",
    title: "Title of the script",
    step_title: "Title",
    step_text: "A sentence",
    show: "Show",
    refresh: "Replace with the current view",
    up: "Move up",
    down: "Move down",
    remove: "Remove",
    of_step: |what, place, title| format!("{what}: step {place} {title}"),
    copy_link: "Copy the script’s link",
    save: "Save as JSON",
    open: "Open a JSON file",
    file: "activation-lab-script.json",
    has_opened: "The script is open.",
    foreign: "This JSON file is not a script of this page.",
    too_large: "This script’s file is too large and was not opened.",
    without_steps: "This script has no views.",
    full: "A script holds up to 200 views.",
    not_kept: "This browser does not let the page store anything: your script is gone when you close the page. Save it as JSON.",
};

fn step(id: &str) -> Option<(&'static str, &'static str)> {
    Some(match id {
        "functions" => (
            "Six activation functions",
            "The functions of today: their values above, and below the gradients that training works with.",
        ),
        "neuron" => (
            "What one neuron does",
            "It weighs its inputs, adds a bias, and passes the sum z through the activation function.",
        ),
        "collapse" => (
            "Without an activation function",
            "However many linear layers you stack, they fold into one line. Only its slope and intercept change.",
        ),
        "bend" => (
            "Now with ReLU",
            "With an activation function between the layers the line bends, and more layers can bend it more.",
        ),
        "learning" => (
            "How a network learns",
            "Step by step it goes down the valley of the loss, against the gradient. The learning rate sets the length of a step.",
        ),
        "boundary" => (
            "Data that no line can separate",
            "Both networks learn the same data. Without an activation function the boundary stays a straight line.",
        ),
        "steps" => (
            "Learning takes a derivative",
            "The step function’s gradient is 0 wherever it exists: nothing comes back to learn from.",
        ),
        "sigmoid" => (
            "Draw the sigmoid’s gradient",
            "Where is the sigmoid steepest, and how steep is it there?",
        ),
        "saturation" => (
            "Saturation: far from 0, hardly anything is learned",
            "The sigmoid’s gradient is 0.25 at most, at x = 0. At x = 6 it is a mere 0.0025.",
        ),
        "depth" => (
            "What is left after ten layers?",
            "Each layer multiplies by 0.25 at most. The gradient sets out from the output as 1: how much reaches the first layer?",
        ),
        "vanishing" => (
            "The vanishing gradient",
            "Press play: the signal runs forward, the gradient back. Ten sigmoid layers leave three ten-millionths of it.",
        ),
        "weights" => (
            "Would larger weights help?",
            "Each layer’s factor is |w|·σ′(z). A larger w makes z larger too, and saturates the neuron.",
        ),
        "tanh" => (
            "tanh: zero-centred",
            "Its output lies between −1 and 1 and its gradient reaches 1, but it saturates like the sigmoid.",
        ),
        "relu" => (
            "ReLU: positive inputs stay as they are",
            "There the gradient is always 1. At 0 there is no derivative, and this page uses 0, as PyTorch, JAX and Keras do.",
        ),
        "dead" => (
            "Dead neurons",
            "A ReLU neuron whose weighted sum is negative for all the data goes dark. Compare Leaky ReLU and ELU from the same initial weights.",
        ),
        "leaky-relu" => (
            "Leaky ReLU: a small slope for negative inputs",
            "With a little slope left on the negative side, a neuron that went dark can learn its way back.",
        ),
        "elu" => (
            "Draw the gradient of ELU",
            "Its negative side lies between −α and 0. What does the gradient look like?",
        ),
        "alpha" => (
            "α can be learned too",
            "As a parameter, α is learned by back-propagation along with the rest: one more number to get right.",
        ),
        "maxout" => (
            "Maxout: take the largest",
            "It takes the largest of several learned lines. The variance of the largest of independent values gets smaller; through steep lines it can also grow.",
        ),
        _ => return None,
    })
}
