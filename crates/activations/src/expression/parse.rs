//! Reading an expression: a recursive descent that limits its depth.

use super::builtin::Builtin;
use super::{Comparison, DEEPEST, Expected, Expression, Fault, FaultKind, LONGEST, Step};
use crate::{Activation, Function, OWN};

/// The most arguments of `min` and `max`.
const MANY: usize = 20;

/// Reads a whole text. `number` reads a decimal number.
pub fn parse(text: &str, number: fn(&str) -> Option<f64>) -> Result<Vec<Step>, Fault> {
    let characters: Vec<char> = text.chars().collect();
    if characters.len() > LONGEST {
        return Err(Fault { at: LONGEST, kind: FaultKind::TooLong });
    }
    let mut reader = Reader { characters: &characters, number, at: 0, depth: 0, steps: Vec::new() };
    reader.skip_space();
    if reader.peek().is_none() {
        return Err(Fault { at: 0, kind: FaultKind::Empty });
    }
    reader.sum()?;
    match reader.peek() {
        None => Ok(reader.steps),
        Some(_) => Err(reader.unexpected(Expected::Operator)),
    }
}

struct Reader<'a> {
    characters: &'a [char],
    number: fn(&str) -> Option<f64>,
    at: usize,
    depth: usize,
    steps: Vec<Step>,
}

