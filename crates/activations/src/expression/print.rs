//! An expression and its derivative as source code.

use super::builtin::Builtin;
use super::{Comparison, Expression, Step};
use crate::Function;
use crate::code::{Language, snippet};
use crate::functions;
use std::f64::consts::FRAC_2_SQRT_PI;

/// An expression as a tree.
#[derive(Debug, Clone, PartialEq)]
enum Node {
    Number(f64),
    X,
    Negate(Box<Node>),
    Binary(Operator, Box<Node>, Box<Node>),
    Call(Builtin, Box<Node>),
    /// f of the argument, or f′ of it.
    Activation {
        function: Function,
        is_slope: bool,
        argument: Box<Node>,
    },
    If(Comparison, Box<[Node; 4]>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Operator {
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
    Larger,
    Smaller,
}

use Operator::{Add, Divide, Larger, Multiply, Power, Smaller, Subtract};

/// How tightly a text binds: a part that binds less than its place asks for gets brackets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Binding {
    /// An `if` of Rust, or the cases of LaTeX.
    Branch,
    Sum,
    Product,
    Sign,
    Power,
    Whole,
}

impl Expression {
    /// f and f′ in a language: functions with the names `own` and `own_derivative`.
    pub fn code(&self, language: Language) -> String {
        let value = self.tree();
        let slope = value.slope();
        let mut printer = Printer { language, used: Vec::new() };
        let [value, slope] = [value, slope].map(|node| printer.body(&node));
        let helpers = printer.helpers();
        match language {
            Language::NumPy | Language::PyTorch | Language::Jax | Language::Keras => {
                python(language, &helpers, [&value, &slope])
            }
            Language::Rust => {
                let is_erf = value.text.contains("libm::") || slope.text.contains("libm::");
                let note = if is_erf { "// erf comes from the crate libm.\n" } else { "" };
                let argument = |body: &Body| if body.has_x { "x" } else { "_x" };
                format!(
                    "{note}{}pub fn own({}: f64) -> f64 {{\n    {}\n}}\n\npub fn own_derivative({}: f64) -> f64 {{\n    {}\n}}\n",
                    helpers,
                    argument(&value),
                    value.text,
                    argument(&slope),
                    slope.text
                )
            }
            Language::Latex => {
                format!("\\[ f(x) = {} \\]\n\\[ f'(x) = {} \\]\n", value.text, slope.text)
            }
        }
    }

