//! A picture on the page: two canvases, pointer and keys.

use super::browser;
use super::canvas::CanvasSurface;
use super::exported::Axes;
use super::guess::{Guess, GuessPanel};
use super::inner_html::set_picture;
use super::lab::Lab;
use super::playhead::Playhead;
use crate::demos::settings::{Key, Kind, Slider};
use crate::demos::{Demo, Picture};
use crate::plot::axis::Ticks;
use crate::plot::paint::{Layer, paint};
use crate::plot::{Interval, Layout, Scene};
use leptos::ev;
use leptos::html::Canvas;
use leptos::html::Div;
use leptos::prelude::*;
use web_sys::HtmlCanvasElement;

/// How long the y axis takes to move to its new range, in milliseconds.
const FOLLOWING: f64 = 220.0;
/// The distance from a handle within which a pointer takes it, in CSS pixels: half of the 44 for a finger.
const GRASP: f64 = 22.0;
/// The distance that a finger moves before its direction is decided, in CSS pixels.
const SLOP: f64 = 8.0;
/// The distance within which the probe snaps to a kink, in CSS pixels.
const SNAP: f64 = 5.0;

/// The content of the canvases and the pending requests.
#[derive(Default)]
struct Drawn {
    /// Whether a frame has been requested that has not come yet.
    awaited: bool,
    /// Whether an idle moment has been requested that has not come yet, with nothing drawn since.
    awaits_idle: bool,
    /// The content of the lower canvas. The canvas is drawn again only when this changes.
    frame: Option<Frame>,
    motion: Option<Motion>,
    /// The present range of the y axis.
    y: Option<Interval>,
}

/// The values that determine the axes and the mesh.
#[derive(PartialEq)]
struct Frame {
    layout: Layout,
    x: Interval,
    y: Interval,
    theme: &'static str,
    pixel_ratio: f64,
}

/// The movement of the y axis.
struct Motion {
    from: Interval,
    to: Interval,
    /// The start of the movement on the clock of animation frames; `None` before its first frame.
    since: Option<f64>,
}

/// One of a demo's pictures; `None` while it is not shown. It notifies only when this picture changes, not
/// when others do.
#[derive(Clone, Copy)]
struct One(Memo<Option<Picture>>);

impl One {
    fn new(pictures: Memo<Vec<Picture>>, id: &'static str) -> Self {
        One(Memo::new(move |_| {
            pictures.with(|all| all.iter().find(|picture| picture.id == id).cloned())
        }))
    }

    fn with<T>(self, read: impl FnOnce(Option<&Picture>) -> T) -> T {
        self.0.with(|picture| read(picture.as_ref()))
    }

    fn with_untracked<T>(self, read: impl FnOnce(Option<&Picture>) -> T) -> T {
        untrack(|| self.with(read))
    }
}

