//! English.

mod script;

use super::content::EN;
use super::{
    Alpha, Card, Chain, Classify, Collapse, Dead, Explorer, Export, Guess, Heading, Maxout, Neuron,
    Number, Page, Text, Transport,
};
use crate::activations::{Monotone, Parity, Smoothness};

pub static TEXT: Text = Text {
    id: "en",
    language: "English",
    content: &EN,
    page: Page {
        title: "Activation Lab",
        choose_language: "Language",
        choose_theme: "Colours",
        theme_system: "System",
        theme_light: "Light",
        theme_dark: "Dark",
        copy_link: "Copy link",
        link_copied: "Link copied",
        copy_by_hand: "Please copy this address yourself",
        presets: "Ready-made settings",
        share: "Share",
        share_as: "For",
        share_locks: "Values to fix, so that students cannot change them",
        share_format: |format| {
            Some(match format {
                "link" => "a link",
                "html" => "a blog (HTML)",
                "iframe" => "HTML without a script",
                "markdown" => "Markdown (figure and link)",
                "jupyter" => "a Jupyter notebook",
                "quarto" => "Quarto or reveal.js slides",
                "bibtex" => "a citation (BibTeX)",
                _ => return None,
            })
        },
        locked: "Whoever made this link has fixed the values that are greyed out.",
        full_page: "Open in Activation Lab",
        reset: |label| format!("{label}: back to the default"),
        exact_number: |label| format!("{label}: exact number"),
        number: Number {
            unread: |typed| format!("“{typed}” is not a number. Write it like 0.5, -3 or 1e-3."),
            limited: |low, high, taken| {
                format!("The range is {low} to {high}, so {taken} is used.")
            },
            rounded: |taken| format!("Only whole numbers are possible, so {taken} is used."),
        },
        unknown_view: "This link names no view that exists, so the first one is shown.",
        data_table: "The plot as a table of numbers",
        contents: "Contents",
        previous: |title| format!("Back: {title}"),
        next: |title| format!("Next: {title}"),
        onward: "Back and next",
        notes: "To be exact",
        transport: Transport {
            name: "Playback",
            play: "Play",
            pause: "Pause",
            to_start: "To the start",
            back: "One step back",
            on: "One step on",
            to_end: "To the end",
            speed: "Speed",
            repeat: "Loop",
        },
        interval: |_demo, low| {
            Some(match low {
                "min" => "Input range",
                "ymin" => "Vertical axis",
                _ => return None,
            })
        },
        parameters_of: |name| format!("Parameters of {name}"),
        hint: |demo, function| {
            (demo == "explorer" && function == "maxout")
                .then_some("You can also drag the round handles on the plot to move the two lines.")
        },
        guess: Guess {
            name: "Guess first",
            which: "Which plot do you want to guess?",
            no_curve: "There is no curve to guess now. Choose a function, or let the run go on.",
            draw: "The curve is hidden. Draw what you expect.",
            how: "Draw on the plot with mouse or finger; go over a place again to correct it. With the keyboard, ← → move on, ↑ ↓ change the height, and Enter reveals.",
            series: "Function to guess",
            reveal: "Reveal",
            clear: "Clear",
            stop: "Stop",
            again: "Draw again",
            hidden: "The answer is hidden while you guess.",
            off: |percent| format!("Off by {percent} of the height of the y axis on average."),
            verdicts: [
                "Nearly the same.",
                "You have got the shape.",
                "The general course is right.",
                "Quite different from the truth. See where the two part.",
            ],
            farthest: |place, percent| {
                format!("Farthest off: at {place} on the x axis ({percent}).")
            },
            covered: |percent| format!("Drawn: {percent} of the curve."),
            nothing: "Nothing has been drawn that could be compared.",
            pen: |place, height| format!("{place} on the x axis, height {height}"),
            pen_name: "the pen",
        },
        export: Export {
            name: "Export",
            picture: "Picture",
            save_picture: "Save the picture",
            save_numbers: "Save the numbers",
            no_picture: "Your browser could not make this picture. Try a smaller size, or SVG.",
            saved: |name| format!("{name} has been handed to the browser."),
            open_saved: "Open the file in a new tab",
            saved_nowhere: "If it was not saved, open it in a new tab and save it there. Browsers inside messengers may not save files: then open this page in a browser such as Safari or Chrome.",
            open: "Open an exported file",
            open_help: "PNG and SVG files from here remember their view. Choose one, or drop it anywhere on the page, and the view is back.",
            opened: "Back at the view of the file.",
            foreign: "This file says nothing of a view here. Only PNG and SVG files that were exported from here do.",
            too_large: "This file is too large to come from here.",
            unreadable: "This file could not be read.",
            code: "As code",
            code_language: "Language",
            copy_code: "Copy",
            code_copied: "Copied",
            copy_code_by_hand: "Please select the text and copy it yourself",
        },
    },
    demos: &[
        (
            "explorer",
            Heading {
                plot: "Position x on the plot",
                help: "Click or drag on the plot to move x. With the keyboard: ← and → (ten times as far with Shift), Home and End.",
                notes: &[],
            },
        ),
        (
            "neuron",
            Heading {
                plot: "z",
                help: "Drag the point along the curve: z follows, and the bias b makes up for it. The sliders move everything else.",
                notes: &[],
            },
        ),
        (
            "collapse",
            Heading {
                plot: "Layers stacked",
                help: "Press play to stack layer upon layer. A thin line is one neuron of the layer, the thick one is what comes out in the end. Space plays and pauses, ← and → go one layer.",
                notes: &[
                    "The biases fold as well: <i>a</i>₂(<i>a</i>₁<i>x</i> + <i>c</i>₁) + <i>c</i>₂ = (<i>a</i>₂<i>a</i>₁)<i>x</i> + (<i>a</i>₂<i>c</i>₁ + <i>c</i>₂). What is left is an <strong>affine</strong> function, not a line through the origin.",
                    "A model of linear layers learns only what a straight line can express, whatever its depth and width.",
                ],
            },
        ),
        (
            "classify",
            Heading {
                plot: "Epoch",
                help: "Play to let both networks learn together, and drag the bar to go back to any moment. Space plays and pauses; ← and → go one epoch.",
                notes: &[
                    "A network without an activation function is not bad at everything: it can do <strong>what a straight line can do</strong>, and for such data a linear model is enough.",
                    "Deeper is not always better. In a stack of many sigmoids the gradient of the first layers vanishes, and the network often does worse than a shallow one.",
                ],
            },
        ),
        (
            "chain",
            Heading {
                plot: "Step of the run",
                help: "Press play, or drag the bar and go step by step. On the plot and on the bar, Space plays and pauses, ← and → go one step, Home and End go to the start and the end.",
                notes: &[
                    "Gradients vanish with <strong>depth</strong>, not with the number of epochs: there is one factor for each layer, and all of it happens within a single backward pass.",
                    "That a sigmoid’s gradient stays below 0.25<sup><i>n</i></sup> holds for |<i>w</i>| ≤ 1 only. With |<i>w</i>| > 4 a factor can exceed 1 and the gradient can explode; and where the bias does not fit, a large weight pushes <i>z</i> into saturation and the gradient vanishes even faster.",
                    "“ReLU has no vanishing gradient” is true on active paths only, where <i>z</i> > 0. A layer with <i>z</i> < 0 multiplies by 0, and nothing reaches the layers before it.",
                ],
            },
        ),
        (
            "dead",
            Heading {
                plot: "Step of the training",
                help: "Press play to train the networks. Click on a cell to look at that neuron in all three. Space plays and pauses, ← and → go one step.",
                notes: &[
                    "A neuron is dead when its sum <i>z</i> is negative (or 0) for <strong>every</strong> input of the data, not for one. Then ReLU’s <i>f</i>′(<i>z</i>) is 0 at all of them, and its weight <i>w</i>, its <strong>bias</strong> <i>b</i> and its output weight <i>v</i> all get a gradient of exactly 0.",
                    "Neurons of Leaky ReLU and ELU can be without an answer as well, but they are <strong>not dead</strong>: <i>f</i>′(<i>z</i>) is small there, not 0, so they still learn and can come back where that lowers the loss. ELU’s gradient α<i>e</i><sup><i>z</i></sup> fades far below 0.",
                    "That a dead neuron “never learns again” claims too much: in a deeper network, what changes in the layers before can revive it. Here the inputs are the data themselves, which nothing changes; so <strong>in this demo</strong> a dead neuron stays dead.",
                    "“ReLU has no vanishing gradient” is true on active paths only. No path through a dead neuron is active, whatever the input.",
                ],
            },
        ),
        (
            "alpha",
            Heading {
                plot: "Steps of gradient descent",
                help: "Press play to let α roll down. Thin is the curve at the start, thick the curve now. Space plays and pauses, ← and → go one step.",
                notes: &[
                    "In the original ELU, α is a constant that one chooses. Learning it is the <strong>parametric</strong> variant: PELU is one such form of ELU, PReLU is Leaky ReLU with a slope that is learned.",
                    "ELU’s negative side is in (−α, 0): small <strong>negative</strong> values, never positive ones. So α is how far down it can go.",
                    "∂<i>f</i>/∂α is 0 where the neuron’s sum is 0 or more: only inputs with a <strong>negative sum</strong> have any say in α’s gradient.",
                    "With a learned α, ELU is harder to learn than ReLU: there is one more parameter, and it changes together with the weights and biases.",
                ],
            },
        ),
        (
            "maxout",
            Heading {
                plot: "Position x on the plot",
                help: "Drag the round handles: the one at x = 0 moves a line up and down, the other one turns it. Click or drag elsewhere to move x; with the keyboard: ← and → (ten times as far with Shift), Home and End.",
                notes: &[
                    "Maxout is the maximum of <strong>affine</strong> pieces that are learned. It is always convex, and there is no ReLU inside; rather, ReLU is the maxout of the two pieces 0 and <i>x</i>.",
                    "That “the variance gets smaller” has an exact sense: of two independent standard normal numbers, each with variance 1, the larger has mean 1/√π ≈ 0.5642 and variance 1 − 1/π ≈ 0.6817. With other slopes, or with inputs that depend on one another, the variance can be larger or smaller.",
                    "max(<i>x</i>, <i>s</i>·<i>x</i>) equals Leaky ReLU with the slope <i>s</i> for <i>s</i> ≤ 1 only. With a larger <i>s</i> the two pieces change places.",
                ],
            },
        ),
    ],
    explorer: Explorer {
        readouts: "Values at the probe",
        note: "at this place",
        value: "value f(x)",
        gradient: "gradient f′(x)",
        tangent: "tangent",
        saturated: "saturated: every gradient shown is below 0.01",
        one_sided: "one-sided limit",
        convention: "what frameworks use at that point",
        handle: "drag to move maxout's lines",
        columns: ["f(x)", "f′(x)"],
        saturated_here: "saturated here: the gradient is close to 0",
        no_gradient_here: "the gradient is 0: no learning signal passes",
        kink_here: |left, right, used| {
            format!("not differentiable here: left {left} · right {right} · frameworks use {used}")
        },
        jump_here: |left, right, used| {
            format!(
                "jumps here, so not differentiable: left {left} · right {right} · frameworks use {used}"
            )
        },
        outside: |x| format!("x = {x} is outside the input range of the plot."),
        nothing_shown: "Choose at least one function to show.",
        describe: |show, names, low, high| {
            let what = match show {
                "value" => "the values",
                "gradient" => "the gradients",
                "overlay" => "values and gradients in one plot",
                _ => "values and gradients in two plots, one above the other",
            };
            format!("A plot of {what} for inputs from {low} to {high}. Functions: {names}.")
        },
        describe_probe: |name, x, value, gradient| {
            format!("{name} at x = {x}: value {value}, gradient {gradient}.")
        },
        describe_saturated: |low, high| format!("Saturated from {low} to {high}."),
    },
    neuron: Neuron {
        readouts: "The neuron’s values and gradients",
        note: "worked out as",
        quantity: "quantity",
        value: "now",
        rows: [
            ("z", "w₁x₁ + w₂x₂ + b"),
            ("a", "f(z), the neuron’s output"),
            ("∂a/∂w₁", "f′(z)·x₁"),
            ("∂a/∂w₂", "f′(z)·x₂"),
            ("∂a/∂b", "f′(z)"),
        ],
        table: ["z", "f(z)", "f′(z)"],
        learns: "Change a weight a little, and the output follows by the gradients above. All of them are proportional to f′(z), and the larger an input, the more say its weight has.",
        linear: "With the identity the output is the sum z itself: the neuron is <strong>linear</strong>, and its gradients are the same everywhere. Switch to another function and compare.",
        saturated: "<strong>Saturated</strong>: f′(z) is close to 0, so the output hardly moves whatever the weights do. Such a neuron learns very slowly.",
        learns_nothing: "f′(z) is 0, and so all three gradients are <strong>0</strong>: from this input neither the weights nor the bias can learn.",
        on_kink: |z, used| {
            format!("At z = {z} there is no derivative; frameworks use {used} for f′(z).")
        },
        adds: "what is added (edges)",
        subtracts: "what is subtracted (edges)",
        tangent: "tangent with the slope f′(z)",
        handle: "the point (z, a), to be dragged",
        describe: |name, z, a, slope| {
            format!(
                "A neuron with {name} as its activation: z = {z}, output a = {a}, f′(z) = {slope}."
            )
        },
    },
    collapse: Collapse {
        readouts: "The whole stack",
        note: "what it is",
        quantity: "quantity",
        value: "now",
        rows: [
            ("a", "slope of the line (of the nearest one, where it bends)"),
            ("c", "intercept of that line"),
            ("bend", "largest distance from that line"),
            ("pieces", "straight pieces (∞ for a curve)"),
        ],
        table: ["x", "output", "nearest line"],
        input: "the input x",
        layer: |layer, width| format!("the {width} neurons of layer {layer}"),
        output: |depth| format!("what comes out behind {depth} layers"),
        stays_a_line: |depth, line| {
            format!(
                "Without activations the {depth} layers fold into <strong>one line</strong>: {line}. Another layer only changes its slope and intercept."
            )
        },
        single: "A single layer has no place for an activation, and stays a line. Give it a depth of 2 or more.",
        bends: |name, pieces, bend| {
            format!(
                "With {name} between the layers the output has {pieces} straight pieces, up to {bend} <strong>away</strong> from the nearest line."
            )
        },
        curves: |name, bend| {
            format!(
                "With {name} between the layers the output is a smooth curve, up to {bend} <strong>away</strong> from the nearest line."
            )
        },
        stack: "what comes out of the stack",
        neurons: "a neuron of this layer",
        best: "the nearest straight line",
        describe: |name, depth, width| {
            format!(
                "The output of a network of depth {depth} and width {width} against its input x. Activation: {name}."
            )
        },
    },
    classify: Classify {
        readouts: "How the two networks do",
        note: "Note",
        corner: |epoch| format!("Epoch {epoch}"),
        columns: ["Loss", "Accuracy"],
        notes: ["its boundary is always a line", "same data, same start"],
        without: "No activation",
        layer: "Layer",
        norm: |name| format!("Gradient norm: {name}"),
        moment: |without, name, with| format!("accuracy: no activation {without}, {name} {with}"),
        line: |line| format!("The boundary without an activation: {line}"),
        straight: |accuracy| {
            format!(
                "Accuracy without an activation: {accuracy}. However many layers there are, they fold into the one equation above, and the boundary stays a <strong>straight line</strong>."
            )
        },
        line_diverged: |epoch| {
            format!(
                "The network without an activation has <strong>diverged</strong> in epoch {epoch}. What you see is how it was just before."
            )
        },
        starts: |name| {
            format!("{name}: nothing is learned yet. Both networks start from the same weights.")
        },
        diverged: |name, epoch, rate| {
            format!(
                "{name}: <strong>diverged</strong> in epoch {epoch}; a learning rate of {rate} is too large. What you see is how it was just before."
            )
        },
        no_gradient: |name| {
            format!(
                "{name}: the gradients of all hidden layers are <strong>exactly 0</strong>, so nothing learns but the output layer."
            )
        },
        vanished: |name, ratio| {
            format!(
                "{name}: the last layer’s gradient is {ratio} times the first layer’s. The gradient <strong>vanishes</strong> on its way back, and the first layers hardly learn."
            )
        },
        learned: |name, accuracy| {
            format!(
                "{name}: accuracy {accuracy}. It has <strong>bent</strong> its boundary around the two classes."
            )
        },
        learns: |name, accuracy| {
            format!("{name}: accuracy {accuracy}. Its boundary is bending towards the data.")
        },
        the_same: "You have chosen the identity for the right one as well, so both networks are the same. Choose another function to compare.",
        negative: "points of one class",
        positive: "points of the other",
        boundary: "the boundary; the loss",
        accuracy: "the accuracy",
        describe: |data, name, depth, width| {
            format!(
                "Two networks learn to tell the points of “{data}” apart. One has no activation function, the other one’s is {name}. Hidden layers: {depth}, neurons a layer: {width}."
            )
        },
    },
    chain: Chain {
        readouts: "The whole chain",
        function: "function",
        note: "note",
        columns: [
            "output <i>a</i><sub><i>n</i></sub>",
            "gradient ∂<i>a</i><sub><i>n</i></sub>/∂<i>x</i>",
            "log<sub>10</sub> |gradient|",
        ],
        table: [
            "layer",
            "z",
            "a",
            "local factor w·f′(z)",
            "gradient that reaches the layer",
            "log₁₀ |gradient|",
        ],
        start: |x| format!("the input x = {x}"),
        forward: |layer, z, a| format!("forward, layer {layer}: z = {z}, a = {a}"),
        turn: "the turn: the gradient sets out from the output as 1",
        backward: |layer, factor, gradient| {
            format!("back, layer {layer}: times {factor}, gradient {gradient}")
        },
        blocked: |name, blocked, depth, layer, z| {
            format!(
                "{name}: {blocked} of {depth} layers multiply the gradient by 0 (such as layer {layer}, where z = {z}). It is <strong>exactly 0</strong>, and the layers in front learn nothing."
            )
        },
        blocked_at_kink: |name, blocked, depth, layer, z| {
            format!(
                "{name}: in {blocked} of {depth} layers z is on a point without a derivative (layer {layer}, z = {z}), where frameworks use 0. So the gradient is <strong>exactly 0</strong>, and the layers in front learn nothing."
            )
        },
        vanishes: |name, depth, factor, left| {
            format!(
                "{name}: each layer multiplies by {factor} on average, and after {depth} layers {left} is left of the gradient. It <strong>vanishes</strong>."
            )
        },
        stays: |name, depth, factor, left| {
            format!(
                "{name}: each layer multiplies by {factor} on average, and after {depth} layers the gradient is {left}. It <strong>survives</strong>."
            )
        },
        explodes: |name, depth, factor, left| {
            format!(
                "{name}: each layer multiplies by {factor} on average, and after {depth} layers the gradient has grown to {left}. It <strong>explodes</strong>."
            )
        },
        float32_zero: "In single precision (float32) that is 0.",
        float32_subnormal: "In single precision (float32) it has begun to lose its digits.",
        beside: |all| format!("The gradients of the others under the same conditions: {all}."),
        overflows: |layer| format!("layer {layer} outgrows what a computer’s numbers can hold"),
        stops: |layer| format!("the gradient becomes 0 in layer {layer}"),
        on_kink: |layer| format!("z of layer {layer} is on a point without a derivative"),
        learns: |rate, depth, last, first| {
            format!(
                "One step of learning that asks for a larger output (learning rate {rate}, every layer with a weight of its own) would move the weight of the last layer ({depth}) by {last} and that of the first by {first}."
            )
        },
        learns_alone: |rate, move_by| {
            format!(
                "One step of learning that asks for a larger output (learning rate {rate}) would move this layer’s weight by {move_by}."
            )
        },
        learns_bias: |bias| {
            format!(
                "With an input of 0 the first weight does not move anyway; the first bias would move by {bias}."
            )
        },
        learns_less: |ratio| {
            format!("The first layer learns only {ratio} times as much as the last.")
        },
        learns_more: |ratio| format!("The first layer moves {ratio} times as far as the last."),
        bar: "size of the gradient that reaches a layer",
        negative: "a negative gradient",
        line: "the gradients of the functions beside it",
        bound: "upper bound 0.25ⁿ",
        float32: "too small for float32: digits are lost from 1.2 × 10⁻³⁸ on, and below the thin line (1.4 × 10⁻⁴⁵) there is only 0",
        point: "the layer that is worked on",
        describe: |name, depth, w, b, x| {
            format!("A chain of {depth} {name} layers with w = {w}, b = {b} and input x = {x}.")
        },
    },
    dead: Dead {
        readouts: "The three networks at this step",
        note: "the chosen neuron",
        function: "function",
        columns: [
            "neurons without an answer",
            "<span>loss <i>L</i></span>",
            "<span>|∇<i>L</i>| of the chosen neuron</span>",
        ],
        step: "step",
        dark_of: |name| format!("{name}: neurons without an answer"),
        loss_of: |name| format!("{name}: loss"),
        moment: |counts| format!("{counts} (neurons without an answer)"),
        loses: |name, dead, alive, loss| {
            format!(
                "{name}: <strong>dead neurons: {dead}</strong>. They get no gradient and stay as they are; what can still learn is {alive} of 64 neurons. Loss {loss}."
            )
        },
        all_dead: |name, loss| {
            format!(
                "{name}: <strong>all 64 neurons are dead</strong>. The output is the same number for every input, and only the output’s own bias can still learn. Loss {loss}."
            )
        },
        keeps: |name, dark, loss| {
            format!(
                "{name}: neurons without an answer: {dark}, but each of them still gets a gradient and <strong>goes on learning</strong>. Loss {loss}."
            )
        },
        all_answer: |name, loss| {
            format!("{name}: every neuron answers to some of the data. Loss {loss}.")
        },
        diverged: |name, step, loss, rate| {
            format!(
                "{name}: <strong>diverged</strong>, in step {step} the loss grew to {loss}. Its training ends here; a learning rate of {rate} is too large for it."
            )
        },
        chosen: |neuron, points| {
            format!(
                "Neuron {neuron} gives <i>v</i>·<i>f</i>(<i>z</i>) with <i>z</i> = <i>w</i><i>x</i> + <i>b</i>. Its largest sum over the {points} points, and how the loss changes with its three numbers:"
            )
        },
        is_dead: "dead: w, b and v get no gradient",
        is_dark: "answers to no point, goes on learning",
        has_ended: "its training has ended",
        answers: |answers, points| format!("answers to {answers} of {points} points"),
        lit: "a neuron: the fuller, the more points it answers to",
        dark: "answers to no point; crossed out: dead, without any gradient",
        line: "a network, or its chosen neuron f(wx + b)",
        data: "the data",
        describe: |width, points, rate, bias| {
            format!(
                "Three networks of {width} hidden neurons, with ReLU, Leaky ReLU and ELU, are fitted to the same {points} points from the same start. Learning rate {rate}, biases around {bias} at first."
            )
        },
    },
    alpha: Alpha {
        readouts: "At this step",
        note: "what it is",
        quantity: "quantity",
        value: "now",
        rows: |symbol| {
            let [learned, gradient] = if symbol == "α" {
                [("α", "ELU’s shape for negative sums"), ("∂L/∂α", "the loss’s slope along α")]
            } else {
                [("s", "the slope for negative sums"), ("∂L/∂s", "the loss’s slope along s")]
            };
            [learned, gradient, ("L", "mean squared error"), ("w", "weight"), ("b", "bias")]
        },
        table: ["step", "α", "∂L/∂α", "loss L", "w", "b"],
        moment: |symbol, alpha, loss| format!("{symbol} = {alpha}, loss {loss}"),
        derivative: |symbol, unit| {
            format!(
                "∂<i>f</i>/∂<i>{symbol}</i> = {unit} for <i>z</i> &lt; 0, and 0 for <i>z</i> ≥ 0 (<i>z</i> = <i>w</i><i>x</i> + <i>b</i>)"
            )
        },
        kept: |symbol, min, max, kept| {
            format!(
                "<i>{symbol}</i> is kept between {min} and {max}: <i>{symbol}</i> = <strong>{kept}</strong>"
            )
        },
        descends_left: |symbol, gradient| {
            format!(
                "<strong>Still descending</strong>: ∂L/∂{symbol} = {gradient} is positive, so the next step makes {symbol} smaller."
            )
        },
        descends_right: |symbol, gradient| {
            format!(
                "<strong>Still descending</strong>: ∂L/∂{symbol} = {gradient} is negative, so the next step makes {symbol} larger."
            )
        },
        rises: |before, after, rate| {
            format!(
                "The last step went too far: the loss <strong>rose</strong> from {before} to {after}. At this place a learning rate of {rate} is too large."
            )
        },
        arrived: |symbol, alpha, hidden| {
            format!(
                "<strong>Arrived</strong>: hardly any gradient is left at {symbol} = {alpha}. The data was drawn with {symbol} = {hidden}; its noise makes the difference."
            )
        },
        at_the_edge: |symbol, alpha| {
            format!(
                "{symbol} = {alpha} is the <strong>end of its range</strong>. The gradient would go on, but {symbol} stays."
            )
        },
        silent: |symbol| {
            format!(
                "No sum is negative any more, so the gradient of {symbol} is <strong>exactly 0</strong>: it learns nothing, right or wrong."
            )
        },
        leaves_its_range: |step, symbol, rate| {
            format!(
                "<strong>Diverged</strong>: step {step} jumped over the valley, up to a larger loss and out of the range of {symbol}. The run ends here. A learning rate of {rate} is too large."
            )
        },
        explodes: |step, loss, rate| {
            format!(
                "<strong>Diverged</strong>: in step {step} the loss grew to {loss}. The run ends here. A learning rate of {rate} is too large."
            )
        },
        say: |symbol, negative, all| {
            format!("Points with a negative sum, and so a say in {symbol}: {negative} of {all}.")
        },
        data: "the data, and the steps so far",
        now: "the curve and the loss now",
        start: "the curve at the start, the path and the tangent",
        point: "where the descent is",
        describe: |name, symbol, points, rate| {
            format!(
                "{name} is fitted to {points} points by gradient descent on {symbol} with learning rate {rate}."
            )
        },
    },
    maxout: Maxout {
        readouts: "Maxout at the probe, and over the samples",
        note: "what it is",
        value: "now",
        rows: [
            ("f(x)", "the largest piece"),
            ("winner", "the number of that piece, which gets the gradient"),
            ("f′(x)", "the winner’s slope"),
        ],
        moments: [
            "mean of the inputs",
            "variance of the inputs",
            "mean of the maximum",
            "variance of the maximum",
        ],
        exact: |number| format!("exactly: {number}"),
        piece: |number| format!("piece {number}"),
        wins: |winner| {
            format!(
                "Piece {winner} <strong>wins</strong> at this x, and the gradient flows to it alone. From this input the others learn nothing."
            )
        },
        tie: |pieces, winner| {
            format!(
                "Pieces {pieces} <strong>tie</strong> at this x. As in PyTorch’s max, the first of them gets the gradient: piece {winner}."
            )
        },
        narrower: |k, inputs, maximum, exact| {
            format!(
                "The {k} inputs drawn for each sample have a variance of {inputs}, the largest of them only {maximum} (exactly: 1 and {exact}). <strong>The variance gets smaller.</strong>"
            )
        },
        envelope: "output: the largest piece",
        pieces: "the pieces wᵢx + bᵢ",
        handle: "drag to move or turn a piece",
        bar: "share of the random numbers (density)",
        band: "mean ± standard deviation; the thin line is the mean",
        describe: |k, x, value, winner| {
            format!(
                "A maxout of {k} pieces. At x = {x} its value is {value}, which is that of piece {winner}. Below, histograms of standard normal inputs and of their maximum."
            )
        },
    },
    script: script::SCRIPT,
    card: Card {
        show: |name| format!("Plot {name}"),
        formula: "Formula",
        derivative: "Derivative",
        advantages: "Advantages",
        drawbacks: "Drawbacks",
        no_drawbacks: "The lesson names none.",
        facts: "Properties",
        range: "Range",
        only_two_values: |low, high| format!("{{{low}, {high}}} (two values only)"),
        zero_centred: "Zero-centred",
        yes: "yes",
        no: "no",
        monotone: "Monotone",
        monotone_is: |monotone| match monotone {
            Monotone::Increasing => "always increasing",
            Monotone::NonDecreasing => "never decreasing",
            Monotone::Decreasing => "always decreasing",
            Monotone::NonIncreasing => "never increasing",
            Monotone::Constant => "constant",
            Monotone::No => "no (falls, then rises)",
        },
        parity: "Symmetry",
        parity_is: |parity| match parity {
            Parity::Odd => "about the origin (odd)",
            Parity::Even => "about the y axis (even)",
            Parity::Neither => "none",
        },
        smoothness: "Smoothness",
        smoothness_is: |smoothness| match smoothness {
            Smoothness::Discontinuous => "discontinuous",
            Smoothness::Continuous => "continuous with a kink (C⁰)",
            Smoothness::Once => "continuous first derivative (C¹)",
            Smoothness::Infinite => "all derivatives (C∞)",
        },
        slopes_at_infinity: "Slope far out (x → −∞, x → ∞)",
        kink: "Not differentiable at",
        no_kink: "nowhere",
        kink_is: |at, left, right, used| {
            format!("x = {at} (left {left}, right {right}, frameworks use {used})")
        },
        source: "Source",
        conditions: [
            "Function",
            "Non-linear?",
            "Differentiable?",
            "Largest |slope|",
            "Where the slope goes to 0",
            "Zero-centred?",
            "Range",
        ],
        conditions_caption: "The two conditions, and what else matters. Parameters are as set at the top.",
        everywhere: "everywhere",
        but_at: |places| format!("but at x = {places}"),
        always_zero: "the slope is always 0",
        fades: |left, right| match (left, right) {
            (true, true) => "both sides",
            (true, false) => "left (x → −∞)",
            (false, true) => "right (x → ∞)",
            (false, false) => "nowhere",
        },
    },
    control: |demo, key| {
        Some(match (demo, key) {
            ("neuron", "f") => "Activation function",
            ("neuron", "x1") => "Input x₁",
            ("neuron", "x2") => "Input x₂",
            ("neuron", "w1") => "Weight w₁",
            ("neuron", "w2") => "Weight w₂",
            ("collapse", "f") => "Activation between the layers",
            ("collapse", "step") => "Layers stacked",
            ("classify", "f") => "Activation of the right network",
            ("classify", "depth") => "Depth (hidden layers)",
            ("classify", "step") => "Epoch",
            ("chain", "f") => "The layers’ function",
            ("chain", "x") => "Input x",
            ("dead", "bias") => "Bias at the start",
            ("dead", "slope") => "Slope of Leaky ReLU",
            ("dead", "alpha") => "α of ELU",
            ("dead", "neuron") => "Chosen neuron",
            ("dead", "step") => "Step",
            ("alpha", "shape") => "Activation function",
            ("alpha", "learn") => "What is learned",
            ("alpha", "alpha") => "α at the start",
            ("alpha", "slope") => "Slope s at the start",
            ("alpha", "step") => "Step of the descent",
            (_, key) => return control(key),
        })
    },
    option: |key, option| {
        Some(match (key, option) {
            ("show", "both") => "stacked",
            ("show", "overlay") => "overlaid",
            ("show", "value") => "values",
            ("show", "gradient") => "gradients",
            ("scale", "log") => "logarithmic",
            ("scale", "linear") => "linear",
            ("data", "linear") => "line",
            ("data", "xor") => "XOR",
            ("data", "circle") => "circle",
            ("data", "moons") => "moons",
            ("data", "spiral") => "spiral",
            ("learn", "alone") => "the shape alone",
            ("learn", "all") => "with w and b",
            _ => return None,
        })
    },
    preset: |id| {
        Some(match id {
            "relu-family" => "the ReLU family",
            "s-shapes" => "the S-shapes",
            "all-six" => "all six",
            "plain-sum" => "without activation",
            "squeezed" => "squeezed by a sigmoid",
            "far-out" => "saturated neuron",
            "switched-off" => "ReLU switched off",
            "one-line" => "no activation",
            "twenty-layers" => "even with 20 layers",
            "with-relu" => "with ReLU",
            "more-kinks" => "more layers",
            "with-tanh" => "with tanh",
            "line-is-enough" => "a line is enough",
            "exclusive-or" => "XOR",
            "two-spirals" => "two spirals",
            "deep-sigmoid" => "deep sigmoid",
            "deep-relu" => "deep ReLU",
            "no-gradient" => "step function",
            "textbook" => "textbook",
            "side-by-side" => "side by side",
            "large-weights" => "large weights",
            "saturated" => "saturated",
            "relu-positive" => "ReLU, positive",
            "relu-negative" => "ReLU, negative: dead",
            "dead-over-time" => "dying in training",
            "dead-calm" => "calm",
            "dead-too-fast" => "learning rate too large",
            "dead-from-the-start" => "dead from the start",
            "alpha-alone" => "α alone",
            "alpha-all" => "α with w and b",
            "alpha-too-fast" => "learning rate too large",
            "alpha-prelu" => "PReLU",
            "two-lines" => "two lines",
            "as-relu" => "ReLU",
            "as-absolute" => "|x|",
            "as-leaky-relu" => "Leaky ReLU",
            "five-tangents" => "five pieces: nearly a parabola",
            _ => return None,
        })
    },
    picture: |id| {
        Some(match id {
            "value" => "value f(x)",
            "gradient" => "gradient f′(x)",
            "overlay" => "value f(x) and gradient f′(x)",
            "flow" => "from the inputs to the output",
            "response" => "the point (z, a) on the activation",
            "stack" => "values against the input x",
            "classify-without" => "without an activation",
            "classify-with" => "with an activation",
            "classify-progress" => "loss and accuracy, epoch by epoch",
            "classify-norms" => "gradient norm of each layer (the last is the output)",
            "layers" => "layers with their signal, and what they multiply by on the way back",
            "gradients" => "the gradient that reaches each layer",
            "curve" => "z of this layer on the activation; the tangent’s slope is f′(z)",
            "depths" => "the gradient |∂aₙ/∂x| against the depth n",
            "dead-relu" => "ReLU",
            "dead-leaky-relu" => "Leaky ReLU",
            "dead-elu" => "ELU",
            "dead-fit" => "the data and what the networks make of it",
            "dead-neuron" => "the chosen neuron f(wx + b) in each network",
            "dead-count" => "neurons without an answer against the step",
            "dead-loss" => "the loss against the step",
            "alpha-fit" => "the data and the curve that is learned",
            "alpha-valley" => {
                "the loss over the learned shape; the tangent’s slope is its gradient"
            }
            "alpha-loss" => "the loss against the step",
            "envelope" => "the pieces and the largest of them, f(x)",
            "inputs" => "inputs: standard normal numbers",
            "maximum" => "output: the largest of each sample",
            _ => return None,
        })
    },
};

