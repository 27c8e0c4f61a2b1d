//! A long repeat is shown while it goes on.

use page_tests::browser::Engine;
use page_tests::{Setup, Visit};

/// Calls back with the moments at which the right end of a lane's bars was seen further on, and when the run was over.
const WATCH_BARS: &str = "
    const done = arguments[0]
    const root = document.documentElement
    const begin = performance.now()
    let last = ''
    const moments = []
    const look = () => {
        const canvas = document.querySelector('#panels canvas')
        canvas?.scrollIntoView({ block: 'center' })
        const picture = canvas?.toDataURL() ?? ''
        if (picture !== last) moments.push(performance.now() - begin)
        last = picture
        if (['ready', 'running', 'loading'].includes(root.dataset.state)) requestAnimationFrame(look)
        else done(moments)
    }
    document.getElementById('run').click()
    requestAnimationFrame(look)";

async fn the_bars_of_a_long_repeat_grow_at_least_four_times_a_second(Visit { site, page, .. }: &Visit) {
    for executor in ["loop", "async"] {
        page.open(site, &format!("task=fib&n=44&workers=2&repeats=1&executor={executor}"))
            .await;
        page.wait_for(&["ready"]).await;
        let moments: Vec<f64> = page.script_async(WATCH_BARS, vec![]).await;
        let run = page.last_run().await;
        let whole = run.times_ms[0];
        let seconds = whole / 1000.0;
        #[expect(clippy::cast_precision_loss, reason = "a few hundred")]
        let a_second = moments.len() as f64 / seconds;
        assert!(a_second >= 4.0, "{executor}: {moments:?} in {whole} ms");
    }
}

/// Makes a test in each engine from each of these functions.
macro_rules! in_every_engine {
    ($($test:ident),+ $(,)?) => {
        $(mod $test {
            use super::{Engine, Setup};

            #[test]
            fn chromium() {
                Setup::usual().visit(super::$test);
            }

            #[test]
            fn firefox() {
                Setup::usual().with(Engine::Firefox).visit(super::$test);
            }

            #[test]
            fn webkit() {
                Setup::usual().with(Engine::WebKit).visit(super::$test);
            }
        })+
    };
}

in_every_engine!(the_bars_of_a_long_repeat_grow_at_least_four_times_a_second);
