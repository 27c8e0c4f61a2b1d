//! The loop without a browser, built from the same source by the same profile, to compare the one in wasm with.
//!
//! For every line, a job as JSON with `task`, `inputs` and the task's parameters, prints how many milliseconds it took.

#[cfg(not(target_family = "wasm"))]
fn main() -> std::io::Result<()> {
    native::answer()
}

/// Tests for wasm build examples, too.
#[cfg(target_family = "wasm")]
fn main() {}

#[cfg(not(target_family = "wasm"))]
mod native {
    use easy_concurrency::settings::{Setting, Settings};
    use easy_concurrency::span::SpanRecorder;
    use easy_concurrency::task;
    use serde_json::Value;
    use std::hint::black_box;
    use std::io::{self, Write as _};
    use std::time::Instant;

    pub fn answer() -> io::Result<()> {
        for line in io::stdin().lines() {
            let job: Value = serde_json::from_str(&line?)?;
            let make = job["task"]
                .as_str()
                .and_then(task::find)
                .ok_or(io::ErrorKind::NotFound)?;
            let task = make.call(&settings(&job)).task;
            let inputs: Vec<u32> = serde_json::from_value(job["inputs"].clone())?;
            let span = SpanRecorder::start(0, 0.0);
            let begin = Instant::now();
            for input in inputs {
                let _ = black_box(task.run_blocking(black_box(input), &span));
            }
            println!("{}", begin.elapsed().as_secs_f64() * 1e3);
            io::stdout().flush()?;
        }
        Ok(())
    }

    fn settings(job: &Value) -> Settings {
        let values = job.as_object().into_iter().flatten();
        let settings = values.filter_map(|(name, value)| {
            let setting = match value {
                Value::Number(number) => Setting::Number(number.as_f64()?),
                Value::String(text) => Setting::Choice(text.clone()),
                _ => return None,
            };
            Some((name.clone(), setting))
        });
        settings.collect()
    }
}