/// The thing that the pointer drags.
#[derive(Clone, Copy, PartialEq)]
enum Hold {
    Probe,
    Handle(&'static str),
    /// A finger that is down at this point, in CSS pixels of the window. It may be about to scroll the page.
    /// If it moves sideways, it drags the probe.
    Undecided(f64, f64),
}

/// One of a demo's pictures. `axes` receives the range of the y axis. `description` is the text alternative,
/// which one picture of the demo has. `spoken` are the numbers at the probe. `hover` is the x under a resting
/// mouse. The keys move the run of `playhead`; otherwise pointer and keys move the slider `probe`. While
/// `guess` is about this picture, pointer and keys draw.
#[component]
pub fn Plot(
    demo: &'static Demo,
    id: &'static str,
    pictures: Memo<Vec<Picture>>,
    axes: Axes,
    description: Option<Memo<String>>,
    spoken: Memo<String>,
    hover: RwSignal<Option<f64>>,
    playhead: Option<Playhead>,
    probe: Option<Key<f64>>,
    guess: Guess,
) -> impl IntoView {
    let lab = Lab::get();
    let settings = lab.settings(demo);
    let press = demo.press().filter(|press| press.pictures.contains(&id));
    let (below, above) = (NodeRef::<Canvas>::new(), NodeRef::<Canvas>::new());
    let drawn = StoredValue::<Drawn, LocalStorage>::new_local(Drawn::default());
    let hold = RwSignal::new(None::<Hold>);

    // While a handle is dragged, the y axis stands still, so that the handle stays under the pointer. The axis
    // moves when the handle is released.
    let handle_held = Memo::new(move |_| matches!(hold.get(), Some(Hold::Handle(_))));

    let picture = One::new(pictures, id);
    let draw = Redraw { picture, axes, below, above, drawn, lab };
    // A distant plot is drawn when the browser is idle, and only after the whole page has been mounted.
    let place = NodeRef::<Div>::new();
    let near = browser::near(place);
    Effect::new(move |_| {
        let is_near = near.get();
        if !is_near && !lab.is_whole.get() {
            return;
        }
        let Some(target) = picture.with(|picture| picture.map(|p| p.scene.y)) else {
            return;
        };
        lab.is_dark();
        lab.pixel_ratio.get();
        below.get();
        above.get();
        let at_once = !is_near || lab.reduced_motion.get_untracked();
        drawn.update_value(|drawn| match drawn.y {
            Some(_) if handle_held.get() => drawn.motion = None,
            Some(from) if !at_once => drawn.head(from, target),
            _ => {
                drawn.motion = None;
                drawn.y = Some(target);
            }
        });
        if is_near {
            draw.ask();
        } else {
            draw.ask_when_idle();
        }
    });

    let is_drawing = Memo::new(move |_| guess.is_drawn_on(id));
    // The data point under a pointer, and the key of a handle that is near it.
    let under = move |client: (i32, i32)| -> Option<((f64, f64), Option<&'static str>)> {
        let canvas = above.get_untracked()?;
        let bounds = canvas.get_bounding_client_rect();
        let at = (f64::from(client.0) - bounds.left(), f64::from(client.1) - bounds.top());
        picture.with_untracked(|picture| {
            let Picture { layout, scene, .. } = picture?;
            // If the page is zoomed or scaled by a style sheet, the canvas has another size than its layout.
            let at = (at.0 * layout.width / bounds.width(), at.1 * layout.height / bounds.height());
            let y = drawn.with_value(|drawn| drawn.y).unwrap_or(scene.y);
            let distance = |handle: &crate::plot::scene::Handle| {
                let place = layout.pixel(handle.at, scene.x, y);
                (place.0 - at.0).hypot(place.1 - at.1)
            };
            let near = scene.handles.iter().filter(|handle| distance(handle) <= GRASP);
            let handle = near.min_by(|a, b| distance(a).total_cmp(&distance(b)));
            Some((layout.data(at, scene.x, y), handle.map(|handle| handle.id)))
        })
    };
    // The new place of the probe for a pointer at x: a near kink, otherwise a round number about as fine as a
    // pixel, so that links stay short.
    let probe_at = move |x: f64| {
        picture.with_untracked(|picture| {
            let Some(Picture { layout, scene, .. }) = picture else { return x };
            let pixel = scene.x.length() / layout.plot().width();
            let near = scene.stops.iter().filter(|stop| (**stop - x).abs() <= SNAP * pixel);
            let near = near.min_by(|a, b| (**a - x).abs().total_cmp(&(**b - x).abs()));
            near.copied().unwrap_or_else(|| {
                let decimals = (-pixel.log10()).ceil().clamp(0.0, 9.0) as i32;
                let fine = 10_f64.powi(decimals);
                (x.clamp(scene.x.low, scene.x.high) * fine).round() / fine
            })
        })
    };
    let move_to = move |held: Hold, to: (f64, f64)| {
        lab.change(demo, |settings| match (held, probe) {
            (Hold::Handle(id), _) => demo.drag(settings, id, to),
            (Hold::Probe, Some(key)) => settings.set_number(key, probe_at(to.0)),
            (Hold::Probe, None) | (Hold::Undecided(..), _) => {}
        });
    };
    let on_down = move |ev: ev::PointerEvent| {
        if ev.button() != 0 {
            return;
        }
        let Some((at, handle)) = under((ev.client_x(), ev.client_y())) else { return };
        let is_drawing = is_drawing.get_untracked();
        if is_drawing && !ev.is_primary() || !is_drawing && probe.is_none() && handle.is_none() {
            return;
        }
        let held = match handle {
            Some(handle) => Hold::Handle(handle),
            None if ev.pointer_type() == "mouse" => Hold::Probe,
            None => Hold::Undecided(f64::from(ev.client_x()), f64::from(ev.client_y())),
        };
        if is_drawing {
            guess.begin(at);
        } else {
            hold.set(Some(held));
        }
        hover.set(None);
        if let Some(canvas) = above.get_untracked() {
            // If the capture fails, the drag ends at the edge of the canvas.
            let _ = canvas.set_pointer_capture(ev.pointer_id());
        }
        if held == Hold::Probe && !is_drawing {
            move_to(held, at);
        }
    };
    let on_move = move |ev: ev::PointerEvent| {
        let Some((at, handle)) = under((ev.client_x(), ev.client_y())) else { return };
        if is_drawing.get_untracked() {
            if ev.is_primary() {
                guess.go_on(at);
            }
            return;
        }
        match hold.get_untracked() {
            Some(Hold::Undecided(x, y)) => {
                let across = (f64::from(ev.client_x()) - x).abs();
                let along = (f64::from(ev.client_y()) - y).abs();
                if across > SLOP && across > along {
                    hold.set(Some(Hold::Probe));
                    move_to(Hold::Probe, at);
                }
            }
            Some(held) => move_to(held, at),
            None if ev.pointer_type() == "mouse" => {
                if probe.is_some() {
                    hover.set(handle.is_none().then(|| probe_at(at.0)));
                }
                if let Some(canvas) = above.get_untracked() {
                    let _ = canvas.class_list().toggle_with_force("on-handle", handle.is_some());
                }
            }
            None => {}
        }
    };
    // The press counts on release, so that a finger that scrolls chooses nothing.
    let on_click = move |ev: ev::MouseEvent| {
        let press = press.filter(|_| !is_drawing.get_untracked());
        if let (Some(press), Some((at, _))) = (press, under((ev.client_x(), ev.client_y()))) {
            lab.change(demo, |settings| (press.at)(settings, at));
        }
    };
    let cancel = move |_: ev::PointerEvent| {
        hold.set(None);
        guess.lift();
    };
    let let_go = move |ev: ev::PointerEvent| {
        // A finger that has not moved is a tap.
        if let Some(Hold::Undecided(x, y)) = hold.get_untracked()
            && (f64::from(ev.client_x()) - x).hypot(f64::from(ev.client_y()) - y) <= SLOP
            && let Some((at, _)) = under((ev.client_x(), ev.client_y()))
        {
            move_to(Hold::Probe, at);
        }
        cancel(ev);
    };
    // A finger that drags a handle up or down must not scroll the page. Elsewhere it may.
    let on_touch = move |ev: ev::TouchEvent| {
        let touch = ev.touches().get(0);
        let near = touch.and_then(|touch| under((touch.client_x(), touch.client_y()))?.1);
        if (near.is_some() || is_drawing.get_untracked()) && ev.cancelable() {
            ev.prevent_default();
        }
    };
    let slider = probe.and_then(|key| probe_slider(demo, key));
    let on_key = move |ev: ev::KeyboardEvent| {
        if is_drawing.get_untracked() {
            guess.key(&ev);
            return;
        }
        if let Some(playhead) = playhead {
            playhead.key(&ev);
            return;
        }
        let (Some(key), Some(slider)) = (probe, slider) else { return };
        if ev.ctrl_key() || ev.alt_key() || ev.meta_key() {
            return;
        }
        let Some(axis) = picture.with_untracked(|p| p.map(|p| p.scene.x)) else { return };
        let step = if ev.shift_key() { 10.0 * slider.step } else { slider.step };
        let here =
            hover.get_untracked().unwrap_or_else(|| settings.with_untracked(|s| s.number(key)));
        // Rounding to the grid of the steps allows a kink on the grid to be met exactly.
        let steps = |delta: f64| {
            let fine = 1.0 / slider.step;
            ((here + delta) * fine).round() / fine
        };
        let to = match ev.key().as_str() {
            "ArrowLeft" | "ArrowDown" => steps(-step),
            "ArrowRight" | "ArrowUp" => steps(step),
            "PageDown" => steps(-10.0 * slider.step),
            "PageUp" => steps(10.0 * slider.step),
            "Home" => axis.low,
            "End" => axis.high,
            _ => return,
        };
        ev.prevent_default();
        hover.set(None);
        lab.change(demo, |settings| settings.set_number(key, to.clamp(axis.low, axis.high)));
    };

    let size = move |side: fn(&Layout) -> f64| picture.with(|p| p.map_or(0.0, |p| side(&p.layout)));
    // The number that the arrow keys move, if any: minimum, maximum and present value.
    let slides = Signal::derive(move || match (playhead, probe) {
        _ if is_drawing.get() => guess.slide(),
        (Some(playhead), _) => Some([0.0, f64::from(playhead.last()), f64::from(playhead.step())]),
        (None, Some(key)) => picture.with(|picture| {
            let axis = picture?.scene.x;
            let x = hover.get().unwrap_or_else(|| settings.with(|s| s.number(key)));
            Some([axis.low, axis.high, x])
        }),
        (None, None) => None,
    });
    let slide = move |which: usize| {
        Signal::derive(move || slides.get().map(|slides| slides[which].to_string()))
    };
    let moves = playhead.is_some() || probe.is_some();
    let is_slider = Memo::new(move |_| moves || is_drawing.get());
    // A hidden picture consists of axes only.
    let is_veiled = Memo::new(move |_| {
        let is_empty =
            |picture: Option<&Picture>| picture.is_some_and(|p| p.scene.marks.is_empty());
        guess.is_hiding.get() && !is_drawing.get() && picture.with(is_empty)
    });
    let value = Signal::derive(move || {
        let ticks = || picture.with(|p| p.map_or(Ticks::Numbers, |p| p.scene.y_ticks));
        is_slider.get().then(|| if is_drawing.get() { guess.spoken(ticks()) } else { spoken.get() })
    });
    let hidden = Signal::derive(move || picture.with(|picture| picture.is_none()));
    let caption = lab.say(move |text| text.picture(demo.id, id).unwrap_or(id));
    let name = lab.tell(move |text| {
        let pen = text.words.guess.pen_name;
        let moves = if is_drawing.get() { pen } else { text.demo(demo.id).plot };
        if is_slider.get() { format!("{moves}, {}", caption) } else { caption.to_owned() }
    });
    // SVG lines are sharp on paper at any resolution.
    let paper = NodeRef::<Div>::new();
    browser::on_printing(move || {
        let Some(paper) = paper.get_untracked() else { return };
        picture.with_untracked(|picture| {
            let picture = picture.filter(|_| lab.printing.get_untracked());
            let picture = picture.map(|picture| (&picture.scene, &picture.layout, lab.colors()));
            set_picture(&paper, picture);
        });
    });
    view! {
        <div
            class="plot-place"
            class:guessed=move || guess.asks_for(id)
            data-picture=id
            hidden=hidden
        >
            <p class="plot-caption" prop:textContent=caption></p>
            <GuessPanel guess id />
            <div
                class="plot"
                node_ref=place
                class:veiled=is_veiled
                style:width=move || format!("{}px", size(|layout| layout.width))
                style:height=move || format!("{}px", size(|layout| layout.height))
            >
                <div class="plot-print" role="img" aria-label=caption node_ref=paper></div>
                <canvas class="plot-frame" node_ref=below aria-hidden="true"></canvas>
                <canvas
                    class="plot-marks"
                    class:still=probe.is_none()
                    class:choosing=press.is_some()
                    class:drawing=is_drawing
                    node_ref=above
                    tabindex=move || is_slider.get().then_some("0")
                    role=move || if is_slider.get() { "slider" } else { "img" }
                    aria-label=name
                    aria-valuemin=slide(0)
                    aria-valuemax=slide(1)
                    aria-valuenow=slide(2)
                    aria-valuetext=value
                    on:pointerdown=on_down
                    on:pointermove=on_move
                    on:click=on_click
                    on:pointerup=let_go
                    on:pointercancel=cancel
                    on:pointerleave=move |_| hover.set(None)
                    on:touchstart=on_touch
                    on:keydown=on_key
                    prop:textContent=move || description.map(|said| said.get())
                ></canvas>
            </div>
        </div>
    }
}

fn probe_slider(demo: &'static Demo, probe: Key<f64>) -> Option<Slider> {
    (demo.parameters)().iter().find_map(|parameter| match parameter.kind {
        Kind::Slider(key, slider) if key == probe => Some(slider),
        _ => None,
    })
}

/// Draws a plot. Several requests before the drawing lead to one drawing.
#[derive(Clone, Copy)]
struct Redraw {
    picture: One,
    axes: Axes,
    below: NodeRef<Canvas>,
    above: NodeRef<Canvas>,
    drawn: StoredValue<Drawn, LocalStorage>,
    lab: Lab,
}

impl Redraw {
    /// Draws at the next animation frame.
    fn ask(self) {
        let awaited =
            self.drawn.try_update_value(|drawn| std::mem::replace(&mut drawn.awaited, true));
        if awaited == Some(false) {
            request_animation_frame(move || self.draw());
        }
    }

