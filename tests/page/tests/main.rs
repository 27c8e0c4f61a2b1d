//! All of the page's tests, as one program: thirty would take a minute to link.

/// Makes a test in each of these engines from a function.
macro_rules! in_engines {
    ($($engine:ident),+: $test:ident) => {
        in_engines!(Setup::usual() => $($engine),+: $test);
    };
    ($setup:expr => $($engine:ident),+: $test:ident) => {
        #[allow(non_snake_case, reason = "the engines' own names")]
        mod $test {
            use page_tests::{Setup, browser::Engine};

            $(#[test]
            fn $engine() {
                $setup.with(Engine::$engine).visit(super::$test);
            })+
        }
    };
}

mod accessibility;
mod alone;
mod breakdown;
mod cancel;
mod certainty;
mod counter;
mod embedded;
mod engines;
mod example;
mod faults;
mod gallery;
mod harness;
mod hosting;
mod hosts;
mod keyboard;
mod languages;
mod life;
mod looks;
mod mandelbrot;
mod odd_browsers;
mod offline;
mod parameters;
mod path;
mod pictures;
mod prediction;
mod progress;
mod rate_limit;
mod results;
mod security;
mod serve;
mod sharing;
mod stage;
mod stepper;
mod tabs;
mod timeline;
mod understanding;
mod undisturbed;