    fn tree(&self) -> Node {
        let mut stack: Vec<Node> = Vec::new();
        for step in &self.steps {
            let mut rest = stack.split_off(stack.len() - step.takes()).into_iter();
            let mut next =
                || Box::new(rest.next().expect("a step has as many arguments as it takes"));
            let node = match step {
                Step::Number(number) => Node::Number(*number),
                Step::X => Node::X,
                Step::Negate => negate(*next()),
                Step::Add => binary(Add, *next(), *next()),
                Step::Subtract => binary(Subtract, *next(), *next()),
                Step::Multiply => binary(Multiply, *next(), *next()),
                Step::Divide => binary(Divide, *next(), *next()),
                Step::Power => binary(Power, *next(), *next()),
                Step::Larger => binary(Larger, *next(), *next()),
                Step::Smaller => binary(Smaller, *next(), *next()),
                Step::Call(builtin) => call(*builtin, *next()),
                Step::Activation(function) => activation(*function, false, *next()),
                Step::If(comparison) => {
                    let parts = [*next(), *next(), *next(), *next()];
                    Node::If(*comparison, Box::new(parts))
                }
            };
            stack.push(node);
        }
        stack.pop().expect("an expression has a result")
    }
}

fn number(number: f64) -> Node {
    Node::Number(number)
}

fn negate(a: Node) -> Node {
    match a {
        Node::Number(a) => number(-a),
        Node::Negate(a) => *a,
        a => Node::Negate(Box::new(a)),
    }
}

/// The step that computes an operator.
fn step(operator: Operator) -> Step {
    match operator {
        Add => Step::Add,
        Subtract => Step::Subtract,
        Multiply => Step::Multiply,
        Divide => Step::Divide,
        Power => Step::Power,
        Larger => Step::Larger,
        Smaller => Step::Smaller,
    }
}

/// Numbers are computed, because the libraries' functions take arrays only. What adds 0 or multiplies by 1 is left out.
fn binary(operator: Operator, a: Node, b: Node) -> Node {
    let is = |node: &Node, wanted: f64| *node == Node::Number(wanted);
    match (operator, a, b) {
        (_, Node::Number(a), Node::Number(b)) => {
            let steps = vec![Step::Number(a), Step::Number(b), step(operator)];
            number(Expression { steps }.value(0.0))
        }
        (Add, a, b) if is(&a, 0.0) => b,
        (Add | Subtract, a, b) if is(&b, 0.0) => a,
        (Subtract, a, b) if is(&a, 0.0) => negate(b),
        (Multiply, a, b) if is(&a, 0.0) || is(&b, 0.0) => number(0.0),
        (Multiply, a, b) if is(&a, 1.0) => b,
        (Multiply | Divide | Power, a, b) if is(&b, 1.0) => a,
        (Divide, a, _) if is(&a, 0.0) => number(0.0),
        (Multiply, a, b) if is(&a, -1.0) => negate(b),
        (Multiply, Node::Negate(a), b) => negate(binary(Multiply, *a, b)),
        (Add, a, Node::Negate(b)) => binary(Subtract, a, *b),
        (Subtract, a, Node::Negate(b)) => binary(Add, a, *b),
        (operator, a, b) => Node::Binary(operator, Box::new(a), Box::new(b)),
    }
}

fn call(builtin: Builtin, a: Node) -> Node {
    match a {
        Node::Number(a) => {
            number(Expression { steps: vec![Step::Number(a), Step::Call(builtin)] }.value(0.0))
        }
        a => Node::Call(builtin, Box::new(a)),
    }
}

fn activation(function: Function, is_slope: bool, a: Node) -> Node {
    match a {
        Node::Number(a) => number(if is_slope { function.gradient(a) } else { function.value(a) }),
        argument => Node::Activation { function, is_slope, argument: Box::new(argument) },
    }
}

fn choose(comparison: Comparison, parts: [Node; 4]) -> Node {
    if parts[2] == parts[3] {
        let [_, _, same, _] = parts;
        return same;
    }
    Node::If(comparison, Box::new(parts))
}

impl Node {
    /// The derivative by x.
    fn slope(&self) -> Node {
        match self {
            Node::Number(_) => number(0.0),
            Node::X => number(1.0),
            Node::Negate(a) => negate(a.slope()),
            Node::Binary(operator, a, b) => slope_of(*operator, a, b),
            Node::Call(builtin, a) => chain(slope_of_call(*builtin, a), a.slope()),
            Node::Activation { function, argument, .. } => {
                chain(activation(*function, true, (**argument).clone()), argument.slope())
            }
            Node::If(comparison, parts) => {
                let [left, right, yes, no] = &**parts;
                choose(*comparison, [left.clone(), right.clone(), yes.slope(), no.slope()])
            }
        }
    }
}

/// The slope of g(u) from that of g at u and that of u. A number comes first, as people write it.
fn chain(outer: Node, inner: Node) -> Node {
    match inner {
        Node::Number(_) => binary(Multiply, inner, outer),
        inner => binary(Multiply, outer, inner),
    }
}

fn slope_of(operator: Operator, a: &Node, b: &Node) -> Node {
    let (da, db) = (a.slope(), b.slope());
    let (a, b) = (a.clone(), b.clone());
    match operator {
        Add | Subtract => binary(operator, da, db),
        Multiply => binary(Add, binary(Multiply, da, b), binary(Multiply, a, db)),
        Divide if db == Node::Number(0.0) => binary(Divide, da, b),
        Divide => {
            let top = binary(Subtract, binary(Multiply, da, b.clone()), binary(Multiply, a, db));
            binary(Divide, top, binary(Power, b, number(2.0)))
        }
        Power if db == Node::Number(0.0) => {
            let less = binary(Subtract, b.clone(), number(1.0));
            binary(Multiply, binary(Multiply, b, binary(Power, a, less)), da)
        }
        Power => {
            let by_exponent = binary(Multiply, db, call(Builtin::Log, a.clone()));
            let by_base = binary(Divide, binary(Multiply, b.clone(), da), a.clone());
            binary(Multiply, binary(Power, a, b), binary(Add, by_exponent, by_base))
        }
        Larger => choose(Comparison::AtLeast, [a, b, da, db]),
        Smaller => choose(Comparison::AtMost, [a, b, da, db]),
    }
}

/// The derivative of a function of one number at u.
fn slope_of_call(builtin: Builtin, u: &Node) -> Node {
    let u = u.clone();
    let square = |node: Node| binary(Power, node, number(2.0));
    match builtin {
        Builtin::Exp => call(Builtin::Exp, u),
        Builtin::Log => binary(Divide, number(1.0), u),
        Builtin::Sqrt => binary(Divide, number(0.5), call(Builtin::Sqrt, u)),
        Builtin::Abs => call(Builtin::Sign, u),
        Builtin::Sign | Builtin::Step => number(0.0),
        Builtin::Sin => call(Builtin::Cos, u),
        Builtin::Cos => negate(call(Builtin::Sin, u)),
        Builtin::Tan => binary(Add, number(1.0), square(call(Builtin::Tan, u))),
        Builtin::Sinh => call(Builtin::Cosh, u),
        Builtin::Cosh => call(Builtin::Sinh, u),
        // 1 − tanh² would lose the digits of the tails.
        Builtin::Tanh => binary(Divide, number(1.0), square(call(Builtin::Cosh, u))),
        Builtin::Atan => binary(Divide, number(1.0), binary(Add, number(1.0), square(u))),
        Builtin::Erf => {
            binary(Multiply, number(FRAC_2_SQRT_PI), call(Builtin::Exp, negate(square(u))))
        }
        Builtin::Relu => choose(Comparison::Greater, [u, number(0.0), number(1.0), number(0.0)]),
    }
}

/// A printed tree.
struct Body {
    text: String,
    has_x: bool,
}

/// Writes trees in one language, and collects the functions of this crate that they use.
struct Printer {
    language: Language,
    used: Vec<Function>,
}

impl Printer {
    fn body(&mut self, node: &Node) -> Body {
        let has_x = has_x(node);
        Body { text: self.print(node).0, has_x }
    }