impl Reader<'_> {
    /// The next character, of those that look alike the one that the grammar has.
    fn peek(&self) -> Option<char> {
        self.characters.get(self.at).map(|character| match character {
            '−' | '–' => '-',
            '×' | '·' | '∙' => '*',
            '÷' => '/',
            other => *other,
        })
    }

    fn skip_space(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.at += 1;
        }
    }

    /// Reads a character and the space after it, if it is the next one.
    fn take(&mut self, wanted: char) -> bool {
        let is_next = self.peek() == Some(wanted);
        if is_next {
            self.at += 1;
            self.skip_space();
        }
        is_next
    }

    fn fault(&self, kind: FaultKind) -> Fault {
        Fault { at: self.at, kind }
    }

    /// The fault that something else should be here.
    fn unexpected(&self, expected: Expected) -> Fault {
        let has_no_meaning = |character: &char| {
            !character.is_alphanumeric() && !"+-*/^()<>=,._".contains(*character)
        };
        let kind = match self.peek().filter(has_no_meaning) {
            Some(character) => FaultKind::Character(character),
            None => FaultKind::Expected(expected),
        };
        self.fault(kind)
    }

    /// Reads what is one level deeper.
    fn deeper(&mut self, read: impl FnOnce(&mut Self) -> Result<(), Fault>) -> Result<(), Fault> {
        if self.depth >= DEEPEST {
            return Err(self.fault(FaultKind::TooDeep));
        }
        self.depth += 1;
        let result = read(self);
        self.depth -= 1;
        result
    }

    /// Terms with `+` and `-` between them.
    fn sum(&mut self) -> Result<(), Fault> {
        self.product()?;
        loop {
            let step = if self.take('+') {
                Step::Add
            } else if self.take('-') {
                Step::Subtract
            } else {
                return Ok(());
            };
            self.product()?;
            self.steps.push(step);
        }
    }

    /// Factors with `*` and `/` between them.
    fn product(&mut self) -> Result<(), Fault> {
        self.signed()?;
        loop {
            let step = if self.peek() == Some('*') && self.next_is('*') {
                // `**` is the power of Python, which `signed` reads.
                return Err(self.unexpected(Expected::Operator));
            } else if self.take('*') {
                Step::Multiply
            } else if self.take('/') {
                Step::Divide
            } else {
                return Ok(());
            };
            self.signed()?;
            self.steps.push(step);
        }
    }

    fn next_is(&self, character: char) -> bool {
        self.characters.get(self.at + 1) == Some(&character)
    }

    /// A power with signs before it: −x² is −(x²).
    fn signed(&mut self) -> Result<(), Fault> {
        if self.take('-') {
            self.deeper(Self::signed)?;
            self.steps.push(Step::Negate);
            return Ok(());
        }
        if self.take('+') {
            return self.deeper(Self::signed);
        }
        self.value()?;
        let is_power = if self.peek() == Some('*') && self.next_is('*') {
            self.at += 2;
            self.skip_space();
            true
        } else {
            self.take('^')
        };
        if is_power {
            // From the right: 2^3^2 is 2^9. The exponent may have a sign.
            self.deeper(Self::signed)?;
            self.steps.push(Step::Power);
        }
        Ok(())
    }

    /// A number, a name or parentheses.
    fn value(&mut self) -> Result<(), Fault> {
        match self.peek() {
            Some('(') => {
                self.take('(');
                self.deeper(Self::sum)?;
                if self.take(')') { Ok(()) } else { Err(self.unexpected(Expected::Closing)) }
            }
            Some(first) if first.is_ascii_digit() || first == '.' => self.number(),
            Some(first) if first.is_alphabetic() => self.name(),
            _ => Err(self.unexpected(Expected::Value)),
        }
    }

    fn number(&mut self) -> Result<(), Fault> {
        let start = self.at;
        let mut text = String::new();
        while let Some(character) = self.peek() {
            let is_exponent = matches!(character, 'e' | 'E') && self.has_exponent();
            let is_sign = matches!(character, '+' | '-') && text.ends_with(['e', 'E']);
            if !(character.is_ascii_digit() || character == '.' || is_exponent || is_sign) {
                break;
            }
            text.push(character);
            self.at += 1;
        }
        self.skip_space();
        match (self.number)(&text) {
            Some(number) if number.is_finite() => {
                self.steps.push(Step::Number(number));
                Ok(())
            }
            _ => Err(Fault { at: start, kind: FaultKind::Number(text) }),
        }
    }

    /// Whether the `e` here begins an exponent and is not the constant.
    fn has_exponent(&self) -> bool {
        let after = |ahead: usize| self.characters.get(self.at + ahead).copied();
        let sign = matches!(after(1), Some('+' | '-' | '−' | '–'));
        after(1 + usize::from(sign)).is_some_and(|digit| digit.is_ascii_digit())
    }

    /// A constant, or a function with its arguments.
    fn name(&mut self) -> Result<(), Fault> {
        let start = self.at;
        let mut name = String::new();
        while let Some(character) = self.peek().filter(|it| it.is_alphanumeric() || *it == '_') {
            name.extend(character.to_lowercase());
            self.at += 1;
        }
        self.skip_space();
        let constant = match name.as_str() {
            "x" => Some(Step::X),
            "e" => Some(Step::Number(std::f64::consts::E)),
            "pi" | "π" => Some(Step::Number(std::f64::consts::PI)),
            _ => None,
        };
        if let Some(step) = constant {
            self.steps.push(step);
            return Ok(());
        }
        let builtin = Builtin::find(&name);
        // A typed function cannot name itself.
        let activation =
            Activation::find(&name.replace('_', "-")).filter(|activation| **activation != OWN);
        let is_other = ["min", "max", "clip", "if"].contains(&name.as_str());
        if builtin.is_none() && activation.is_none() && !is_other {
            return Err(Fault { at: start, kind: FaultKind::Name(name) });
        }
        if !self.take('(') {
            return Err(self.unexpected(Expected::Opening));
        }
        if name == "if" {
            return self.deeper(Self::condition);
        }
        let count = |least, most| (start, name.clone(), least, most);
        match (name.as_str(), builtin, activation) {
            ("min" | "max", ..) => {
                let step = if name == "max" { Step::Larger } else { Step::Smaller };
                self.arguments(count(2, MANY), |reader, place, _| {
                    if place > 0 {
                        reader.steps.push(step.clone());
                    }
                    Ok(())
                })?;
            }
            ("clip", ..) => {
                // The bounds come first in the comparisons, so that the slope at a bound is the bound's, 0.
                self.arguments(count(3, 3), |_, _, _| Ok(()))?;
                self.clip(start)?;
            }
            (_, Some(builtin), _) => {
                self.arguments(count(1, 1), |_, _, _| Ok(()))?;
                self.steps.push(Step::Call(builtin));
            }
            (_, None, Some(activation)) => self.activation(activation, count(1, usize::MAX))?,
            (_, None, None) => unreachable!("the name is known"),
        }
        Ok(())
    }

    /// The arguments of a function up to the closing parenthesis. `after` is called after each, with its number and with
    /// the place where it begins.
    fn arguments(
        &mut self,
        (start, name, least, most): (usize, String, usize, usize),
        mut after: impl FnMut(&mut Self, usize, usize) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let mut found = 0;
        loop {
            let begin = self.at;
            self.deeper(Self::sum)?;
            after(self, found, begin)?;
            found += 1;
            let goes_on = self.take(',');
            if (goes_on && found >= most) || (!goes_on && self.peek() == Some(')') && found < least)
            {
                return Err(Fault { at: start, kind: FaultKind::Arguments { name, least, most } });
            }
            if goes_on {
                continue;
            }
            return if self.take(')') { Ok(()) } else { Err(self.unexpected(Expected::Closing)) };
        }
    }

    /// Turns the three arguments of `clip` that were read last, as `max(low, min(high, a))`.
    fn clip(&mut self, start: usize) -> Result<(), Fault> {
        // The steps of the arguments stand one after the other: a, low, high. What is needed is low, high, a.
        let ends = self.ends(3).ok_or(Fault { at: start, kind: FaultKind::TooDeep })?;
        let own = self.steps.split_off(ends[0]);
        let (a, bounds) = own.split_at(ends[1] - ends[0]);
        self.steps.extend_from_slice(bounds);
        self.steps.extend_from_slice(a);
        self.steps.extend([Step::Smaller, Step::Larger]);
        Ok(())
    }

    /// Where the steps of each of the last arguments begin.
    fn ends(&self, count: usize) -> Option<Vec<usize>> {
        let mut starts = Vec::new();
        let mut end = self.steps.len();
        for _ in 0..count {
            // A step that takes n numbers needs n − 1 more before it.
            let mut needed = 1_isize;
            while needed > 0 {
                end = end.checked_sub(1)?;
                needed += self.steps[end].takes() as isize - 1;
            }
            starts.push(end);
        }
        starts.reverse();
        Some(starts)
    }

    /// A function of the crate: its argument, and numbers for its parameters.
    fn activation(
        &mut self,
        activation: &'static Activation,
        (start, name, least, _): (usize, String, usize, usize),
    ) -> Result<(), Fault> {
        let parameters = activation.parameters;
        let most = 1 + parameters.len();
        let mut numbers = Vec::new();
        let mut from = self.steps.len();
        self.arguments((start, name, least, most), |reader, place, begin| {
            if place > 0 {
                let declared = &parameters[place - 1];
                let own = Expression { steps: reader.steps.split_off(from) };
                let is_plain = !own.steps.contains(&Step::X);
                let number = own.value(0.0);
                if !is_plain || !(declared.min..=declared.max).contains(&number) {
                    let (name, min, max) = (declared.name().to_owned(), declared.min, declared.max);
                    let kind = FaultKind::Parameter { name, min, max };
                    return Err(Fault { at: begin, kind });
                }
                numbers.push(number);
            }
            from = reader.steps.len();
            Ok(())
        })?;
        let number = |one: &'static crate::Parameter| {
            let place = parameters.iter().position(|other| other == one);
            place.and_then(|place| numbers.get(place).copied()).unwrap_or(one.default)
        };
        self.steps.push(Step::Activation(Function::new(activation, number)));
        Ok(())
    }

    /// What follows `if(`.
    fn condition(&mut self) -> Result<(), Fault> {
        self.sum()?;
        let comparison = match self.peek() {
            Some('<') if self.next_is('=') => Comparison::AtMost,
            Some('≤') => Comparison::AtMost,
            Some('<') => Comparison::Less,
            Some('>') if self.next_is('=') => Comparison::AtLeast,
            Some('≥') => Comparison::AtLeast,
            Some('>') => Comparison::Greater,
            _ => return Err(self.unexpected(Expected::Comparison)),
        };
        self.at += 1 + usize::from(self.next_is('='));
        self.skip_space();
        self.sum()?;
        for _ in 0..2 {
            if !self.take(',') {
                return Err(self.unexpected(Expected::Closing));
            }
            self.sum()?;
        }
        if !self.take(')') {
            return Err(self.unexpected(Expected::Closing));
        }
        self.steps.push(Step::If(comparison));
        Ok(())
    }
}
