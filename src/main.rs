//! The entry point in the browser. On other targets it does nothing; see `cargo xtask`.

fn main() {
    #[cfg(target_arch = "wasm32")]
    activation_lab::ui::mount();
}