    /// The text of a part, in brackets if it binds less tightly than `least`.
    fn part(&mut self, node: &Node, least: Binding) -> String {
        let (text, binding) = self.print(node);
        if binding >= least {
            text
        } else if self.language == Language::Latex {
            format!("\\left({text}\\right)")
        } else {
            format!("({text})")
        }
    }

    fn print(&mut self, node: &Node) -> (String, Binding) {
        match node {
            Node::Number(number) => self.number(*number),
            Node::X => ("x".to_owned(), Binding::Whole),
            Node::Negate(a) => {
                let a = self.part(
                    a,
                    if self.language == Language::Latex { Binding::Product } else { Binding::Sign },
                );
                (format!("-{a}"), Binding::Sign)
            }
            Node::Binary(operator, a, b) => self.binary(*operator, a, b),
            Node::Call(builtin, a) => self.call(*builtin, a),
            Node::Activation { function, is_slope, argument } => {
                let argument = self.print(argument).0;
                (self.activation(*function, *is_slope, &argument), Binding::Whole)
            }
            Node::If(comparison, parts) => self.choice(*comparison, parts),
        }
    }

    fn number(&self, number: f64) -> (String, Binding) {
        let size = number.abs();
        let text = match self.language {
            Language::Latex if size.is_infinite() => "\\infty".to_owned(),
            Language::Latex if size.is_nan() => "\\text{NaN}".to_owned(),
            Language::Latex if size != 0.0 && !(1e-4..1e15).contains(&size) => {
                let text = format!("{size:e}");
                let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
                format!("{mantissa} \\cdot 10^{{{exponent}}}")
            }
            Language::Latex => size.to_string(),
            Language::Rust if size.is_nan() => "f64::NAN".to_owned(),
            Language::Rust if size.is_infinite() => "f64::INFINITY".to_owned(),
            _ if size.is_nan() => "math.nan".to_owned(),
            _ if size.is_infinite() => "math.inf".to_owned(),
            _ => format!("{size:?}"),
        };
        if number.is_sign_negative() && !number.is_nan() {
            (format!("-{text}"), Binding::Sign)
        } else {
            (text, Binding::Whole)
        }
    }

