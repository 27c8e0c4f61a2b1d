//! The run is the first thing one sees: it takes the stage, nothing moves, and it says in a sentence what it shows.

use page_tests::{Visit, visit, visit_expecting};

/// A desktop, a notebook, a phone, and a small one.
const SCREENS: [(u32, u32); 4] = [(1280, 800), (1366, 650), (390, 750), (320, 568)];

/// From now on, adds up how far what is shown moves without being asked.
const WATCH_SHIFTS: &str = "
    window.shifts = []
    new PerformanceObserver((list) => shifts.push(...list.getEntries().filter((entry) => !entry.hadRecentInput)))
        .observe({ type: 'layout-shift', buffered: true })";

/// The parts of what matters that are out of the window, and how far all has moved.
const OUT_OF_VIEW: &str = "
    const outside = [...document.querySelectorAll('#panels .plot, #time, #axis, #doing')].filter((element) => {
        const { top, bottom, height } = element.getBoundingClientRect()
        return height === 0 || top < 0 || bottom > innerHeight
    })
    return outside.map((element) => element.id || element.className)";

/// Whether one sees how many times as fast as the loop an executor was without scrolling its table.
const SHOWS_RATIO: &str = "
    const { left, right } = document.querySelector('#comparison tr[data-executor=async] .ratio').getBoundingClientRect()
    return left >= 0 && right <= innerWidth && right > left";

/// Whether there is a sentence, where one sees it.
const SAYS_SOMETHING: &str = "
    const verdict = document.querySelector('#verdict')
    return verdict.textContent !== '' && verdict.getBoundingClientRect().top < innerHeight - 40";

async fn from_the_press_on_lanes_and_figure_are_in_the_first_screen_and_nothing_moves(
    Visit { site, page, .. }: &Visit,
) {
    let out_of_view = async || page.eval::<Vec<String>>(OUT_OF_VIEW).await;
    for (width, height) in SCREENS {
        let screen = format!("{width} × {height}");
        page.resize(width, height).await;
        let set_up = "task=pictures&source=simulated&latency=25&executor=async&repeats=2&workers=20";
        page.open_ready(site, set_up).await;
        page.eval::<()>(WATCH_SHIFTS).await;
        page.click("Compare").await;
        // The loop's lane grows while it goes on.
        assert!(page.eval_async::<bool>(GROWS).await, "{screen}: no lane moves");
        assert_eq!(out_of_view().await, [""; 0], "{screen}, during");
        assert_eq!(page.wait_for(&["done", "failed"]).await, "done");
        assert_eq!(out_of_view().await, [""; 0], "{screen}, after");
        for seen in [SAYS_SOMETHING, SHOWS_RATIO] {
            assert!(page.eval::<bool>(seen).await, "{screen}: {seen}");
        }
        let moved: f64 = page
            .eval("return shifts.reduce((sum, { value }) => sum + value, 0)")
            .await;
        assert!(moved <= 0.02, "{screen}: {moved}");
    }
}
in_engines!(Setup::usual().on_its_own_server() => Chromium: from_the_press_on_lanes_and_figure_are_in_the_first_screen_and_nothing_moves);

/// Calls back once the first lane shows more than it showed while the same repeat goes on.
const GROWS: &str = "
    const done = arguments[0]
    const painted = () => {
        const canvas = document.querySelector('.plot canvas')
        if (document.documentElement.dataset.state !== 'running' || !canvas || canvas.width === 0) return 0
        const { data } = canvas.getContext('2d').getImageData(0, Math.floor(canvas.height / 4), canvas.width, 1)
        return data.filter((value, at) => at % 4 === 3 && value > 0).length
    }
    const seen = new Set()
    const look = () => {
        if (document.documentElement.dataset.state === 'done') return done(seen.size > 2)
        seen.add(painted())
        if (seen.size > 3) return done(true)
        requestAnimationFrame(look)
    }
    look()";

#[test]
fn the_opening_figure_says_that_it_is_an_illustration_and_becomes_the_run() {
    visit(async |Visit { site, page, .. }| {
        page.open_ready(site, "").await;
        assert!(page.text("#time-what").await.starts_with("An illustration"));
        let place = "
            const { top } = document.querySelector('.panels-frame').getBoundingClientRect()
            return Math.round(top + scrollY)";
        let before: i32 = page.eval(place).await;
        page.open_ready(site, "task=fib&n=25&repeats=2&workers=2&executor=loop")
            .await;
        page.run_by_click("Run").await;
        assert!(page.all("#drawing").await[0].text().await.expect("a text").is_empty());
        assert!(!page.text("#time-what").await.starts_with("An illustration"));
        assert_eq!(page.eval::<i32>(place).await, before);
    });
}

