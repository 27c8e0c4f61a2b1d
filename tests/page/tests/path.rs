//! The path of four presses, for who knows nothing yet.

use page_tests::page::Page;
use page_tests::{Visit, visit, visit_expecting, visit_without_service_worker};

/// Each with an answer to press, and the press that follows.
const LESSONS: [(&str, &str, &str); 4] = [
    ("waiting", "more than that", "Next: Computing"),
    ("computing", "somewhat faster", "Next: One big piece"),
    ("one-big-piece", "no faster", "Next: Sharing"),
    ("counting", "less, and different each time", "Be the scheduler yourself"),
];

#[test]
fn four_presses_lead_from_waiting_to_the_stepper() {
    visit(async |Visit { picsum, site, page, .. }| {
        picsum.set_latency(std::time::Duration::from_millis(40));
        page.open_ready(site, "").await;
        assert!(page.button("Compare").await.is_none(), "the set-up is one press away");
        for (lesson, answer, next) in LESSONS {
            let asked = page.text(&format!("#{lesson} h2")).await;
            assert!(!asked.is_empty(), "{lesson} is shown");
            // The page may reload once, for shared memory.
            assert_eq!(page.click_and_wait(answer).await, "done", "{lesson}");
            let said = page.text("#verdict").await;
            assert!(said.starts_with(&format!("You guessed “{answer}”")), "{lesson}: {said}");
            page.click(next).await;
        }
        page.when::<bool>("location.search.includes('step=lost-update')").await;
    });
}

#[test]
fn a_set_up_of_ones_own_begins_as_that_of_the_question_before() {
    visit(async |Visit { site, page, .. }| {
        page.open_ready(site, "").await;
        page.click("3. One big piece").await;
        page.click("Set it up yourself").await;
        assert!(page.button("Compare").await.is_some());
        let set_up: String = page
            .eval("return document.querySelector('#order').value + location.search")
            .await;
        let expected = "ascending?task=fib&executor=threads&n=38";
        assert!(set_up.starts_with(expected), "{set_up}");
    });
}

#[test]
fn without_a_network_its_pictures_are_simulated() {
    visit(async |Visit { picsum, site, page, .. }| {
        picsum.stop();
        page.open_ready(site, "").await;
        page.eval::<()>("Object.defineProperty(navigator, 'onLine', { value: false })")
            .await;
        assert_eq!(page.click_and_wait("more than that").await, "done");
        assert!(page.text("#comparison-work").await.contains("simulated"));
    });
}

#[test]
fn where_the_pictures_do_not_come_the_same_question_is_answered_by_simulated_ones() {
    visit_expecting(&["picsum.photos"], async |Visit { picsum, site, page, .. }| {
        picsum.set_reachable(false);
        page.open_ready(site, "").await;
        assert_eq!(page.click_and_wait("more than that").await, "failed");
        assert_eq!(page.click_and_wait("Use simulated pictures instead").await, "done");
        assert!(page.text("#verdict").await.contains("more than that"));
        assert!(page.button("Next: Computing").await.is_some());
    });
}

#[test]
fn without_shared_memory_it_runs_what_is_there() {
    visit_without_service_worker(&[], async |Visit { site, page, .. }| {
        page.open_ready(site, "").await;
        page.click("2. Computing").await;
        assert_eq!(page.click_and_wait("no faster").await, "done");
        assert_eq!(executors(page).await, ["loop", "processes"]);
        assert_ne!(page.text("#verdict").await, "");
        assert!(page.button("Next: One big piece").await.is_some());
        page.click("4. Sharing").await;
        page.click("more").await;
        page.when::<bool>("location.search.includes('step=lost-update')").await;
        let why = page.text("#fault-text").await;
        assert!(why.contains("can’t share a counter here"), "{why}");
    });
}

#[test]
fn a_link_opens_its_set_up_and_the_path_is_one_press_away() {
    visit(async |Visit { site, page, .. }| {
        page.open_ready(site, "task=fib&n=20").await;
        assert!(page.button("Compare").await.is_some());
        assert!(page.button("no faster").await.is_none());
        page.click("1. Waiting").await;
        assert!(page.button("no faster").await.is_some());
        assert!(page.button("Compare").await.is_none());
    });
}

#[test]
fn the_visitors_own_set_up_is_there_again_after_a_question() {
    visit(async |Visit { picsum, site, page, .. }| {
        picsum.set_latency(std::time::Duration::from_millis(5));
        page.open_ready(site, "task=fib&n=21&executor=map").await;
        page.click("1. Waiting").await;
        assert_eq!(page.click_and_wait("more than that").await, "done");
        page.click("Set it up yourself").await;
        let shown: (String, String) = page
            .eval("return [document.querySelector('#n').value, location.search]")
            .await;
        assert_eq!(shown.0, "21");
        assert!(shown.1.contains("task=fib&executor=map&n=21"), "{}", shown.1);
    });
}

/// What the page has run last, each once.
async fn executors(page: &Page) -> Vec<String> {
    let rows = page.texts("#comparison tr[data-executor] th").await;
    let mut names: Vec<String> = rows
        .into_iter()
        .map(|row| row.lines().next().unwrap_or_default().to_owned())
        .collect();
    names.sort();
    names
}
