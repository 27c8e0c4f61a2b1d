//! The address's parameters on the page: what can't be used is named, and the form shows the defaults. Which values these are is
//! tested in tests/www/parameters.test.js.

use std::collections::BTreeMap;

use fantoccini::actions::{WheelAction, WheelActions};
use page_tests::page::Page;
use page_tests::site::Site;
use page_tests::{Visit, visit};

const PARAMETERS: [&str; 16] = [
    "task", "executor", "n", "count", "width", "height", "workers", "repeats", "cutoff", "order", "chunks", "source",
    "latency", "failures", "seed", "timeout",
];

#[test]
fn every_parameter_that_is_no_value_of_its_kind_is_named_and_its_default_used() {
    visit(async |Visit { site, page, .. }| {
        let defaults = set_up_of(page, site, "").await;
        let query: Vec<String> = PARAMETERS.iter().map(|name| format!("{name}=nonsense")).collect();
        assert_eq!(set_up_of(page, site, &query.join("&")).await, defaults);
        let warnings = page.warnings().await;
        for name in PARAMETERS {
            let naming = warnings.iter().filter(|warning| names(warning, name)).count();
            assert!(naming >= 1, "{name} is not named in {warnings:#?}");
        }
        assert_eq!(warnings.len(), PARAMETERS.len(), "{warnings:#?}");
    });
}

#[test]
fn a_run_goes_on_despite_a_warning() {
    visit(async |Visit { site, page, .. }| {
        let run = page.run(site, "task=fib&n=20&repeats=3&workers=many&run").await;
        assert_eq!(run.inputs.len(), 20);
        assert_eq!(run.repeats, 3);
        assert!(page.warnings().await.iter().any(|warning| names(warning, "workers")));
    });
}

#[test]
fn a_warning_is_text_whatever_the_address_says() {
    visit(async |Visit { site, page, .. }| {
        set_up_of(
            page,
            site,
            "n=<img%20src=x%20onerror=document.title='caught'>&%3Cb%3Ebold=1",
        )
        .await;
        assert_eq!(page.all("#warnings img, #warnings b").await.len(), 0);
        assert_ne!(page.browser().client().title().await.expect("a title"), "caught");
    });
}

#[test]
fn fields_take_the_number_that_was_typed() {
    visit(async |Visit { site, page, .. }| {
        page.open_ready(site, "task=mandelbrot").await;
        page.fill("Zoom", "2,5").await;
        page.fill("Centre, real", "−0,75").await;
        page.fill("Tiles", "３０").await;
        page.fill("Workers", "1,5").await;
        page.fill("Your guess: how many times as fast as the loop?", "2,5")
            .await;
        let address: String = page.eval("return location.search").await;
        for pair in ["zoom=2.5&", "re=-0.75&", "tiles=30&"] {
            assert!(address.contains(pair), "{pair} is not in {address}");
        }
        let wrong = "return [...document.querySelectorAll('input:invalid')].map(({ id, value }) => `${id}: ${value}`)";
        assert_eq!(page.eval::<Vec<String>>(wrong).await, ["workers: 1,5"]);
    });
}

#[test]
fn the_wheel_over_a_number_that_is_being_edited_scrolls_the_page_and_changes_nothing() {
    visit(async |Visit { site, page, .. }| {
        page.open_ready(site, "task=fib&n=30").await;
        let place = "
            const field = document.getElementById('n')
            field.focus()
            const { x, y } = field.getBoundingClientRect()
            return [Math.round(x) + 5, Math.round(y) + 5]";
        let (x, y): (i64, i64) = page.eval(place).await;
        let mut wheel = WheelActions::new("wheel".to_owned());
        wheel.push(WheelAction::Scroll {
            duration: None,
            x,
            y,
            delta_x: 0,
            delta_y: 50,
        });
        let client = page.browser().client();
        client.perform_actions(wheel).await.expect("a wheel that turns");
        let scrolled = "
            const [done] = arguments
            const look = () => scrollY > 0 && done([document.activeElement.id, document.getElementById('n').value, location.search])
            addEventListener('scroll', look)
            look()";
        let (focused, value, address): (String, String, String) = page.eval_async(scrolled).await;
        assert_eq!([&*focused, &*value], ["n", "30"]);
        assert!(address.contains("n=30"), "{address}");
    });
}

#[test]
fn a_warning_survives_the_reload_for_isolation_and_stays_in_view_until_it_is_dismissed() {
    visit(async |Visit { site, page, .. }| {
        page.run(site, "task=fib&executor=threads&n=20&cutoff=x&repeats=1&run")
            .await;
        assert_eq!(site.loads(), 2, "it was reloaded");
        assert_eq!(page.codes("#warnings li").await, ["misfit"]);
        page.script::<()>("scrollTo(0, document.body.scrollHeight)", vec![])
            .await;
        let shown = "
            const { top, bottom } = document.querySelector('#warnings li').getBoundingClientRect()
            return top >= 0 && bottom <= innerHeight";
        assert!(page.eval::<bool>(shown).await);
        page.click("Dismiss").await;
        assert_eq!(page.codes("#warnings li").await, [""; 0]);

        page.open_ready(site, "task=n-queen&executor=threads&run").await;
        assert_eq!(page.codes("#warnings li").await, ["no-choice"]);
        assert_eq!(page.eval::<u32>("return runs.length").await, 0);
    });
}

/// What the form shows.
async fn set_up_of(page: &Page, site: &Site, query: &str) -> BTreeMap<String, String> {
    page.open_ready(site, query).await;
    let script = "
        const value = (name) => {
            const control = document.querySelector(`[name='${name}']:is(:checked, :not([type=radio]))`)
            return control ? control.value : 'no control'
        }
        return Object.fromEntries(arguments[0].map((name) => [name, value(name)]))";
    page.script(script, vec![PARAMETERS.as_slice().into()]).await
}

/// Whether a text has this word.
fn names(text: &str, word: &str) -> bool {
    text.split(|character: char| !character.is_alphanumeric())
        .any(|part| part == word)
}
