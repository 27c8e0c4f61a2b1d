//! Every executor brings the same, right results.

use page_tests::executors::{FOR_FIB, FOR_PICTURES};
use page_tests::run::{Failure, Outcome, fibonacci};
use page_tests::{Visit, visit};

#[test]
fn fib_comes_out_right_and_in_input_order_under_every_executor() {
    let expected = fibonacci(35);
    assert_eq!((expected[0], expected[1], expected[34]), (0, 1, 5_702_887));
    visit(async |Visit { site, page, .. }| {
        for executor in FOR_FIB {
            let set_up = format!("task=fib&executor={executor}&n=35&workers=3&repeats=2&run");
            let run = page.run(site, &set_up).await;
            assert_eq!((run.task.as_str(), run.executor.as_str()), ("fib", executor));
            assert_eq!(run.inputs, (1..=35).collect::<Vec<_>>(), "{executor}");
            assert_eq!(run.numbers(), expected, "{executor}");
            assert_eq!(run.failures, [], "{executor}");
            assert_eq!((run.repeats, run.times_ms.len()), (2, 2), "{executor}");
            assert_eq!(page.warnings().await, [""; 0], "{executor}");
        }
    });
}

#[test]
fn pictures_arrive_whole_and_in_input_order_under_every_executor() {
    visit(async |Visit { picsum, site, page, .. }| {
        let mut expected = Vec::new();
        for id in 0..20 {
            expected.push(Some(picsum.file(id, 200, 300).await.len() as u64));
        }
        for executor in FOR_PICTURES {
            let set_up = format!("task=pictures&repeats=1&executor={executor}&run");
            let run = page.run(site, &set_up).await;
            assert_eq!((run.task.as_str(), run.executor.as_str()), ("pictures", executor));
            assert_eq!(run.inputs, (0..20).collect::<Vec<_>>(), "{executor}");
            assert_eq!(run.lengths(), expected, "{executor}");
            assert_eq!(run.failures, [], "{executor}");
        }
    });
}

#[test]
fn every_executor_fails_for_the_same_inputs_with_the_same_words() {
    visit(async |Visit { site, page, .. }| {
        let mut outcomes: Vec<(Vec<Option<Outcome>>, Vec<Failure>)> = Vec::new();
        for executor in FOR_PICTURES {
            let set_up = "source=simulated&latency=5&failures=30&count=40";
            let set_up = format!("task=pictures&repeats=1&{set_up}&executor={executor}&run");
            let run = page.run(site, &set_up).await;
            let mut failures = run.failures.clone();
            failures.sort();
            assert!(
                (1..40).contains(&failures.len()),
                "{} of 40 fail under {executor}",
                failures.len()
            );
            assert_eq!(
                run.results.iter().filter(|result| result.is_none()).count(),
                failures.len(),
                "{executor}"
            );
            outcomes.push((run.results, failures));
            assert_eq!(outcomes.first(), outcomes.last(), "{executor}");
        }
    });
}

#[test]
fn start_up_is_timed_apart_from_the_work_and_the_summary_is_of_all_repeats() {
    visit(async |Visit { site, page, .. }| {
        let set_up = "task=fib&executor=processes&n=20&workers=2&repeats=5&run";
        let run = page.run(site, set_up).await;
        assert!(run.startup_ms.expect("a start-up") > 0.0);
        let mut times = run.times_ms.clone();
        times.sort_by(f64::total_cmp);
        let summary = run.summary.expect("a summary");
        let close = |a: f64, b: f64| (a - b).abs() < 1e-6;
        assert!(
            close(summary.min_ms, times[0]) && close(summary.median_ms, times[2]) && close(summary.max_ms, times[4])
        );
        assert!(close(summary.mean_ms, times.iter().sum::<f64>() / 5.0));
    });
}
