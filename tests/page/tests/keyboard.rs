//! A visitor without a mouse.

use fantoccini::elements::Element;
use page_tests::page::Page;
use page_tests::{Visit, visit};

const TAB: &str = "\u{E004}";
const ENTER: &str = "\u{E007}";
const SPACE: &str = "\u{E00D}";
const ESCAPE: &str = "\u{E00C}";
const RIGHT: &str = "\u{E014}";
const DOWN: &str = "\u{E015}";

#[test]
fn executors_are_compared_and_bars_are_read_by_keyboard_alone() {
    visit(async |Visit { site, page, .. }| {
        page.open_ready(site, "task=fib&n=27&workers=2&repeats=2").await;
        press(page, TAB).await;
        assert_eq!(focused_name(page).await, "Skip to the controls");

        go_to(page, "Compare").await;
        press(page, ENTER).await;
        page.wait_for(&["done"]).await;
        assert_eq!(page.all("#comparison tr[data-executor]").await.len(), 7);

        go_to(page, "loop").await;
        press(page, RIGHT).await;
        let first = page.text("#bar-figures").await;
        assert!(first.starts_with("fib("), "{first}");
        press(page, RIGHT).await;
        let next = page.text("#bar-figures").await;
        assert!(next.starts_with("fib(") && next != first, "{first}, then {next}");

        go_to(page, "processes").await;
        press(page, RIGHT).await;
        press(page, DOWN).await;
        let below = page.text("#bar-figures").await;
        assert!(below.contains("worker 2"), "{below}");
        press(page, ESCAPE).await;
        assert_eq!(page.text("#bar-figures").await, "");
    });
}

#[test]
fn a_run_is_cancelled_by_keyboard_and_the_focus_is_not_lost() {
    visit(async |Visit { site, page, .. }| {
        page.open_ready(site, "task=fib&executor=loop&n=48").await;
        go_to(page, "Run").await;
        press(page, SPACE).await;
        page.wait_for(&["running"]).await;
        assert_eq!(focused_name(page).await, "Cancel");
        press(page, SPACE).await;
        page.wait_for(&["cancelled"]).await;
        assert_eq!(focused_name(page).await, "Run");
    });
}

async fn active(page: &Page) -> Element {
    let client = page.browser().client();
    client.active_element().await.expect("something has the focus")
}

async fn press(page: &Page, key: &str) {
    active(page).await.send_keys(key).await.expect("keys can be pressed");
}

async fn focused_name(page: &Page) -> String {
    page.browser().label(&active(page).await).await
}

/// Goes on with the Tab key until what has this accessible name has the focus.
async fn go_to(page: &Page, name: &str) {
    let mut passed = Vec::new();
    for _ in 0..40 {
        press(page, TAB).await;
        let here = focused_name(page).await;
        if here == name {
            return;
        }
        passed.push(here);
    }
    panic!("the Tab key doesn't lead to {name:?}, but to {passed:?}");
}
