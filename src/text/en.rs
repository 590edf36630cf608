//! English.

mod script;

use super::content::EN;
use super::{
    Alpha, Card, Chain, Classify, Collapse, Dead, Descent, Explorer, Export, Guess, Heading,
    Maxout, Neuron, Number, Page, Text, Transport,
};
use crate::markup::{Html, html};
use crate::models::maxout::Spread;
use activations::{Monotone, Parity, Smoothness, Trend};

pub static TEXT: Text = Text {
    id: "en",
    language: "English",
    content: &EN,
    page: Page {
        title: "Activation Lab",
        choose_language: "Language",
        choose_theme: "Theme",
        theme_system: "System",
        theme_light: "Light",
        theme_dark: "Dark",
        copy_link: "Copy link",
        link_copied: "Link copied",
        copy_by_hand: "Please copy this address by hand",
        presets: "Presets",
        share: "Share",
        share_as: "Format",
        share_locks: "Values to lock, so that students cannot change them",
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
        locked: "The author of this link has locked the values that are greyed out.",
        at_most: |most| {
            format!("At most {most} functions can be shown at once. Remove another one first.")
        },
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
        unknown_view: "This link names no existing view, so the first one is shown.",
        data_table: "Show the numbers as a table",
        contents: "Contents",
        previous: |title| format!("Previous: {title}"),
        next: |title| format!("Next: {title}"),
        onward: "Previous and next",
        notes: "Common misconceptions",
        transport: Transport {
            name: "Playback",
            play: "Play",
            pause: "Pause",
            to_start: "To the start",
            back: "Step back",
            on: "Step forward",
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
            no_curve: "There is no curve to guess yet. Choose a function, or play further.",
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
                "You got the shape.",
                "The general trend is right.",
                "Quite different from the curve. Look at where the two separate.",
            ],
            farthest: |place, percent| {
                format!("Farthest off: at {place} on the x axis ({percent}).")
            },
            covered: |percent| format!("Drawn: {percent} of the curve."),
            nothing: "Nothing was drawn, so there is nothing to compare.",
            pen: |place, height| format!("{place} on the x axis, height {height}"),
            pen_name: "the pen",
        },
        export: Export {
            name: "Export",
            picture: "Picture",
            save_picture: "Save the picture",
            save_numbers: "Save the numbers",
            no_picture: "Your browser could not make this picture. Try a smaller size, or SVG.",
            saved: |name| format!("{name} was handed to the browser."),
            open_saved: "Open the file in a new tab",
            saved_nowhere: "If it was not saved, open it in a new tab and save it there. Browsers inside messaging apps may not save files; in that case open this page in a browser such as Safari or Chrome.",
            open: "Open an exported file",
            open_help: "PNG and SVG files from this page contain the link to their view. Choose one, or drop it anywhere on the page, to return to that view.",
            opened: "The view of the file is shown.",
            foreign: "No saved view in this file. Only PNG and SVG files that were exported from this page have one.",
            too_large: "This file is too large to be an export of this page.",
            unreadable: "This file could not be read.",
            code: "Code",
            code_language: "Language",
            copy_code: "Copy",
            code_copied: "Copied",
            copy_code_by_hand: "Please select the text and copy it by hand",
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
                help: "Drag the point along the curve: z follows, and the bias b changes with it. Use the sliders for everything else.",
                notes: &[],
            },
        ),
        (
            "collapse",
            Heading {
                plot: "Number of layers",
                help: "Press play to stack one layer after another. Each thin line is the value of one neuron of the layer, the thick line is the output. Space plays and pauses, ← and → move one layer.",
                notes: &[
                    Html::trusted(
                        "The biases fold as well: <i>a</i>₂(<i>a</i>₁<i>x</i> + <i>c</i>₁) + <i>c</i>₂ = (<i>a</i>₂<i>a</i>₁)<i>x</i> + (<i>a</i>₂<i>c</i>₁ + <i>c</i>₂). What is left is an <strong>affine</strong> function, not a line through the origin.",
                    ),
                    Html::trusted(
                        "A model of linear layers learns only what a straight line can express, whatever its depth and width.",
                    ),
                ],
            },
        ),
        (
            "descent",
            Heading {
                plot: "Step of gradient descent",
                help: "Press play to let the ball go down the valley of the loss step by step. Change the initial weight w, the learning rate η and the activation function. Space plays and pauses, ← and → go one step.",
                notes: &[
                    Html::trusted(
                        "There is only one data point here, so some weight makes the loss 0. With many points, the mean of their losses is minimized, and its minimum is usually not 0.",
                    ),
                    Html::trusted(
                        "The gradient only says which way is down <strong>at the present place</strong>. A large step leaves the place where the slope was measured, so the loss can rise.",
                    ),
                ],
            },
        ),
        (
            "classify",
            Heading {
                plot: "Epoch",
                help: "Press play to train both networks together, and drag the bar to go back to an earlier epoch. Space plays and pauses, ← and → move one epoch.",
                notes: &[
                    Html::trusted(
                        "A network without an activation function is not bad at everything: it can do <strong>what a straight line can do</strong>, and for data that a line can separate that is enough.",
                    ),
                    Html::trusted(
                        "Deeper is not always better. In a stack of many sigmoids the gradients of the first layers vanish, and the network often does worse than a shallow one.",
                    ),
                ],
            },
        ),
        (
            "chain",
            Heading {
                plot: "Step",
                help: "Press play, or drag the bar and go step by step. Space plays and pauses, ← and → move one step, Home and End go to the start and the end.",
                notes: &[
                    Html::trusted(
                        "Gradients vanish with <strong>depth</strong>, not with the number of epochs: there is one factor for each layer, and all of it happens within a single backward pass.",
                    ),
                    Html::trusted(
                        "The bound 0.25<sup><i>n</i></sup> for a sigmoid’s gradient holds for |<i>w</i>| ≤ 1 only. With |<i>w</i>| > 4 a factor can exceed 1 and the gradient can explode; with an unsuitable bias, a large weight pushes <i>z</i> into saturation and the gradient vanishes even faster.",
                    ),
                    Html::trusted(
                        "“ReLU has no vanishing gradient” is true on active paths only, where <i>z</i> > 0. A layer with <i>z</i> < 0 multiplies by 0, and nothing reaches the layers before it.",
                    ),
                ],
            },
        ),
        (
            "dead",
            Heading {
                plot: "Training step",
                help: "Press play to train the networks. Click on a cell to compare that neuron in all three. Space plays and pauses, ← and → move one step.",
                notes: &[
                    Html::trusted(
                        "A neuron is dead when its weighted sum <i>z</i> is negative (or 0) for <strong>every</strong> input of the data, not just for one. Then ReLU’s <i>f</i>′(<i>z</i>) is 0 at all of them, and its weight <i>w</i>, its <strong>bias</strong> <i>b</i> and its output weight <i>v</i> all get a gradient of exactly 0.",
                    ),
                    Html::trusted(
                        "Neurons of Leaky ReLU and ELU can be inactive for all of the data as well, but they are <strong>not dead</strong>: <i>f</i>′(<i>z</i>) is small there, not 0, so they still learn and can come back where that lowers the loss. ELU’s gradient α<i>e</i><sup><i>z</i></sup>, however, almost vanishes far below 0.",
                    ),
                    Html::trusted(
                        "That a dead neuron “never learns again” claims too much: in a deeper network, changes in earlier layers can revive it. Here the inputs are the data itself, which does not change; so <strong>in this demo</strong> a dead neuron stays dead.",
                    ),
                ],
            },
        ),
        (
            "alpha",
            Heading {
                plot: "Step of gradient descent",
                help: "Press play to let α descend into the valley of the loss. The thin curve is the initial one, the thick curve the current one. Space plays and pauses, ← and → move one step.",
                notes: &[
                    Html::trusted(
                        "An ELU whose α is learned is not the original one but a <strong>parametric</strong> variant; PELU is one of them. A Leaky ReLU whose slope is learned is called PReLU.",
                    ),
                    Html::trusted(
                        "ELU’s negative side is in (−α, 0): small <strong>negative</strong> values, never positive ones. So α is how far down it can go.",
                    ),
                    Html::trusted(
                        "∂<i>f</i>/∂α is 0 where the weighted sum is 0 or more: only inputs with a <strong>negative weighted sum</strong> contribute to the gradient of α.",
                    ),
                    Html::trusted(
                        "“ELU is harder to learn than ReLU because of its α” does not hold as it stands: the original α is a constant, and the paper on ELU reports faster learning. A learned α is just one more parameter.",
                    ),
                ],
            },
        ),
        (
            "maxout",
            Heading {
                plot: "Position x on the plot",
                help: "Drag the round handles: the one at x = 0 moves a line up and down, the other one turns it. Click or drag elsewhere to move x; with the keyboard: ← and → (ten times as far with Shift), Home and End.",
                notes: &[
                    Html::trusted(
                        "Where pieces tie, this page gives the whole gradient to the first of them, and so does PyTorch’s <code>max</code> over one dimension. PyTorch’s <code>amax</code>, and <code>max</code> in JAX and in Keras (on JAX), share it equally among the pieces that tie.",
                    ),
                    Html::trusted(
                        "max(<i>x</i>, <i>s</i>·<i>x</i>) equals Leaky ReLU with the slope <i>s</i> for <i>s</i> ≤ 1 only. With a larger <i>s</i> the two pieces change places.",
                    ),
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
        convention: "what this page uses at that point",
        handle: "drag to move maxout's lines",
        columns: ["f(x)", "f′(x)"],
        saturated_here: "saturated here: the gradient is close to 0",
        no_gradient_here: "the gradient is 0: no learning signal passes",
        kink_here: |left, right, used, frameworks| {
            format!(
                "not differentiable here: left {left} · right {right} · this page uses {used}{frameworks}"
            )
        },
        jump_here: |left, right, used, frameworks| {
            format!(
                "jumps here, so not differentiable: left {left} · right {right} · this page uses {used}{frameworks}"
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
        note: "calculation",
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
        learns: Html::trusted(
            "Change a weight a little, and the output changes by that amount times the gradient above. All three are proportional to f′(z), and the larger the magnitude of an input, the more its weight matters.",
        ),
        linear: Html::trusted(
            "With the identity the output is the weighted sum z itself: the neuron is <strong>linear</strong>, and its gradients are the same everywhere. Switch to another function and compare.",
        ),
        saturated: Html::trusted(
            "<strong>Saturated</strong>: f′(z) is close to 0, so the output hardly moves when a weight changes a little. Such a neuron learns very slowly.",
        ),
        learns_nothing: Html::trusted(
            "f′(z) is 0, and so all three gradients are <strong>0</strong>: from this input neither the weights nor the bias can learn.",
        ),
        on_kink: |z, used, frameworks| {
            html!(
                "At z = {z} there is no derivative. This page uses f′(z) = {used}{frameworks}.",
                z,
                used,
                frameworks
            )
        },
        adds: "what is added (edges)",
        subtracts: "what is subtracted (edges)",
        tangent: "tangent with the slope f′(z)",
        handle: "the point (z, a), which you can drag",
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
            ("a", "slope of the line (of the best-fit line where the output bends)"),
            ("c", "intercept of that line"),
            ("bend", "largest distance from that line"),
            ("pieces", "straight pieces (∞ for a curve)"),
        ],
        table: ["x", "output", "best-fit line"],
        input: "the input x",
        layer: |layer, width| match width {
            1 => format!("the neuron of layer {layer}"),
            _ => format!("the {width} neurons of layer {layer}"),
        },
        output: |depth| format!("output after {}", layers(depth)),
        stays_a_line: |depth, line| {
            html!(
                "Without activation functions, {layers} fold into <strong>one line</strong>: {line}. Another layer only changes its slope and intercept.",
                layers = layers(depth),
                line
            )
        },
        single: Html::trusted(
            "A single layer has no place for an activation function, so the output is a line. Set the depth to 2 or more.",
        ),
        bends: |name, pieces, bend| {
            html!(
                "With {name} between the layers the output has {pieces} straight pieces, up to {bend} <strong>away</strong> from the best-fit line. More layers can add more bends.",
                name,
                pieces,
                bend
            )
        },
        stays_straight: |name| {
            html!(
                "With {name} between the layers and these weights, no neuron bends within the range shown, and the output is <strong>one straight line</strong>. Try another seed or depth.",
                name
            )
        },
        dies: |name| {
            html!(
                "With {name} between the layers, all neurons of some layer are inactive for every input shown: <strong>the signal has died</strong>, and the output is the same for all x. Try fewer layers or another seed.",
                name
            )
        },
        curves: |name, bend| {
            html!(
                "With {name} between the layers the output is a smooth curve, up to {bend} <strong>away</strong> from the best-fit line.",
                name,
                bend
            )
        },
        stack: "output of all layers",
        neurons: "a neuron of this layer",
        best: "the best-fit line",
        describe: |name, depth, width| {
            format!(
                "The output of a network of depth {depth} and width {width} against its input x. Activation: {name}."
            )
        },
    },
    descent: Descent {
        readouts: "Values at this step",
        note: "what it is",
        quantity: "quantity",
        value: "now",
        rows: [
            ("w", "the weight now"),
            ("a", "the neuron’s output f(wx)"),
            ("L", "the loss (a − y)²"),
            ("∂L/∂w", "the gradient of the loss"),
            ("next w", "w − η·∂L/∂w"),
        ],
        table: ["step", "w", "a", "loss L", "∂L/∂w"],
        moment: |weight, loss| format!("w = {weight}, loss {loss}"),
        descends_left: |gradient| {
            html!(
                "<strong>Going down to the left</strong>. The gradient ({gradient}) is positive: the loss rises to the right, so the next step makes w smaller.",
                gradient
            )
        },
        descends_right: |gradient| {
            html!(
                "<strong>Going down to the right</strong>. The gradient ({gradient}) is negative: the loss falls to the right, so the next step makes w larger.",
                gradient
            )
        },
        too_slow: |steps, rate| {
            html!(
                "<strong>Not there yet</strong> after {steps} steps. At this learning rate (η = {rate}) the steps are too small.",
                steps,
                rate
            )
        },
        crosses: |before, after| {
            html!(
                "The last step went <strong>past the lowest point</strong> to the other side. The loss still fell ({before} → {after}).",
                before,
                after
            )
        },
        bounces: |loss, rate| {
            html!(
                "The last step went past the lowest point to <strong>the same height</strong> on the other side. The loss ({loss}) does not fall; at this learning rate (η = {rate}) the weight only goes to and fro between two places.",
                loss,
                rate
            )
        },
        rises: |before, after, rate| {
            html!(
                "The last step was too large: the loss <strong>rose</strong> ({before} → {after}). At this place the learning rate (η = {rate}) is too large.",
                before,
                after,
                rate
            )
        },
        arrived: |weight, output, target| {
            html!(
                "<strong>Arrived</strong>: at w = {weight} the output is a = {output}, and the target is y = {target}. They differ by less than 0.01.",
                weight,
                output,
                target
            )
        },
        flat: |slope, gradient| {
            html!(
                "<strong>Stuck on a flat part</strong>. f′(z) = {slope} is close to 0, and so is the gradient of the loss ({gradient}). The output still differs from the target, but w hardly moves.",
                slope,
                gradient
            )
        },
        no_gradient: Html::trusted(
            "The gradient is <strong>exactly 0</strong>. The output differs from the target, but f′(z) = 0 makes the product 0, so w stays as it is however many steps are taken.",
        ),
        diverged: |step, loss, rate| {
            html!(
                "<strong>Diverged</strong>: the steps led higher and higher, and in step {step} the loss passed the limit (L = {loss}). The run ends here. The learning rate (η = {rate}) is too large.",
                step,
                loss,
                rate
            )
        },
        on_kink: |used| {
            html!(
                "Here z is at a point where f has no derivative. This page uses f′(z) = {used}.",
                used
            )
        },
        now: "the loss and the output now",
        point: "the present place",
        path: "the places so far",
        aids: "tangent, path, output at the start, error that is left",
        next: "the next step",
        target: "where the next step leads; the data point (x, y)",
        describe: |name, input, target, rate| {
            format!(
                "A neuron with one weight learns the point ({input}, {target}) by gradient descent. Activation function: {name}. Learning rate: {rate}."
            )
        },
    },
    classify: Classify {
        readouts: "The two networks at this epoch",
        note: "Note",
        corner: |epoch| format!("Epoch {epoch}"),
        columns: ["Loss", "Accuracy"],
        notes: ["its boundary is always a line", "same data, same initial weights"],
        without: "No activation",
        layer: "Layer",
        norm: |name| format!("Gradient norm: {name}"),
        moment: |without, name, with| format!("accuracy: no activation {without}, {name} {with}"),
        line: |line| html!("The boundary without an activation: {line}", line),
        straight: |accuracy| {
            html!(
                "Accuracy without an activation: {accuracy}. However many layers there are, they fold into the one equation above, and the boundary stays a <strong>straight line</strong>.",
                accuracy
            )
        },
        line_diverged: |epoch| {
            html!(
                "The network without an activation has <strong>diverged</strong> in epoch {epoch}. It is shown as it was just before.",
                epoch
            )
        },
        starts: |name| {
            html!(
                "{name}: nothing is learned yet. Both networks start from the same initial weights.",
                name
            )
        },
        diverged: |name, epoch, rate| {
            html!(
                "{name}: <strong>diverged</strong> in epoch {epoch}; a learning rate of {rate} is too large. It is shown as it was just before.",
                name,
                epoch,
                rate
            )
        },
        no_gradient: |name| {
            html!(
                "{name}: the gradients of all hidden layers are <strong>exactly 0</strong>, so only the output layer learns.",
                name
            )
        },
        blocked: |name| {
            html!(
                "{name}: the gradient of the first layer is <strong>exactly 0</strong>: it is cut off on its way back, and the first layer does not learn.",
                name
            )
        },
        vanished: |name, ratio| {
            html!(
                "{name}: the last layer’s gradient is {ratio} times the first layer’s. The gradient <strong>vanishes</strong> on its way back, and the first layers hardly learn.",
                name,
                ratio
            )
        },
        needs_no_bend: |name, accuracy| {
            html!(
                "{name}: accuracy {accuracy}. For this data <strong>a straight line is enough</strong>: the network without an activation function does as well.",
                name,
                accuracy
            )
        },
        learned: |name, accuracy| {
            html!(
                "{name}: accuracy {accuracy}. It has <strong>bent</strong> its boundary around the two classes.",
                name,
                accuracy
            )
        },
        learns: |name, accuracy| {
            html!(
                "{name}: accuracy {accuracy}. Its boundary is bending towards the data.",
                name,
                accuracy
            )
        },
        the_same: Html::trusted(
            "The network on the right has the identity too, so both networks are the same. Choose another function to compare.",
        ),
        negative: "points of one class",
        positive: "points of the other",
        boundary: "the boundary; the loss",
        accuracy: "the accuracy",
        describe: |data, name, depth, width| {
            format!(
                "Two networks learn to separate the points of “{data}”. One has no activation function, the other has {name}. Hidden layers: {depth}, neurons per layer: {width}."
            )
        },
    },
    chain: Chain {
        readouts: "The whole chain",
        function: "function",
        note: "note",
        columns: [
            Html::trusted("output <i>a</i><sub><i>n</i></sub>"),
            Html::trusted("gradient ∂<i>a</i><sub><i>n</i></sub>/∂<i>x</i>"),
            Html::trusted("log<sub>10</sub> |gradient|"),
        ],
        table: [
            "layer",
            "z",
            "a",
            "factor w·f′(z)",
            "gradient that reaches the layer",
            "log₁₀ |gradient|",
        ],
        start: |x| format!("the input x = {x}"),
        forward: |layer, z, a| format!("forward, layer {layer}: z = {z}, a = {a}"),
        turn: "turning back: the gradient sets out from the output as 1",
        backward: |layer, factor, gradient| {
            format!("back, layer {layer}: times {factor}, gradient {gradient}")
        },
        blocked: |name, blocked, depth, layer, z| {
            html!(
                "{name}: layers that multiply the gradient by 0: {blocked} of {depth} ({example}layer {layer}, where z = {z}). The gradient is <strong>exactly 0</strong>, and the layers in front learn nothing.",
                name,
                blocked,
                depth,
                example = such_as(blocked),
                layer,
                z
            )
        },
        blocked_at_kink: |name, blocked, depth, layer, z| {
            html!(
                "{name}: layers whose z is at a point without a derivative: {blocked} of {depth} ({example}layer {layer}, where z = {z}). This page uses f′(z) = 0 there, so the gradient is <strong>exactly 0</strong>, and the layers in front learn nothing.",
                name,
                blocked,
                depth,
                example = such_as(blocked),
                layer,
                z
            )
        },
        vanishes: |name, depth, factor, left| {
            html!(
                "{name}: each layer multiplies by {factor} on average, and after {layers} the gradient is {left}. It <strong>vanishes</strong>.",
                name,
                factor,
                layers = layers(depth),
                left
            )
        },
        stays: |name, depth, factor, left| {
            html!(
                "{name}: each layer multiplies by {factor} on average, and after {layers} the gradient is {left}. It <strong>survives</strong>.",
                name,
                factor,
                layers = layers(depth),
                left
            )
        },
        explodes: |name, depth, factor, left| {
            html!(
                "{name}: each layer multiplies by {factor} on average, and after {layers} the gradient has grown to {left}. It <strong>explodes</strong>.",
                name,
                factor,
                layers = layers(depth),
                left
            )
        },
        float32_zero: Html::trusted("In single precision (float32) it becomes 0."),
        float32_subnormal: Html::trusted("In single precision (float32) it begins to lose digits."),
        beside: |all| {
            html!("Gradients of the other functions under the same conditions: {all}.", all)
        },
        overflows: |layer| format!("the value of layer {layer} overflows"),
        stops: |layer| format!("the gradient becomes 0 in layer {layer}"),
        on_kink: |layer| format!("z of layer {layer} is at a point without a derivative"),
        learns: |rate, depth, last, first| {
            html!(
                "One step of learning that asks for a larger output (learning rate {rate}, every layer with a weight of its own) would move the weight of the last layer ({depth}) by {last} and that of the first by {first}.",
                rate,
                depth,
                last,
                first
            )
        },
        learns_alone: |rate, move_by| {
            html!(
                "One step of learning that asks for a larger output (learning rate {rate}) would move this layer’s weight by {move_by}.",
                rate,
                move_by
            )
        },
        learns_bias: |bias| {
            html!(
                "With an input of 0 the first weight does not move anyway; the first bias would move by {bias}.",
                bias
            )
        },
        learns_less: |ratio| {
            html!("The first layer moves only {ratio} times as far as the last.", ratio)
        },
        learns_more: |ratio| {
            html!("The first layer moves {ratio} times as far as the last.", ratio)
        },
        learns_as_much: Html::trusted("The first layer moves as far as the last."),
        bar: "size of the gradient that reaches a layer",
        negative: "a negative gradient",
        line: "the gradients of the functions beside it",
        bound: "upper bound 0.25ⁿ",
        float32: "too small for float32: digits are lost from 1.2 × 10⁻³⁸ on, and below the thin line (1.4 × 10⁻⁴⁵) there is only 0",
        point: "the current layer",
        describe: |name, depth, w, b, x| {
            format!("A chain of {depth} {name} layers with w = {w}, b = {b} and input x = {x}.")
        },
    },
    dead: Dead {
        readouts: "The three networks at this step",
        note: "the chosen neuron",
        function: "function",
        columns: [
            Html::trusted("inactive neurons"),
            Html::trusted("<span>loss <i>L</i></span>"),
            Html::trusted("<span>|∇<i>L</i>| of the chosen neuron</span>"),
        ],
        step: "step",
        dark_of: |name| format!("{name}: inactive neurons"),
        loss_of: |name| format!("{name}: loss"),
        moment: |counts| format!("inactive neurons: {counts}"),
        loses: |name, dead, alive, loss| {
            html!(
                "{name}: <strong>dead neurons: {dead}</strong>. A dead neuron gets no gradient and stays as it is. Neurons that can still learn: {alive} of 64. Loss {loss}.",
                name,
                dead,
                alive,
                loss
            )
        },
        all_dead: |name, loss| {
            html!(
                "{name}: <strong>all 64 neurons are dead</strong>. The output is the same number for every input, and only the output’s own bias can still learn. Loss {loss}.",
                name,
                loss
            )
        },
        keeps: |name, dark, loss| {
            html!(
                "{name}: inactive neurons: {dark}. Some gradient is left for an inactive neuron, so it <strong>continues to learn</strong>. Loss {loss}.",
                name,
                dark,
                loss
            )
        },
        all_answer: |name, loss| {
            html!("{name}: every neuron responds to some of the data. Loss {loss}.", name, loss)
        },
        diverged: |name, step, loss, rate| {
            html!(
                "{name}: <strong>diverged</strong>, in step {step} the loss grew to {loss}. Its training ends here; a learning rate of {rate} is too large for it.",
                name,
                step,
                loss,
                rate
            )
        },
        chosen: |neuron, points| {
            html!(
                "Neuron {neuron} gives <i>v</i>·<i>f</i>(<i>z</i>) with <i>z</i> = <i>w</i><i>x</i> + <i>b</i>. Its largest weighted sum over the {points} points, and the gradients of the loss with respect to its three numbers:",
                neuron,
                points
            )
        },
        is_dead: "dead: w, b and v get no gradient",
        is_dark: "responds to no point, continues to learn",
        has_ended: "diverged, training has ended",
        answers: |answers, points| format!("responds to {answers} of {points} points"),
        lit: "a neuron: the stronger the colour, the more points it responds to",
        dark: "responds to no point; crossed out: dead, without any gradient",
        line: "a network, or its chosen neuron f(wx + b)",
        data: "the data",
        describe: |width, points, rate, bias| {
            format!(
                "Three networks of {width} hidden neurons, with ReLU, Leaky ReLU and ELU, are fitted to the same {points} points from the same initial weights. Learning rate {rate}, initial biases around {bias}."
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
                [("α", "shape of ELU for negative z"), ("∂L/∂α", "gradient of the loss for α")]
            } else {
                [("s", "slope for negative z"), ("∂L/∂s", "gradient of the loss for s")]
            };
            [learned, gradient, ("L", "mean squared error"), ("w", "weight"), ("b", "bias")]
        },
        table: ["step", "α", "∂L/∂α", "loss L", "w", "b"],
        moment: |symbol, alpha, loss| format!("{symbol} = {alpha}, loss {loss}"),
        derivative: |symbol, unit| {
            html!(
                "∂<i>f</i>/∂<i>{symbol}</i> = {unit} for <i>z</i> &lt; 0, and 0 for <i>z</i> ≥ 0 (<i>z</i> = <i>w</i><i>x</i> + <i>b</i>)",
                symbol,
                unit
            )
        },
        kept: |symbol, min, max, kept| {
            html!(
                "<i>{symbol}</i> is kept between {min} and {max}: <i>{symbol}</i> = <strong>{kept}</strong>",
                symbol,
                min,
                max,
                kept
            )
        },
        descends_left: |symbol, gradient| {
            html!(
                "<strong>Still descending</strong>: ∂L/∂{symbol} = {gradient} is positive, so the next step makes {symbol} smaller.",
                symbol,
                gradient
            )
        },
        descends_right: |symbol, gradient| {
            html!(
                "<strong>Still descending</strong>: ∂L/∂{symbol} = {gradient} is negative, so the next step makes {symbol} larger.",
                symbol,
                gradient
            )
        },
        rises: |before, after, rate| {
            html!(
                "The last step went too far: the loss <strong>rose</strong> from {before} to {after}. At this point a learning rate of {rate} is too large.",
                before,
                after,
                rate
            )
        },
        arrived: |symbol, alpha, hidden| {
            html!(
                "<strong>Arrived</strong>: hardly any gradient is left at {symbol} = {alpha}. The data was made with {symbol} = {hidden}; the gap comes from noise in the data.",
                symbol,
                alpha,
                hidden
            )
        },
        at_the_edge: |symbol, alpha| {
            html!(
                "{symbol} = {alpha} is the <strong>end of its range</strong>. The gradient points further, but {symbol} stops here.",
                symbol,
                alpha
            )
        },
        silent: |symbol| {
            html!(
                "No point has a negative weighted sum, so the gradient of {symbol} is <strong>exactly 0</strong>: right or wrong, it no longer changes.",
                symbol
            )
        },
        leaves_its_range: |step, symbol, rate| {
            html!(
                "<strong>Diverged</strong>: step {step} jumped over the valley, up to a larger loss and out of the range of {symbol}. The run ends here. A learning rate of {rate} is too large.",
                step,
                symbol,
                rate
            )
        },
        explodes: |step, loss, rate| {
            html!(
                "<strong>Diverged</strong>: in step {step} the loss grew to {loss}. The run ends here. A learning rate of {rate} is too large.",
                step,
                loss,
                rate
            )
        },
        say: |symbol, negative, all| {
            html!(
                "Points with a negative weighted sum, which contribute to the gradient of {symbol}: {negative} of {all}.",
                symbol,
                negative,
                all
            )
        },
        data: "data, and steps so far",
        now: "current curve and loss",
        start: "initial curve, path and tangent",
        point: "current position",
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
        parameters: ("parameters", |k| {
            format!(
                "{k} pieces: {k} weights and {k} biases (a ReLU neuron has 1 weight and 1 bias)"
            )
        }),
        moments: [
            ["mean of the inputs x", "variance of the inputs x"],
            ["mean of f(x)", "variance of f(x)"],
            ["mean of the largest of k", "variance of the largest of k"],
        ],
        exact: |number| format!("exactly: {number}"),
        piece: |number| format!("piece {number}"),
        wins: |winner| {
            html!(
                "Piece {winner} <strong>wins</strong> at this x, and the gradient flows to it alone. From this input the others learn nothing.",
                winner
            )
        },
        tie: |pieces, winner| {
            let pieces: Vec<String> = pieces.iter().map(usize::to_string).collect();
            let pieces = match &pieces[..] {
                [all @ .., last] => format!("{} and {last}", all.join(", ")),
                [] => String::new(),
            };
            html!(
                "Pieces {pieces} <strong>tie</strong> at this x. This page then gives the gradient to the first of them: piece {winner}.",
                pieces,
                winner
            )
        },
        through_lines: |spread, variance| {
            let (compared, reason) = match spread {
                Spread::Gone => (
                    Html::trusted("<strong>nothing is left</strong> of the variance of x"),
                    "Every x gives the same output, which says nothing about x.",
                ),
                Spread::Moved => (
                    Html::trusted("<strong>the same</strong> as that of x"),
                    "A single line of slope 1 or −1 only shifts or mirrors the numbers.",
                ),
                Spread::Balanced => (
                    Html::trusted("<strong>the same</strong> as that of x"),
                    "What stretches the distances between the numbers and what squeezes them cancel out.",
                ),
                Spread::Larger => (
                    Html::trusted("<strong>larger</strong> than that of x, which is 1"),
                    "A slope beyond ±1 stretches the distances between the numbers.",
                ),
                Spread::Smaller => (
                    Html::trusted("<strong>smaller</strong> than that of x, which is 1"),
                    "No part of the output has a slope beyond ±1, so no two numbers move apart.",
                ),
                Spread::SmallerThoughSteep => (
                    Html::trusted("<strong>smaller</strong> than that of x, which is 1"),
                    "Some slopes lie beyond ±1 and stretch the distances between the numbers, but flatter parts or slopes of opposite signs bring the numbers closer together, and that outweighs it.",
                ),
            };
            html!(
                "When x passes through the lines above, f(x) has variance {variance}: {compared}. {reason}",
                variance,
                compared,
                reason
            )
        },
        of_independent: |k, variance| {
            html!(
                "The largest of {k} <strong>independent</strong> standard normal numbers has variance {variance}: <strong>smaller</strong> than 1. It is small only if all {k} are, so small values become rare and the results lie closer together.",
                k,
                variance
            )
        },
        envelope: "output: the largest piece",
        pieces: "the pieces wᵢx + bᵢ",
        handle: "drag to move or turn a piece",
        bar: "share of the random numbers (density)",
        band: "mean ± standard deviation; the thin line is the mean",
        describe: |k, x, value, winner| {
            format!(
                "A maxout of {k} pieces. At x = {x} its value is {value}, which is that of piece {winner}. Below, histograms of standard normal inputs x, of the outputs f(x), and of the largest of {k} independent numbers."
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
        notes: "Notes",
        facts: "Properties",
        range: "Range",
        only_two_values: |low, high| format!("{{{low}, {high}}} (two values only)"),
        zero_centred: "Zero-centred",
        yes: "yes",
        no: "no",
        unknown: "unknown",
        no_limit: "no limit",
        monotone: "Monotone",
        monotone_is: |monotone| match monotone {
            Monotone::Increasing => "always increasing",
            Monotone::NonDecreasing => "never decreasing",
            Monotone::Decreasing => "always decreasing",
            Monotone::NonIncreasing => "never increasing",
            Monotone::Constant => "constant",
            Monotone::No => "no",
            Monotone::Unknown => "unknown",
        },
        not_monotone: |trends| format!("no ({trends})"),
        trend: |trend, is_last| match (trend, is_last) {
            (Trend::Falling, false) => "falls, then",
            (Trend::Falling, true) => "falls",
            (Trend::Flat, false) => "is flat, then",
            (Trend::Flat, true) => "is flat",
            (Trend::Rising, false) => "rises, then",
            (Trend::Rising, true) => "rises",
        },
        alternates: "rises and falls without end",
        parity: "Symmetry",
        parity_is: |parity| match parity {
            Parity::Odd => "about the origin (odd)",
            Parity::Even => "about the y axis (even)",
            Parity::Neither => "none",
            Parity::Unknown => "unknown",
        },
        smoothness: "Smoothness",
        smoothness_is: |smoothness| match smoothness {
            Smoothness::Discontinuous => "discontinuous",
            Smoothness::Continuous => "continuous with a kink (C⁰)",
            Smoothness::Once => "continuous first derivative (C¹)",
            Smoothness::Infinite => "all derivatives (C∞)",
            Smoothness::Unknown => "unknown",
        },
        slopes_at_infinity: "Slope far out (x → −∞, x → ∞)",
        kink: "Not differentiable at",
        no_kink: "nowhere",
        kink_is: |at, left, right, used, frameworks| {
            format!("x = {at}: left {left}, right {right}, this page uses {used}{frameworks}")
        },
        like_frameworks: |names| format!(" (as {names})"),
        unlike_frameworks: |slopes| format!(" ({slopes})"),
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
        conditions_caption: "The two conditions and related properties. Parameters are those chosen at the top.",
        everywhere: "everywhere",
        but_at: |places| format!("except at x = {places}"),
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
            ("collapse", "step") => "Number of layers shown",
            ("descent", "f") => "Activation function",
            ("descent", "w") => "Initial weight w",
            ("descent", "step") => "Step of the descent",
            ("classify", "f") => "Activation of the right network",
            ("classify", "depth") => "Depth (hidden layers)",
            ("classify", "step") => "Epoch",
            ("chain", "f") => "Activation of the layers",
            ("chain", "x") => "Input x",
            ("dead", "bias") => "Centre of the initial biases",
            ("dead", "slope") => "Slope of Leaky ReLU",
            ("dead", "alpha") => "α of ELU",
            ("dead", "neuron") => "Chosen neuron",
            ("dead", "step") => "Step",
            ("alpha", "shape") => "Activation function",
            ("alpha", "learn") => "What is learned",
            ("alpha", "alpha") => "Initial α",
            ("alpha", "slope") => "Initial slope s",
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
            "plain-sum" => "without activation function",
            "squeezed" => "squeezed by a sigmoid",
            "far-out" => "saturated neuron",
            "switched-off" => "ReLU switched off",
            "one-line" => "no activation",
            "twenty-layers" => "even with 20 layers",
            "with-relu" => "with ReLU",
            "more-kinks" => "more layers and neurons",
            "with-tanh" => "with tanh",
            "descent-good" => "a good learning rate",
            "descent-slow" => "learning rate too small",
            "descent-to-and-fro" => "to and fro across the valley",
            "descent-diverged" => "learning rate too large: diverges",
            "descent-plateau" => "on the sigmoid’s plateau",
            "descent-relu" => "onto ReLU’s flat side",
            "descent-step" => "step function",
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
            "relu-negative" => "ReLU, negative: inactive",
            "dead-over-time" => "dying in training",
            "dead-calm" => "small learning rate",
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
            "steep-lines" => "steep lines: x and 3x",
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
            "descent-valley" => "the loss L(w) over the weight w; the tangent’s slope is ∂L/∂w",
            "descent-fit" => "the output f(wx) over the input x, and the data",
            "descent-loss" => "the loss against the step",
            "classify-without" => "without an activation",
            "classify-with" => "with an activation",
            "classify-progress" => "loss and accuracy, epoch by epoch",
            "classify-norms" => "gradient norm of each layer (the last is the output)",
            "layers" => "signal of the layers, and the factors on the way back",
            "gradients" => "the gradient that reaches each layer",
            "curve" => "z of this layer on the activation; the tangent’s slope is f′(z)",
            "depths" => "the gradient |∂aₙ/∂x| against the depth n",
            "dead-relu" => "ReLU",
            "dead-leaky-relu" => "Leaky ReLU",
            "dead-elu" => "ELU",
            "dead-fit" => "the data and the outputs of the networks",
            "dead-neuron" => "the chosen neuron f(wx + b) in each network",
            "dead-count" => "inactive neurons against the step",
            "dead-loss" => "the loss against the step",
            "alpha-fit" => "the data and the curve that is learned",
            "alpha-valley" => {
                "the loss over the learned shape; the tangent’s slope is its gradient"
            }
            "alpha-loss" => "the loss against the step",
            "envelope" => "the pieces and the largest of them, f(x)",
            "inputs" => "input x: standard normal numbers",
            "outputs" => "output f(x): x through the lines above",
            "maximum" => "for comparison: the largest of independent numbers",
            _ => return None,
        })
    },
};

/// A number of layers, in words.
fn layers(count: usize) -> String {
    if count == 1 { "1 layer".to_owned() } else { format!("{count} layers") }
}

/// The words before an example; empty if there is only one case.
fn such_as(count: usize) -> &'static str {
    if count == 1 { "" } else { "such as " }
}

/// The label of a control that has the same label in several demos.
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
        "beside" => "Compare with",
        "width" => "Width (neurons per layer)",
        "seed" => "Random seed",
        "depth" => "Depth n (layers)",
        "w" => "Weight w",
        "b" => "Bias b",
        "scale" => "Gradient axis",
        "step" => "Step",
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
