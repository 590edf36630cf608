//! The app's entry in the browser. On other targets there is nothing to run; see `cargo xtask`.

fn main() {
    #[cfg(target_arch = "wasm32")]
    activation_lab::ui::mount();
}
