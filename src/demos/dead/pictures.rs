//! The pictures of the three networks: a cell for each neuron. Below them the outputs, the chosen neuron, and
//! the number of inactive neurons and the loss against the step.

use super::settings::{COUNT, choose_neuron};
use super::{PICTURES, Trained, Trainings};
use crate::demos::settings::Settings;
use crate::demos::tween::Tween;
use crate::demos::{Picture, Stage};
use crate::models::dead_neurons::{Neuron, POINTS, REACH, WIDTH};
use crate::plot::axis::Ticks;
use crate::plot::sample::{self, Break, Viewport};
use crate::plot::scene::{Dot, Fill, Mark, Stroke};
use crate::plot::theme::Role;
use crate::plot::{Interval, Layout, Scene};
use activations::Sides;

/// The number of cells in a row, and of rows.
const SIDE: usize = 8;
/// Both axes of the pictures of cells, with a margin.
const CELLS: Interval = Interval::new(-0.1, SIDE as f64 + 0.1);
/// The inputs that are shown.
const INPUTS: Interval = Interval::new(-REACH, REACH);

pub fn scenes(trainings: &Trainings, tween: Tween, neuron: usize, stage: &Stage) -> Vec<Picture> {
    let now = Now { trainings, tween, neuron };
    let cells = stage.bare(stage.share(COUNT), stage.height);
    // The picture is as large as the space allows, with square cells.
    let plot = cells.plot();
    let side = plot.width().min(plot.height()).max(1.0);
    let width = (cells.width - plot.width() + side).floor();
    let height = (cells.height - plot.height() + side).floor();
    let cells = stage.bare(width, height);
    let beside = stage.beside();
    let grids = trainings.networks.iter().zip(PICTURES);
    let grids = grids.map(|(network, id)| Picture { id, layout: cells, scene: now.cells(network) });
    let small = [
        ("dead-fit", now.fit()),
        ("dead-neuron", now.line(&beside)),
        ("dead-count", now.counts()),
        ("dead-loss", now.losses()),
    ];
    let small = small.map(|(id, scene)| Picture { id, layout: beside, scene });
    grids.chain(small).collect()
}

/// Chooses the neuron whose cell is at a place.
pub fn choose(settings: &mut Settings, (x, y): (f64, f64)) {
    let inside = 0.0..SIDE as f64;
    if inside.contains(&x) && inside.contains(&y) {
        let row = SIDE - 1 - y as usize;
        choose_neuron(settings, row * SIDE + x as usize);
    }
}

/// The intervals of a neuron's cell on both axes. The first cell is at the top left.
fn cell(neuron: usize) -> (Interval, Interval) {
    /// Half of the gap between two cells, in cells.
    const GAP: f64 = 0.06;
    let side = |from: f64| Interval::new(from + GAP, from + 1.0 - GAP);
    let (row, column) = (neuron / SIDE, neuron % SIDE);
    (side(column as f64), side((SIDE - 1 - row) as f64))
}

fn role(network: &Trained) -> Role {
    Role::Series(network.series())
}

fn line(points: Vec<(f64, f64)>, role: Role, stroke: Stroke) -> Mark {
    Mark::Curve { runs: vec![points], role, stroke }
}

fn scene(x: Interval, y: Interval, marks: Vec<Mark>) -> Scene {
    Scene::of([x, y], [Ticks::Numbers, Ticks::Numbers], marks)
}

/// The step that is drawn.
struct Now<'a> {
    trainings: &'a Trainings,
    tween: Tween,
    /// The index of the chosen neuron, counted from 0.
    neuron: usize,
}

