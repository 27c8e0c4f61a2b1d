//! The task whose inputs share a counter.

use page_tests::run::Run;
use page_tests::{Visit, visit};

/// Two tasks that count to eight million together, three times.
async fn counted(Visit { site, page, .. }: &Visit, executor: &str, sharing: &str) -> Run {
    let set_up = "task=counter&tasks=2&additions=4000000&workers=2&repeats=3&run";
    page.run(site, &format!("{set_up}&executor={executor}&sharing={sharing}"))
        .await
}

#[test]
fn what_is_right_by_design_comes_out_right_in_each_repeat() {
    visit(async |visit| {
        for (executor, sharing) in [
            ("threads", "atomic"),
            ("threads", "lock"),
            ("threads", "own"),
            ("gil", "load-store"),
            ("loop", "load-store"),
        ] {
            let run = counted(visit, executor, sharing).await;
            assert_eq!(run.shared_totals, [8_000_000; 3], "{executor}, {sharing}");
            let said = visit.page.text("#verdict").await;
            assert!(said.contains("8,000,000, as expected"), "{executor}, {sharing}: {said}");
        }
    });
}

#[test]
fn what_two_threads_lose_between_a_load_and_a_store_is_recorded_and_said() {
    visit(async |visit| {
        let run = counted(visit, "threads", "load-store").await;
        assert!(
            run.shared_totals
                .iter()
                .all(|count| (4_000_000..=8_000_000).contains(count)),
            "{run:?}"
        );
        assert_eq!((run.total, run.failures.len()), (run.shared_totals.last().copied(), 0));
        let said = visit.page.text("#verdict").await;
        let is_exact = run.shared_totals.iter().all(|&count| count == 8_000_000);
        let expected = if is_exact {
            "by chance"
        } else {
            "Threads on 2 workers: expected 8,000,000, got "
        };
        assert!(said.contains(expected), "{:?}: {said}", run.shared_totals);
    });
}

#[test]
fn each_process_counts_for_itself() {
    visit(async |visit| {
        let run = counted(visit, "processes", "atomic").await;
        assert_eq!((run.shared_totals, run.failures.len()), (vec![0; 3], 0));
        let said = visit.page.text("#verdict").await;
        assert!(said.contains("Each process has its own memory"), "{said}");
    });
}

#[test]
fn threads_are_compared_with_threads_on_one_worker_in_the_same_rounds() {
    visit(async |Visit { site, page, .. }| {
        page.open_ready(site, "task=counter&sharing=atomic&tasks=2&workers=2&repeats=3")
            .await;
        assert_eq!(page.click_and_wait("Compare").await, "done");
        let runs = page.runs().await;
        let beside = |workers| {
            let mut of_threads = runs.iter().filter(|run| run.executor == "threads");
            let run = of_threads.find(|run| run.workers == workers).expect("it ran");
            run.beside.as_ref().expect("the loop ran, too").times_ms.clone()
        };
        assert_eq!(beside(1), beside(2));
        let said = page.text("#verdict").await;
        assert!(said.contains("wo threads") && said.contains(" one"), "{said}");
        let panels = page.texts("#panels h3").await;
        for name in ["threads on 1 worker", "threads on 2 workers"] {
            assert!(panels.iter().any(|panel| panel == name), "{panels:?}");
        }
        let rows = page.texts("#comparison tr[data-executor=threads] th small").await;
        assert_eq!(rows, ["1 worker", "2 workers"]);
    });
}
