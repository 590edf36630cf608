//! Tests that training, measuring and drawing a network allocate no memory. They have a test program
//! of their own, because the counting allocator replaces the allocator of the whole program.

use std::alloc::GlobalAlloc;
use std::alloc::Layout;
use std::alloc::System;
use std::cell::Cell;

use activation_lab::models::dataset::Dataset;
use activation_lab::models::network::Network;
use activations::Function;
use activations::all;

/// The system's allocator with a count of the allocations of this thread.
struct Counting;

thread_local! {
    static COUNT: Cell<usize> = const { Cell::new(0) };
}

fn count() {
    COUNT.with(|count| count.set(count.get() + 1));
}

// SAFETY: all calls are passed on to the system's allocator. The counter is a thread-local cell
// without a destructor, which allocates nothing.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count();
        // SAFETY: the caller's guarantees are those that `System` requires.
        unsafe { System.alloc(layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count();
        // SAFETY: as in `alloc`.
        unsafe { System.realloc(pointer, layout, size) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        // SAFETY: as in `alloc`.
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

#[test]
fn a_network_that_is_made_allocates_nothing_more() {
    let data = Dataset::new("spiral", 0.1, 1);
    let (x, y, mut logits) = (vec![0.5; 1000], vec![-0.5; 1000], vec![0.0; 1000]);
    for activation in all() {
        let function = Function::with_defaults(activation);
        let before = COUNT.get();
        let mut network = Network::new(function, 8, 16, 1);
        let parameters = network.parameters().to_vec();
        assert!(COUNT.get() > before, "nothing is counted");
        let before = COUNT.get();
        for (epoch, batch) in [1, 10, 13, 200, 1000].into_iter().enumerate() {
            network.train_epoch(&data, 0.1, batch, 1, epoch as u32);
        }
        network.measure(&data);
        network.logits(&x, &y, &mut logits);
        network.set_parameters(&parameters);
        assert_eq!(COUNT.get(), before, "{}", activation.id);
    }
}
