//! Work on all cores, results in order.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use rayon::ThreadPool;

/// Does `work` for each of `items` on the threads of `pool`, and hands the items with their results to `take` in their
/// order, each as soon as those before it are there. Once `stop` is set, no more work is begun.
///
/// The threads take the items one after the other, so that few results ever wait for their turn.
pub fn in_order<'a, T: Sync, R: Send>(
    pool: &ThreadPool,
    items: &'a [T],
    stop: &AtomicBool,
    work: impl Fn(&T) -> R + Sync,
    mut take: impl FnMut(&'a T, R) + Send,
) {
    let next = AtomicUsize::new(0);
    let take = |index: usize, result| take(&items[index], result);
    let line = Mutex::new(Line { waiting: BTreeMap::new(), first: 0, take });
    pool.broadcast(|_| {
        while !stop.load(Ordering::Relaxed) {
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

impl<R, F: FnMut(usize, R)> Line<R, F> {
    fn come(&mut self, index: usize, result: R) {
        self.waiting.insert(index, result);
        while let Some(result) = self.waiting.remove(&self.first) {
            (self.take)(self.first, result);
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
        in_order(&pool, &items, &AtomicBool::new(false), work, |item, result| taken.push((*item, result)));
        let expected: Vec<_> = items.iter().map(|item| (*item, *item)).collect();
        assert_eq!(taken, expected);
    }
}