impl Now<'_> {
    /// The place of a network between two steps. A network that has diverged stays at its last step.
    fn tween(&self, network: &Trained) -> Tween {
        self.tween.until(network.last())
    }

    /// A cell for each neuron. Its colour is stronger the more points the neuron responds to. The cells of inactive
    /// neurons are empty, and those of dead neurons are crossed out.
    fn cells(&self, network: &Trained) -> Scene {
        /// The least opacity of a neuron that responds to a point.
        const LEAST: f64 = 0.15;
        let role = role(network);
        let mut marks = Vec::new();
        for index in 0..WIDTH {
            let (x, y) = cell(index);
            let answers = |step| network.snapshot(step).answers[index] as f64;
            let share = self.tween(network).number(answers) / POINTS as f64;
            if share > 0.0 {
                let fill = Fill::Solid(LEAST + (1.0 - LEAST) * share);
                marks.push(Mark::Bar { x, y, role, fill });
                continue;
            }
            marks.push(Mark::Bar { x, y, role: Role::Zero, fill: Fill::Edge });
            if network.is_flat() {
                let (up, down) =
                    ([(x.low, y.low), (x.high, y.high)], [(x.low, y.high), (x.high, y.low)]);
                let runs = [up, down].map(Vec::from).to_vec();
                marks.push(Mark::Curve { runs, role: Role::Zero, stroke: Stroke::Thin });
            }
        }
        let (x, y) = cell(self.neuron);
        // The frame of the chosen cell is thicker than the edge of an empty cell.
        for by in [0.03, 0.09] {
            let [x, y] = [x, y].map(|side| Interval::new(side.low - by, side.high + by));
            marks.push(Mark::Bar { x, y, role: Role::Ink, fill: Fill::Edge });
        }
        Scene { x_ticks: Ticks::None, y_ticks: Ticks::None, ..scene(CELLS, CELLS, marks) }
    }

    /// The data and the output of each network.
    fn fit(&self) -> Scene {
        /// The number of straight pieces in a drawn curve.
        const PIECES: usize = 120;
        let points = &self.trainings.task.points;
        // The axis depends only on the data, so that it does not change during the run.
        let y = Interval::around(points.iter().map(|(_, y)| *y));
        let dot = |at: &(f64, f64)| Mark::Dot { at: *at, role: Role::Label, dot: Dot::Trace };
        let mut marks: Vec<Mark> = points.iter().map(dot).collect();
        for network in &self.trainings.networks {
            let value = |step: usize, x| network.snapshot(step).at.value(&network.function, x);
            let places = (0..=PIECES).map(|piece| {
                let x = INPUTS.low + INPUTS.length() * piece as f64 / PIECES as f64;
                (x, self.tween(network).number(|step| value(step, x)))
            });
            marks.push(line(places.collect(), role(network), Stroke::Solid));
        }
        marks.push(self.names());
        scene(INPUTS, y, marks)
    }

    /// The output of the chosen neuron of each network. The inputs of the data are dots on the axis.
    fn line(&self, layout: &Layout) -> Scene {
        let of = |network: &Trained, step| network.snapshot(step).at.neurons[self.neuron];
        let value = |network: &Trained, at: Neuron, x| network.function.value(at.sum(x));
        let ends = self.trainings.networks.iter().flat_map(|network| {
            // The last step of a network that has diverged is left out, because its values are too large.
            let steps = network.last() + usize::from(!network.training.has_diverged);
            let ends = [INPUTS.low, INPUTS.high];
            (0..steps).flat_map(move |step| ends.map(|x| value(network, of(network, step), x)))
        });
        // The axis covers the whole run, so that it does not change.
        let y = Interval::around(ends);
        let viewport = Viewport::new(INPUTS, y, layout.plot());
        let points = self.trainings.task.points.iter();
        let mut marks: Vec<Mark> = points
            .map(|(x, _)| Mark::Dot { at: (*x, 0.0), role: Role::Label, dot: Dot::Trace })
            .collect();
        for network in &self.trainings.networks {
            let part = |read: fn(Neuron) -> f64| {
                self.tween(network).number(|step| read(of(network, step)))
            };
            let weight = part(|neuron| neuron.weight);
            let bias = part(|neuron| neuron.bias);
            let at = Neuron { weight, bias, output: 0.0 };
            let sides = Sides { left: 0.0, right: 0.0 };
            let breaks = [Break { at: -bias / weight, limits: sides }];
            let breaks = if breaks[0].at.is_finite() { &breaks[..] } else { &[] };
            let runs = sample::curve(|x| value(network, at, x), breaks, viewport);
            marks.push(Mark::Curve { runs, role: role(network), stroke: Stroke::Solid });
        }
        marks.push(self.names());
        scene(INPUTS, y, marks)
    }

    /// The number of inactive neurons against the step.
    fn counts(&self) -> Scene {
        /// The space above and below, in neurons.
        const AIR: f64 = 3.0;
        let y = Interval::new(-AIR, WIDTH as f64 + AIR);
        let marks = self.passed(|network, step| network.snapshot(step).dark() as f64);
        Scene { y_ticks: Ticks::Whole, ..self.over_time(y, marks) }
    }

    /// log₁₀ of the losses against the step.
    fn losses(&self) -> Scene {
        // The noise in the data keeps the loss well above 0.
        let height = |network: &Trained, step| network.snapshot(step).loss.max(1e-12).log10();
        let networks = self.trainings.networks.iter();
        let all = networks
            .flat_map(|network| (0..=network.last()).map(move |step| height(network, step)));
        let y = Interval::around(all);
        Scene { y_ticks: Ticks::PowersOfTen, ..self.over_time(y, self.passed(height)) }
    }

    fn over_time(&self, y: Interval, marks: Vec<Mark>) -> Scene {
        let last = self.trainings.last() as f64;
        let air = 0.03 * last.max(1.0);
        let axes = scene(Interval::new(-air, last + air), y, marks);
        Scene { x_ticks: Ticks::Whole, ..axes }
    }

    /// A line for each network, drawn up to the place of the run.
    fn passed(&self, number: impl Fn(&Trained, usize) -> f64) -> Vec<Mark> {
        let marks = self.trainings.networks.iter().flat_map(|network| {
            let passed = self.tween(network).line(|step| number(network, step));
            let role = role(network);
            let here = passed.last().map(|at| Mark::Dot { at: *at, role, dot: Dot::Closed });
            [line(passed, role, Stroke::Solid)].into_iter().chain(here)
        });
        // The names are below the dots at the ends of the lines.
        [self.names()].into_iter().chain(marks).collect()
    }

    /// The names of the networks' functions at their lines.
    fn names(&self) -> Mark {
        let networks = self.trainings.networks.iter();
        Mark::names(Stroke::Solid, networks.map(|network| (role(network), network.id())))
    }
}

#[cfg(test)]
mod tests {
    use super::{CELLS, SIDE, WIDTH, cell, choose};
    use crate::demos::dead::DEMO;
    use crate::demos::dead::settings::neuron;
    use crate::demos::settings::Settings;

    #[test]
    fn a_press_on_a_cell_chooses_its_neuron() {
        assert_eq!(WIDTH, SIDE * SIDE);
        let mut settings = Settings::new((DEMO.parameters)());
        for index in 0..WIDTH {
            let (x, y) = cell(index);
            for at in [(x.low, y.low), (x.high, y.high)] {
                choose(&mut settings, at);
                assert_eq!(neuron(&settings), index);
            }
        }
        // A press beside the cells chooses nothing.
        choose(&mut settings, (CELLS.low, 3.0));
        choose(&mut settings, (3.0, CELLS.high));
        assert_eq!(neuron(&settings), WIDTH - 1);
    }
}