    fn binary(&mut self, operator: Operator, a: &Node, b: &Node) -> (String, Binding) {
        let is_latex = self.language == Language::Latex;
        match operator {
            Add | Subtract => {
                let sign = if operator == Add { '+' } else { '-' };
                let (a, b) = (self.part(a, Binding::Sum), self.part(b, Binding::Product));
                (format!("{a} {sign} {b}"), Binding::Sum)
            }
            Divide if is_latex => {
                let (a, b) = (self.print(a).0, self.print(b).0);
                (format!("\\frac{{{a}}}{{{b}}}"), Binding::Product)
            }
            Multiply | Divide => {
                let sign = match operator {
                    Multiply if is_latex => " \\, ",
                    Multiply => " * ",
                    _ => " / ",
                };
                let (a, b) = (self.part(a, Binding::Product), self.part(b, Binding::Power));
                // Two numbers side by side would read as one.
                let sign = if is_latex && b.starts_with(|c: char| c.is_ascii_digit()) {
                    " \\cdot "
                } else {
                    sign
                };
                (format!("{a}{sign}{b}"), Binding::Product)
            }
            Power => match self.language {
                Language::Latex => {
                    let (a, b) = (self.part(a, Binding::Whole), self.print(b).0);
                    (format!("{a}^{{{b}}}"), Binding::Power)
                }
                Language::Rust => {
                    let (a, whole) = (self.print(a).0, whole(b));
                    let text = match whole {
                        Some(exponent) => format!("f64::powi({a}, {exponent})"),
                        None => format!("f64::powf({a}, {})", self.print(b).0),
                    };
                    (text, Binding::Whole)
                }
                _ => {
                    let (a, b) = (self.part(a, Binding::Whole), self.part(b, Binding::Power));
                    (format!("{a}**{b}"), Binding::Power)
                }
            },
            Larger | Smaller => {
                let (a, b) = (self.print(a).0, self.print(b).0);
                (self.extreme(operator == Larger, &a, &b), Binding::Whole)
            }
        }
    }

    /// The larger or the smaller of two; of equals the first, whose slope counts.
    fn extreme(&self, larger: bool, a: &str, b: &str) -> String {
        let (short, long, sign) =
            if larger { ("max", "maximum", ">=") } else { ("min", "minimum", "<=") };
        match self.language {
            Language::NumPy => format!("np.{long}({a}, {b})"),
            Language::PyTorch | Language::Jax | Language::Keras => {
                self.branches([a, sign, b], a, b).0
            }
            Language::Rust => format!("f64::{short}({a}, {b})"),
            Language::Latex => format!("\\{short}\\left({a}, {b}\\right)"),
        }
    }

    fn choice(&mut self, comparison: Comparison, parts: &[Node; 4]) -> (String, Binding) {
        let [left, right] = [0, 1].map(|side| self.part(&parts[side], Binding::Sum));
        let [yes, no] = [2, 3].map(|branch| self.print(&parts[branch]).0);
        let sign = match comparison {
            Comparison::Less => "<",
            Comparison::AtMost => "<=",
            Comparison::Greater => ">",
            Comparison::AtLeast => ">=",
        };
        self.branches([&left, sign, &right], &yes, &no)
    }

    /// One of two texts, depending on a comparison.
    fn branches(&self, [left, sign, right]: [&str; 3], yes: &str, no: &str) -> (String, Binding) {
        match self.language {
            Language::Rust => {
                let text = format!("if {left} {sign} {right} {{ {yes} }} else {{ {no} }}");
                (text, Binding::Branch)
            }
            Language::Latex => {
                let sign = sign.replace("<=", "\\le").replace(">=", "\\ge");
                let text = format!(
                    "\\begin{{cases}} {yes} & {left} {sign} {right} \\\\ {no} & \\text{{otherwise}} \\end{{cases}}"
                );
                (text, Binding::Branch)
            }
            _ => {
                let module = module(self.language);
                (format!("{module}.where({left} {sign} {right}, {yes}, {no})"), Binding::Whole)
            }
        }
    }

