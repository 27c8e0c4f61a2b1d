//! The loop without a browser, built from the same source by the same profile, to compare the one in wasm with.
//!
//! For every line with a number n, prints how many milliseconds fib(1) to fib(n) took.

use easy_concurrency::task::fib::fib;
use std::hint::black_box;
use std::io::{self, Write as _};
use std::time::Instant;

fn main() -> io::Result<()> {
    for line in io::stdin().lines() {
        let n: u32 = line?.trim().parse().map_err(io::Error::other)?;
        let begin = Instant::now();
        for input in 1..=n {
            black_box(fib(black_box(input)));
        }
        println!("{}", begin.elapsed().as_secs_f64() * 1e3);
        io::stdout().flush()?;
    }
    Ok(())
}
