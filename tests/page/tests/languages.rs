//! Which language a visitor gets, and what stays when it changes.

use page_tests::page::Page;
use page_tests::site::Site;
use page_tests::{Visit, visit};
use serde_json::json;

/// Notes in which language anything was painted, whatever page that was.
const NOTE_PAINTS: &str = "
    new PerformanceObserver(() => {
        sessionStorage.painted = `${sessionStorage.painted ?? ''} ${document.documentElement?.lang}`
    }).observe({ type: 'paint' })";

#[test]
fn a_browser_that_prefers_german_runs_what_the_address_asks_for_on_the_german_page_and_sees_no_other() {
    visit(async |Visit { site, page, .. }| {
        prefer(page, "['de-AT', 'en']").await;
        page.add_to_each_load(NOTE_PAINTS).await;
        page.open_ready(site, "task=fib&n=9").await;
        assert_eq!(shown(page, site).await, ["de", "de.html?task=fib&n=9"]);
        let painted: String = page.when("sessionStorage.painted").await;
        assert_eq!(painted.trim().split(' ').find(|&lang| lang != "de"), None, "{painted}");
        let words: Vec<String> = page
            .eval("return performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.includes('/words/'))")
            .await;
        assert!(words.iter().all(|name| name.ends_with("/de.js")), "{words:?}");

        // That reload stays on the page.
        let run = page
            .run(site, "task=fib&executor=threads&n=8&workers=2&repeats=1&run")
            .await;
        assert_eq!((&*run.executor, run.inputs.len()), ("threads", 8));
        assert_eq!(shown(page, site).await[0], "de");
    });
}

async fn an_address_that_asks_for_german_runs_on_the_german_page(Visit { site, page, .. }: &Visit) {
    let set_up = "task=fib&executor=map&n=7&repeats=1&run&lang=de#begin";
    let run = page.run(site, set_up).await;
    assert_eq!(run.inputs.len(), 7);
    assert_eq!(page.runs().await.len(), 1);
    assert_eq!(shown(page, site).await, ["de", &format!("de.html?{set_up}")]);
}

in_engines!(Chromium, Firefox, WebKit: an_address_that_asks_for_german_runs_on_the_german_page);

#[test]
fn a_language_that_is_chosen_is_remembered_and_keeps_what_the_address_says() {
    visit(async |Visit { site, page, .. }| {
        page.open_ready(site, "task=fib&n=9#begin").await;
        choose(page, "es").await;
        assert_eq!(shown(page, site).await, ["es", "es.html?task=fib&n=9&lang=es#begin"]);
        page.open_ready(site, "task=fib").await;
        assert_eq!(shown(page, site).await, ["es", "es.html?task=fib"]);
        page.open_ready(site, "lang=de&n=8#begin").await;
        assert_eq!(shown(page, site).await, ["de", "de.html?lang=de&n=8#begin"]);
        choose(page, "en").await;
        page.go(&format!("{}es.html", site.address(""))).await;
        page.wait_for(&["ready"]).await;
        assert_eq!(shown(page, site).await[0], "en");
    });
}

#[test]
fn without_javascript_each_page_is_in_its_language_and_leads_to_all_others() {
    visit(async |Visit { site, page, .. }| {
        page.browser()
            .devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true }))
            .await;
        page.open(site, "").await;
        let languages: Vec<String> = page
            .eval("return document.documentElement.dataset.languages.split(' ')")
            .await;
        let mut titles = Vec::new();
        for language in &languages {
            let link = page.all(&format!("a[hreflang={language}]")).await.remove(0);
            link.click().await.expect("it can be clicked");
            assert_eq!(shown(page, site).await[0], *language);
            let links = "return [...document.querySelectorAll('link[hreflang]')].map((link) => `${link.hreflang} ${link.getAttribute('href')}`)";
            let links: Vec<String> = page.eval(links).await;
            let file = |code: &String| {
                if code == "en" {
                    "index.html".to_owned()
                } else {
                    format!("{code}.html")
                }
            };
            let mut expected: Vec<_> = languages.iter().map(|code| format!("{code} {}", file(code))).collect();
            expected.push("x-default index.html".to_owned());
            assert_eq!(links, expected);
            titles.push(page.text(".lede").await);
        }
        titles.dedup();
        assert_eq!(titles.len(), languages.len(), "{titles:?}");
        let enabled = json!({ "value": false });
        page.browser()
            .devtools("Emulation.setScriptExecutionDisabled", enabled)
            .await;
    });
}

#[test]
fn on_the_narrowest_phone_no_language_needs_scrolling_to_the_side() {
    visit(async |Visit { site, page, .. }| {
        page.open_ready(site, "").await;
        let languages: String = page.eval("return document.documentElement.dataset.languages").await;
        for language in languages.split(' ') {
            for set_up in ["", "task=fib&n=9&workers=2&repeats=2&executor=map&run"] {
                page.resize(320, 640).await;
                page.open(site, &format!("lang={language}&{set_up}")).await;
                page.wait_for(&["ready", "done"]).await;
                page.eval::<()>("document.querySelectorAll('details').forEach((one) => (one.open = true))")
                    .await;
                let width: u32 = page.eval("return document.documentElement.scrollWidth").await;
                assert_eq!(width, 320, "{language} {set_up}");
            }
        }
    });
}

#[test]
fn each_language_has_its_own_sentence_warning_fault_and_step() {
    visit(async |Visit { site, page, .. }| {
        for (language, sentence, warning, fault, step) in [
            (
                "en",
                "downloaded one after another",
                "doesn’t apply to",
                "by the simulated network",
                "A loads counter",
            ),
            (
                "de",
                "nacheinander heruntergeladen",
                "passt nicht zu",
                "im simulierten Netz",
                "A lädt counter",
            ),
            (
                "es",
                "se descargaron una tras otra",
                "no se aplica con",
                "en la red simulada",
                "A lee counter",
            ),
        ] {
            let set_up = format!("lang={language}&task=pictures&source=simulated&latency=30&count=3&repeats=1&run");
            page.open(site, &format!("{set_up}&n=9")).await;
            page.wait_for(&["done"]).await;
            assert_eq!(shown(page, site).await[0], language);
            let verdict = page.text("#verdict").await;
            assert!(verdict.contains(sentence), "{verdict}");
            assert_eq!(page.codes("#warnings li").await, ["misfit"]);
            let warnings = page.warnings().await;
            assert!(warnings[0].contains(warning), "{warnings:?}");

            page.open(site, &format!("{set_up}&failures=100&step=lost-update&path=A"))
                .await;
            page.wait_for(&["failed"]).await;
            assert_eq!(page.codes("#fault").await, ["lost"]);
            let said = page.text("#fault").await;
            assert!(said.contains(fault), "{said}");
            let announced = page.text("#stepper [role=status]").await;
            assert!(announced.starts_with(step), "{announced}");
        }
    });
}

/// Presses on a language.
async fn choose(page: &Page, language: &str) {
    let link = page.all(&format!("a[hreflang={language}]")).await.remove(0);
    link.click().await.expect("it can be clicked");
    page.wait_for(&["ready"]).await;
}

/// What the browser prefers, as an array of JavaScript.
async fn prefer(page: &Page, languages: &str) {
    let script = format!("Object.defineProperty(navigator, 'languages', {{ value: {languages} }})");
    page.add_to_each_load(&script).await;
}

/// The language of the page that is shown, and its address in the site.
async fn shown(page: &Page, site: &Site) -> [String; 2] {
    let [language, address]: [String; 2] = page.eval("return [document.documentElement.lang, location.href]").await;
    [language, address.replace(&site.address(""), "")]
}