    fn call(&mut self, builtin: Builtin, a: &Node) -> (String, Binding) {
        if self.language == Language::Latex {
            return self.call_in_latex(builtin, a);
        }
        let is_branch =
            self.language == Language::Rust && matches!(builtin, Builtin::Step | Builtin::Sign);
        // An `if` that is compared needs brackets, one that is an argument does not.
        let a = self.part(a, if is_branch { Binding::Sum } else { Binding::Branch });
        let (name, module) = (builtin.name(), module(self.language));
        let text = match (self.language, builtin) {
            (Language::NumPy, Builtin::Relu) => format!("np.maximum({a}, 0.0)"),
            (Language::NumPy, Builtin::Erf) => {
                format!("np.vectorize(math.erf, otypes=[float])({a})")
            }
            (Language::Jax, Builtin::Relu) => format!("jax.nn.relu({a})"),
            (Language::Jax, Builtin::Erf) => format!("jax.lax.erf({a})"),
            (Language::Rust, Builtin::Relu) => format!("f64::max({a}, 0.0)"),
            (Language::Rust, Builtin::Step) => format!("if {a} >= 0.0 {{ 1.0 }} else {{ 0.0 }}"),
            (Language::Rust, Builtin::Sign) => {
                format!("if {a} > 0.0 {{ 1.0 }} else if {a} < 0.0 {{ -1.0 }} else {{ 0.0 }}")
            }
            (Language::Rust, Builtin::Log) => format!("f64::ln({a})"),
            (Language::Rust, Builtin::Erf) => format!("libm::erf({a})"),
            (Language::Rust, _) => format!("f64::{name}({a})"),
            (_, Builtin::Step) => format!("{module}.where({a} >= 0, 1.0, 0.0)"),
            (Language::NumPy | Language::Jax | Language::Keras, Builtin::Atan) => {
                format!("{module}.arctan({a})")
            }
            _ => format!("{module}.{name}({a})"),
        };
        (text, if is_branch { Binding::Branch } else { Binding::Whole })
    }

    fn call_in_latex(&mut self, builtin: Builtin, a: &Node) -> (String, Binding) {
        let a = self.print(a).0;
        let name = match builtin {
            Builtin::Exp => return (format!("e^{{{a}}}"), Binding::Power),
            Builtin::Sqrt => return (format!("\\sqrt{{{a}}}"), Binding::Whole),
            Builtin::Abs => return (format!("\\left|{a}\\right|"), Binding::Whole),
            Builtin::Log => "\\ln",
            Builtin::Sin => "\\sin",
            Builtin::Cos => "\\cos",
            Builtin::Tan => "\\tan",
            Builtin::Sinh => "\\sinh",
            Builtin::Cosh => "\\cosh",
            Builtin::Tanh => "\\tanh",
            Builtin::Atan => "\\arctan",
            Builtin::Sign => "\\operatorname{sgn}",
            Builtin::Erf => "\\operatorname{erf}",
            Builtin::Relu => "\\operatorname{ReLU}",
            Builtin::Step => "\\operatorname{step}",
        };
        (format!("{name}\\left({a}\\right)"), Binding::Whole)
    }

    /// A call of a function of this crate.
    fn activation(&mut self, function: Function, is_slope: bool, argument: &str) -> String {
        let place = self.used.iter().position(|used| *used == function).unwrap_or_else(|| {
            self.used.push(function);
            self.used.len() - 1
        });
        let id = function.activation.id;
        let slope = if is_slope { "_derivative" } else { "" };
        match self.language {
            Language::Latex => {
                let parameters = function.activation.parameters.iter().zip(function.parameters());
                let parameters: String = parameters
                    .map(|(one, number)| format!(";\\, \\mathrm{{{}}}={number}", one.name()))
                    .collect();
                let prime = if is_slope { "'" } else { "" };
                format!("\\operatorname{{{id}}}{prime}\\left({argument}{parameters}\\right)")
            }
            Language::Rust => {
                format!("{}::{}{slope}({argument})", self.name(place), id.replace('-', "_"))
            }
            _ => format!("{}{slope}({argument})", self.name(place)),
        }
    }

    /// The name of a used function: its own, with a number if the same function is used with other parameters before.
    fn name(&self, place: usize) -> String {
        let id = self.used[place].activation.id;
        let before = self.used[..place].iter().filter(|other| other.activation.id == id).count();
        let name = id.replace('-', "_");
        if before == 0 { name } else { format!("{name}_{}", before + 1) }
    }