#[test]
fn the_sentence_is_what_is_announced_and_what_the_page_is_described_by() {
    visit(async |Visit { site, page, .. }| {
        let set_up = "task=pictures&source=simulated&latency=40&executor=async&repeats=3&run";
        page.run(site, set_up).await;
        let said = page.text("#verdict").await;
        assert!(said.starts_with("All 20 pictures were downloading"), "{said}");
        let others = "
            const metas = document.querySelectorAll('meta[name=description], meta[property=\"og:description\"]')
            return [document.querySelector('#status').textContent, ...[...metas].map((meta) => meta.content)]";
        // WebDriver gives any space as a plain one.
        let others = page.eval::<Vec<String>>(others).await;
        assert_eq!(others.join("|").replace('\u{a0}', " "), [said.as_str(); 3].join("|"));
    });
}

#[test]
fn a_run_that_failed_claims_nothing_and_says_why_in_the_same_place() {
    visit_expecting(&["picsum.photos"], async |Visit { picsum, site, page, .. }| {
        picsum.set_reachable(false);
        page.resize(390, 750).await;
        page.open_ready(site, "task=pictures&count=3&repeats=1&executor=async")
            .await;
        assert_eq!(page.click_and_wait("Run").await, "failed");
        assert_eq!(page.text("#verdict").await, "");
        let is_in_view = "return document.querySelector('#fault-text').getBoundingClientRect().bottom < innerHeight";
        assert!(
            page.eval::<bool>(is_in_view).await,
            "one has to look for what went wrong"
        );
    });
}

#[test]
fn what_the_end_waited_for_is_marked_and_each_worker_is_told_of_on_demand() {
    visit(async |Visit { site, page, .. }| {
        page.run(site, "task=fib&executor=processes&n=32&workers=2&repeats=3&run")
            .await;
        let marked: Vec<String> = page.eval_async(BARS).await;
        let waited = marked
            .iter()
            .filter(|words| words.contains("on the critical path"))
            .count();
        assert!((1..marked.len()).contains(&waited), "{marked:?}");
        assert!(page.all(".panel-more table").await.is_empty());
        page.click("processes, worker by worker").await;
        page.when::<bool>("document.querySelectorAll('.panel-more tbody tr').length === 2")
            .await;
        let rows = page.texts(".panel-more tbody tr").await;
        assert!(rows[0].starts_with("worker 1"), "{rows:?}");
        page.click("processes, worker by worker").await;
        assert!(page.texts(".panel-more tbody tr").await.concat().is_empty());
    });
}

/// Goes from bar to bar by keys, in both lanes, and calls back with what each says.
const BARS: &str = "
    const done = arguments[0]
    const plot = document.querySelector('.plot')
    const said = []
    const press = (key) => {
        plot.dispatchEvent(new KeyboardEvent('keydown', { key }))
        said.push(document.querySelector('#bar-figures').textContent)
    }
    for (let bar = 0; bar < 40; bar += 1) press('ArrowRight')
    press('ArrowDown')
    for (const way of ['ArrowLeft', 'ArrowRight']) for (let bar = 0; bar < 40; bar += 1) press(way)
    done([...new Set(said)])";

#[test]
fn a_link_with_results_says_what_its_maker_measured() {
    visit(async |Visit { site, page, .. }| {
        let results = r#"[2,"fib%2020%201",8,[["loop",1,100,100,null,null],["threads",8,20,100,4.9,5.1]]]"#;
        let address = site.address("task=fib&n=20&executor=threads");
        page.go(&format!("{address}#results={}", results.replace('"', "%22")))
            .await;
        page.wait_for(&["ready"]).await;
        let said = page.text("#verdict").await;
        assert!(said.contains("on 8 cores") && said.contains("5.00×"), "{said}");
    });
}

#[test]
fn the_size_of_the_window_may_change_and_the_lanes_still_fit() {
    visit(async |Visit { site, page, .. }| {
        page.resize(1280, 800).await;
        page.open_ready(site, "task=fib&n=25&repeats=2&workers=16").await;
        assert_eq!(page.click_and_wait("Compare").await, "done");
        for (width, height) in SCREENS {
            page.resize(width, height).await;
            page.scroll_to("#stage").await;
            let fits = "(({ clientWidth, scrollWidth }) => clientWidth === scrollWidth)(document.documentElement)
                && document.querySelector('#axis').getBoundingClientRect().bottom < innerHeight";
            assert!(page.when::<bool>(fits).await);
            // As translators of pages set it.
            let aside = "const root = document.documentElement
                root.dir = 'rtl'
                scrollBy(-5000, 0)
                const aside = Math.abs(Math.round(scrollX))
                root.dir = ''
                return aside";
            assert_eq!(page.eval::<u32>(aside).await, 0, "it scrolls into nothing");
        }
    });
}
