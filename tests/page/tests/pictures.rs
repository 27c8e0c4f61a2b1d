//! Downloads: what a visitor sees of them, and what Lorem Picsum sees.

use page_tests::page::OVER;
use page_tests::picsum::Hop;
use page_tests::run::Failure;
use page_tests::{Visit, visit};

/// What picsum is asked for as downloads; the photographers' names are asked for besides.
fn downloads(picsum: &page_tests::picsum::Picsum) -> usize {
    let requests = picsum.journal().requests();
    requests.iter().filter(|request| request.hop == Hop::Images).count()
}

#[test]
fn pictures_86_and_97_fail_in_their_places_while_the_others_are_saved() {
    visit(async |Visit { site, page, .. }| {
        let set_up = "task=pictures&repeats=1&executor=async&count=100&width=40&height=60&run";
        let run = page.run(site, set_up).await;
        assert_eq!(page.wait_for(OVER).await, "done");
        assert_eq!(run.failed_inputs(), [86, 97]);
        let missing: Vec<usize> = (0..100).filter(|&index| run.results[index].is_none()).collect();
        assert_eq!(missing, [86, 97]);
        for failure in &run.failures {
            let Failure { input, fault, .. } = failure;
            assert!(
                fault.url.contains(&format!("/id/{input}/")) && fault.status == 404,
                "{fault:?}"
            );
        }

        assert_eq!(page.all("#gallery figure").await.len(), 100);
        assert_eq!(page.all("#gallery figure.failed").await.len(), 2);
        for id in ["86", "97"] {
            let caption = page
                .text(&format!("#gallery figure.failed[data-input='{id}'] figcaption"))
                .await;
            assert!(caption.contains(id) && caption.contains("404"), "{caption}");
        }
    });
}

#[test]
fn every_picture_is_shown_and_named_in_the_log() {
    visit(async |Visit { site, page, .. }| {
        page.run(site, "task=pictures&repeats=1&executor=async&count=5&run")
            .await;
        let shown = "
            const done = arguments[0]
            const pictures = [...document.querySelectorAll('#gallery figure img')]
            const look = () => pictures.every((picture) => picture.naturalWidth > 0)
                ? done(pictures.map((picture) => [picture.naturalWidth, picture.naturalHeight]))
                : requestAnimationFrame(look)
            look()";
        let sizes: Vec<(u32, u32)> = page.eval_async(shown).await;
        assert_eq!(sizes, [(200, 300); 5]);
        let log = page.text("#log").await;
        for id in 0..5 {
            assert!(log.contains(&format!("{id}")), "picture {id} is not in the log: {log}");
        }
    });
}

#[test]
fn nothing_is_downloaded_before_a_person_asks() {
    visit(async |Visit { picsum, site, page, .. }| {
        page.open_ready(site, "task=pictures&repeats=1&executor=async").await;
        assert!(picsum.journal().is_empty(), "{:?}", picsum.journal().requests());
        page.run_by_click("Run").await;
        assert_eq!(downloads(picsum), 20);
    });
}

#[test]
fn an_address_that_asks_for_too_much_waits_for_a_click() {
    visit(async |Visit { picsum, site, page, .. }| {
        for too_much in ["count=101", "width=1001", "height=1001"] {
            page.open_ready(site, &format!("task=pictures&repeats=1&executor=async&{too_much}&run"))
                .await;
            assert_eq!(page.codes("#warnings li").await, ["too-much"], "{too_much}");
            let requests = picsum.journal().requests();
            assert!(requests.is_empty(), "{too_much}: {requests:?}");
        }
    });
}

#[test]
fn a_second_run_is_downloaded_again() {
    visit(async |Visit { picsum, site, page, .. }| {
        for executor in page_tests::executors::FOR_PICTURES {
            let before = downloads(picsum);
            let set_up = format!("task=pictures&executor={executor}&count=4&repeats=2&run");
            page.run(site, &set_up).await;
            page.run_by_click("Run").await;
            assert_eq!(downloads(picsum) - before, 4 * 2 * 2, "{executor}");
        }
    });
}

#[test]
fn an_unreachable_picsum_fails_the_run_and_simulated_pictures_are_offered() {
    visit(async |Visit { picsum, site, page, .. }| {
        picsum.stop();
        let set_up = "task=pictures&repeats=1&executor=async&count=6&run";
        let run = page.run(site, set_up).await;
        assert_eq!(page.wait_for(OVER).await, "failed");
        assert_eq!(run.failed_inputs(), [0, 1, 2, 3, 4, 5]);
        assert!(run.results.iter().all(Option::is_none));
        for (id, failure) in run.failures.iter().enumerate() {
            assert!(failure.fault.url.contains(&format!("/id/{id}/")), "{failure:?}");
        }

        let run = page.run_by_click("Use simulated pictures instead").await;
        assert_eq!(page.wait_for(OVER).await, "done");
        assert!(run.lengths().iter().all(Option::is_some), "{:?}", run.failures);
        assert_eq!(run.inputs.len(), 6);
    });
}

#[test]
fn simulated_failures_come_out_the_same_twice_and_differ_by_seed() {
    visit(async |Visit { picsum, site, page, .. }| {
        let query = "task=pictures&repeats=1&executor=async&source=simulated&latency=20&failures=30&count=50&run";
        let first = page.run(site, query).await;
        let second = page.run(site, query).await;
        let other = page.run(site, &format!("{query}&seed=2")).await;
        assert_eq!(first.results, second.results);
        assert_eq!(first.failed_inputs(), second.failed_inputs());
        assert_ne!(first.failed_inputs(), other.failed_inputs());
        assert!(picsum.journal().is_empty(), "simulated pictures are the page's own");
    });
}
