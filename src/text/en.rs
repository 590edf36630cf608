//! English.

use super::content::EN;
use super::{Card, Explorer, Heading, Page, Text};
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
        presets: "Show together",
        reset: |label| format!("{label}: back to the default"),
        exact_number: |label| format!("{label}: exact number"),
        data_table: "The plot as a table of numbers",
        readouts: "Values at the probe",
        plot: "Position x on the plot",
        plot_help: "Click or drag on the plot to move x. With the keyboard: ← and → (ten times as far with Shift), Home and End.",
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
        function: "Function",
        note: "at this place",
    },
    demos: &[(
        "explorer",
        Heading {
            title: "Functions and their gradients",
            lead: "Choose functions and move the sliders. A <strong>solid line</strong> is the value <i>f</i>(<i>x</i>); a <strong>dashed line</strong> is the gradient <i>f</i>′(<i>x</i>), which is what back-propagation works with.",
        },
    )],
    explorer: Explorer {
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
    card: Card {
        heading: "The six functions, a card each",
        lead: "Formula, properties, advantages and drawbacks of each function. Where a function has parameters, its card follows the values chosen above. Identity and step are there for comparison.",
        show: |name| format!("Plot {name}"),
        formula: "Formula",
        derivative: "Derivative",
        advantages: "Advantages",
        drawbacks: "Drawbacks",
        no_drawbacks: "The lesson names none.",
        notes: "To be exact",
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
    },
    control: |_demo, key| {
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
            _ => return None,
        })
    },
    option: |key, option| {
        Some(match (key, option) {
            ("show", "both") => "stacked",
            ("show", "overlay") => "overlaid",
            ("show", "value") => "values",
            ("show", "gradient") => "gradients",
            _ => return None,
        })
    },
    preset: |id| {
        Some(match id {
            "relu-family" => "the ReLU family",
            "s-shapes" => "the S-shapes",
            "all-six" => "all six",
            _ => return None,
        })
    },
    picture: |id| {
        Some(match id {
            "value" => "value f(x)",
            "gradient" => "gradient f′(x)",
            "overlay" => "value f(x) and gradient f′(x)",
            _ => return None,
        })
    },
};
