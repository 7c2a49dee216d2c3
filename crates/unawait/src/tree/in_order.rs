//! Work on all cores, results in order.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use rayon::ThreadPool;

/// Does `work` for each of `items` on the threads of `pool`, and hands the results to `take` in the order of the
/// items, each as soon as those before it are there.
///
/// The threads take the items one after the other, so that few results ever wait for their turn.
pub fn in_order<T: Sync, R: Send>(
    pool: &ThreadPool,
    items: &[T],
    work: impl Fn(&T) -> R + Sync,
    take: impl FnMut(R) + Send,
) {
    let next = AtomicUsize::new(0);
    let line = Mutex::new(Line { waiting: BTreeMap::new(), first: 0, take });
    pool.broadcast(|_| {
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(index) else { break };
            let result = work(item);
            line.lock().unwrap_or_else(PoisonError::into_inner).come(index, result);
        }
    });
}

/// Results that wait for their turn.
struct Line<R, F> {
    waiting: BTreeMap<usize, R>,
    /// Whose turn it is.
    first: usize,
    take: F,
}

impl<R, F: FnMut(R)> Line<R, F> {
    fn come(&mut self, index: usize, result: R) {
        self.waiting.insert(index, result);
        while let Some(result) = self.waiting.remove(&self.first) {
            (self.take)(result);
            self.first += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_result_in_its_turn() {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(4).build().unwrap();
        let items: Vec<u64> = (0..1000).collect();
        let mut taken = Vec::new();
        let work = |item: &u64| {
            std::thread::sleep(std::time::Duration::from_micros(item * 7919 % 50));
            *item
        };
        in_order(&pool, &items, work, |item| taken.push(item));
        assert_eq!(taken, items);
    }
}
