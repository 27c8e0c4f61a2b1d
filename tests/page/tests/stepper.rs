//! The stepper: the visitor schedules the threads of a small program.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use page_tests::page::Page;
use page_tests::{Visit, visit};
use serde_json::json;

use crate::accessibility::examine;

const LEFT: char = '\u{E012}';
const RIGHT: char = '\u{E014}';
const PAGE_DOWN: char = '\u{E00F}';

const SAID: &str = "#stepper [role=status]";

/// Opens the page and waits until the stepper, which comes later, is there with its style.
async fn open(Visit { site, page, .. }: &Visit, query: &str) {
    page.open(site, query).await;
    page.when::<bool>("document.querySelector('#stepper > .sheet:not([hidden])') !== null")
        .await;
}

/// Presses a key wherever the focus is.
async fn press(page: &Page, key: char) {
    let keys = KeyActions::new("keys".to_owned())
        .then(KeyAction::Down { value: key })
        .then(KeyAction::Up { value: key });
    let client = page.browser().client();
    client.perform_actions(keys).await.expect("keys can be pressed");
}

async fn search(page: &Page) -> String {
    page.eval("return location.search").await
}

#[test]
fn an_update_is_lost_by_mouse_and_by_keyboard_and_a_reload_shows_it_again() {
    visit(async |visit| {
        open(visit, "step=lost-update").await;
        let Visit { page, .. } = visit;
        assert_eq!(
            page.eval::<String>("return document.documentElement.dataset.mode")
                .await,
            "path"
        );
        page.click("Next step of A").await;
        assert_eq!(page.text(SAID).await, "A loads counter: seen is 0.");
        // The focus is on A's button, and the keys act from there.
        for key in "bbba".chars() {
            press(page, key).await;
        }
        assert_eq!(page.text(SAID).await, "A adds 1: next is 1.");
        press(page, LEFT).await;
        let back = page.text(SAID).await;
        assert_eq!(back, "Back at step 4. B stores 1 in counter.");
        press(page, RIGHT).await;
        page.click("Next step of A").await;
        let lost = "A stores 1 in counter. All are done. The counter is 1, not 2: 1 update lost.";
        assert_eq!(page.text(SAID).await, lost);
        assert_eq!(search(page).await, "?step=lost-update&path=ABBBAA");

        page.browser().client().refresh().await.expect("the page reloads");
        page.when::<bool>("document.querySelector('#stepper > .sheet:not([hidden])') !== null")
            .await;
        assert_eq!(page.text(SAID).await, lost);
        let is_in_view = "const { top } = document.querySelector('#stepper').getBoundingClientRect(); return Math.round(top) >= 0 && top < innerHeight";
        assert!(page.eval::<bool>(is_in_view).await);
        let map = "return document.querySelector('#stepper svg').getAttribute('aria-label')";
        let map: String = page.eval(map).await;
        assert!(
            map.contains("18 of 20 interleavings lose an update.") && map.contains("A B B B A A"),
            "{map}"
        );
    });
}

#[test]
fn a_thread_that_waits_for_a_lock_cant_be_pressed_and_a_deadlock_is_named_and_drawn() {
    visit(async |visit| {
        open(visit, "step=deadlock&path=A").await;
        let Visit { page, .. } = visit;
        page.click("Next step of B").await;
        let deadlock =
            "B locks y. Deadlock: no thread can go on. A holds x and waits for y. B holds y and waits for x.";
        assert_eq!(page.text(SAID).await, deadlock);
        page.click("A waits for y, locked by B").await;
        assert_eq!(search(page).await, "?step=deadlock&path=AB");
        let drawn = page.all("#stepper figure svg circle").await;
        assert_eq!(drawn.len(), 2, "two threads in a circle");
        examine(page, "in a deadlock").await;

        page.choose("step-program", "lock-order").await;
        page.click("Next step of A").await;
        assert!(
            page.text("#stepper")
                .await
                .contains("None of the 2 interleavings ends in a deadlock.")
        );
        assert!(page.button("B waits for x, locked by A").await.is_some());
    });
}

#[test]
fn a_shortest_interleaving_that_goes_wrong_is_shown_on_demand_also_of_three_threads() {
    visit(async |visit| {
        open(visit, "step=check-then-act&threads=3").await;
        let Visit { page, .. } = visit;
        page.click("Show a shortest one").await;
        let said = page.text(SAID).await;
        assert!(
            said.ends_with("The last ticket is sold more than once: tickets is -1."),
            "{said}"
        );
        page.click("Restart").await;
        assert_eq!(search(page).await, "?step=check-then-act&threads=3");
        assert_eq!(page.text(SAID).await, "Back at the start.");
    });
}

#[test]
fn in_a_frame_there_is_only_the_stepper_and_keys_for_slides_step() {
    visit(async |visit| {
        open(visit, "embed&step=lost-update").await;
        let Visit { page, .. } = visit;
        for _ in 0..6 {
            press(page, PAGE_DOWN).await;
        }
        assert!(page.text(SAID).await.contains("1 update lost"));
        for hidden in ["#stage", "#begin", ".path", "footer"] {
            let shown = "return document.querySelector(arguments[0]).getClientRects().length > 0";
            assert!(!page.script::<bool>(shown, vec![json!(hidden)]).await, "{hidden}");
        }
        let full: String = page.eval("return document.querySelector('.step-full').search").await;
        assert_eq!(full, search(page).await.replace("embed&", ""));
        examine(page, "the stepper in a frame").await;

        page.resize(320, 600).await;
        let (wide, room): (u32, u32) = page
            .eval("const { scrollWidth, clientWidth } = document.documentElement; return [scrollWidth, clientWidth]")
            .await;
        assert!(wide <= room, "{wide} pixels in {room}");
    });
}

#[test]
fn in_a_frame_with_a_timeline_keys_step_nothing() {
    visit(async |Visit { site, page, .. }| {
        page.open_ready(site, "embed&task=fib&n=20").await;
        page.when::<bool>("document.querySelector('#stepper > .sheet:not([hidden])') !== null")
            .await;
        press(page, RIGHT).await;
        press(page, PAGE_DOWN).await;
        assert!(!search(page).await.contains("step="));
    });
}

#[test]
fn what_an_address_cant_mean_is_named_and_left_out() {
    visit(async |visit| {
        open(visit, "step=lost-update&threads=9&path=AAAA").await;
        let Visit { page, .. } = visit;
        assert_eq!(page.codes("#warnings li").await, ["threads", "path"]);
        assert_eq!(
            page.text(SAID).await,
            "You are the scheduler: press a thread, and it takes its next step."
        );
    });
}