    /// Draws when the browser is idle.
    fn ask_when_idle(self) {
        let awaited =
            self.drawn.try_update_value(|drawn| std::mem::replace(&mut drawn.awaits_idle, true));
        if awaited == Some(false) {
            browser::when_idle(move || {
                if self.drawn.try_with_value(|drawn| drawn.awaits_idle) == Some(true) {
                    self.draw();
                }
            });
        }
    }

    fn draw(self) {
        // The plot no longer exists once it has been removed from the page.
        let moving = self.drawn.try_update_value(|drawn| {
            (drawn.awaited, drawn.awaits_idle) = (false, false);
            drawn.advance()
        });
        let Some(moving) = moving else { return };
        let (Some(below), Some(above)) = (self.below.get_untracked(), self.above.get_untracked())
        else {
            return;
        };
        let theme = self.lab.colors();
        let pixel_ratio = self.lab.pixel_ratio.get_untracked();
        self.picture.with_untracked(|picture| {
            let Some(Picture { id, layout, scene }) = picture else { return };
            self.drawn.update_value(|drawn| {
                let y = drawn.y.unwrap_or(scene.y);
                self.axes.update_value(|axes| {
                    axes.retain(|(known, _)| known != id);
                    axes.push((*id, y));
                });
                let frame = Frame { layout: *layout, x: scene.x, y, theme: theme.id, pixel_ratio };
                let at_rest = scene.y == y;
                let moved;
                let scene = if at_rest {
                    scene
                } else {
                    moved = Scene { y, ..scene.clone() };
                    &moved
                };
                let draw = |canvas: &HtmlCanvasElement, layer| {
                    let size = (layout.width, layout.height);
                    // A browser without canvas memory gives no context. The page then works without this plot.
                    if let Some(surface) = CanvasSurface::new(canvas, size, pixel_ratio) {
                        let _ = paint(scene, layout, theme, layer, surface);
                    }
                };
                if drawn.frame.as_ref() != Some(&frame) {
                    draw(&below, Layer::Frame);
                    drawn.frame = Some(frame);
                }
                draw(&above, Layer::Marks);
            });
        });
        if moving {
            self.ask();
        }
    }
}

impl Drawn {
    /// Starts the movement of the y axis, unless it is at its target or moves there already.
    fn head(&mut self, from: Interval, to: Interval) {
        let on_its_way = self.motion.as_ref().is_some_and(|motion| motion.to == to);
        if !on_its_way {
            self.motion = (from != to).then_some(Motion { from, to, since: None });
        }
    }

    /// Moves the y axis to its present position. Returns true while it has further to go.
    fn advance(&mut self) -> bool {
        let Some(motion) = &mut self.motion else { return false };
        let now = browser::now();
        let since = *motion.since.get_or_insert(now);
        let t: f64 = ((now - since) / FOLLOWING).clamp(0.0, 1.0);
        // The movement is fast at first and slow at the end.
        let eased = 1.0 - (1.0 - t).powi(3);
        self.y = Some(if t < 1.0 { motion.from.towards(motion.to, eased) } else { motion.to });
        if t >= 1.0 {
            self.motion = None;
        }
        t < 1.0
    }
}