    /// The code of the functions of this crate that are used.
    fn helpers(&self) -> String {
        let mut helpers = String::new();
        for (place, function) in self.used.iter().enumerate() {
            let name = self.name(place);
            let own = function.activation.id.replace('-', "_");
            let code = functions::any_code(function.activation).unwrap_or_default();
            let code = snippet(code, function, self.language);
            match self.language {
                Language::Latex => {}
                Language::Rust => {
                    let lines =
                        code.lines().map(|line| format!("    {line}\n").replace("    \n", "\n"));
                    let lines: String = lines.collect();
                    helpers += &format!("mod {name} {{\n{lines}}}\n\n");
                }
                _ if name == own => helpers += &format!("{}\n\n\n", code.trim_end()),
                _ => helpers += &format!("{}\n\n\n", renamed(code.trim_end(), &own, &name)),
            }
        }
        helpers
    }
}

/// A function's code with another name for the function. The framework's own function, after a dot, keeps its name.
fn renamed(code: &str, old: &str, new: &str) -> String {
    let mut renamed = String::new();
    let mut rest = code;
    while let Some(at) = rest.find(old) {
        let (before, after) = (&rest[..at], &rest[at + old.len()..]);
        let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
        let is_name = !before.ends_with(is_part)
            && (after.starts_with('(') || after.starts_with("_derivative("));
        renamed += before;
        renamed += if is_name { new } else { old };
        rest = after;
    }
    renamed + rest
}

impl Builtin {
    /// The name in most languages.
    fn name(self) -> &'static str {
        let all = super::builtin::NAMES.iter();
        all.rev().find(|(_, known)| *known == self).map_or("", |(name, _)| match *name {
            "arctan" => "atan",
            name => name,
        })
    }
}

fn has_x(node: &Node) -> bool {
    match node {
        Node::Number(_) => false,
        Node::X => true,
        Node::Negate(a) | Node::Call(_, a) | Node::Activation { argument: a, .. } => has_x(a),
        Node::Binary(_, a, b) => has_x(a) || has_x(b),
        Node::If(_, parts) => parts.iter().any(has_x),
    }
}

/// The exponent, if it is a small whole number.
fn whole(node: &Node) -> Option<i32> {
    match node {
        Node::Number(number) if number.fract() == 0.0 && number.abs() <= 64.0 => {
            Some(*number as i32)
        }
        _ => None,
    }
}

/// The module that has the functions of arrays; empty if the language is not Python.
fn module(language: Language) -> &'static str {
    match language {
        Language::NumPy => "np",
        Language::PyTorch => "torch",
        Language::Jax => "jnp",
        Language::Keras => "ops",
        Language::Rust | Language::Latex => "",
    }
}

/// Two functions in a library of Python, after the imports that they need.
fn python(language: Language, helpers: &str, bodies: [&Body; 2]) -> String {
    let imports: &[&str] = match language {
        Language::NumPy => &["import numpy as np"],
        Language::PyTorch => &["import torch"],
        Language::Jax => &["import jax", "import jax.numpy as jnp"],
        Language::Keras => &["import keras", "from keras import ops"],
        Language::Rust | Language::Latex => &[],
    };
    let functions = ["own", "own_derivative"].iter().zip(bodies);
    let functions = functions.map(|(name, Body { text, has_x })| {
        if *has_x {
            return format!("def {name}(x):\n    return {text}\n");
        }
        // A number alone is no array of the shape of x.
        format!("def {name}(x):\n    return {}.full_like(x, {text})\n", module(language))
    });
    let functions = functions.collect::<Vec<_>>().join("\n\n");
    // The helpers bring imports of their own, which stand at the top once.
    let (theirs, rest): (Vec<&str>, Vec<&str>) =
        helpers.lines().partition(|line| line.starts_with("import ") || line.starts_with("from "));
    let all = format!("{}{functions}", rest.join("\n"));
    let is_used = |line: &&str| {
        let name = line.rsplit(' ').next().unwrap_or_default();
        all.contains(&format!("{name}."))
    };
    let mut lines: Vec<&str> =
        ["import math"].iter().chain(imports).copied().chain(theirs).filter(is_used).collect();
    lines.sort_unstable();
    lines.dedup();
    // Python's own modules come first.
    let (standard, others): (Vec<&str>, Vec<&str>) =
        lines.into_iter().partition(|line| *line == "import math");
    let groups = [standard, others].map(|group| group.join("\n"));
    let head =
        groups.iter().filter(|group| !group.is_empty()).cloned().collect::<Vec<_>>().join("\n\n");
    let mut rest = rest.join("\n").trim().to_owned();
    // Lines of imports are gone, and leave their empty lines.
    while rest.contains("\n\n\n\n") {
        rest = rest.replace("\n\n\n\n", "\n\n\n");
    }
    let rest = if rest.is_empty() { String::new() } else { format!("{rest}\n\n\n") };
    format!("{head}\n\n\n{rest}{functions}").trim_start().to_owned()
}