/// The label of a control, whichever demo it belongs to.
fn control(key: &str) -> Option<&'static str> {
    Some(match key {
        "f" => "Functions",
        "show" => "Show",
        "min" => "Smallest input",
        "max" => "Largest input",
        "x" => "Position x",
        "slope" => "Slope for negative inputs",
        "alpha" => "α (alpha)",
        "w1" => "Slope w₁",
        "b1" => "Intercept b₁",
        "w2" => "Slope w₂",
        "b2" => "Intercept b₂",
        "fixy" => "Lock the vertical axis",
        "ymin" => "Vertical axis from",
        "ymax" => "Vertical axis to",
        "beside" => "Functions beside it",
        "width" => "Width (neurons a layer)",
        "seed" => "Random seed",
        "depth" => "Depth n (layers)",
        "w" => "Weight w",
        "b" => "Bias b",
        "scale" => "Gradient axis",
        "step" => "Step of the run",
        "k" => "Number of pieces k",
        "w3" => "Slope w₃",
        "b3" => "Intercept b₃",
        "w4" => "Slope w₄",
        "b4" => "Intercept b₄",
        "w5" => "Slope w₅",
        "b5" => "Intercept b₅",
        "samples" => "Random samples",
        "data" => "Data",
        "noise" => "Noise",
        "rate" => "Learning rate η",
        "batch" => "Batch size",
        _ => return None,
    })
}
