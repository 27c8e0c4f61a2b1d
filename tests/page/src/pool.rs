//! Browsers that one test after another uses: starting one takes longer than many a test.
//!
//! Only Chromium, which most tests use. What a test leaves behind is deleted; and since each has a host of its own, what one test
//! stores is of another origin than what the next one does.

use std::sync::{Mutex, Once};
use std::thread;

use fantoccini::error::CmdError;
use futures_util::future::join_all;
use serde_json::json;
use tokio::time::timeout;

use crate::browser::{Browser, Engine, WINDOW};
use crate::lock;
use crate::picsum::Picsum;
use crate::visit::{HANGS_AFTER, RUNTIME};

/// A browser knows its stand-in for Lorem Picsum from its start on.
type Pair = (Browser, Picsum);

static FREE: Mutex<Vec<Pair>> = Mutex::new(Vec::new());

/// A browser without any history, and its stand-in.
pub async fn take(engine: Engine) -> Pair {
    let free = if engine == Engine::Chromium {
        lock(&FREE).pop()
    } else {
        None
    };
    if let Some(pair) = free {
        return pair;
    }
    let picsum = Picsum::start().await;
    (Browser::start(engine, &picsum).await, picsum)
}

/// Gives a browser back that has shown pages of this origin. One that can't be made like new is ended.
pub async fn give_back(browser: Browser, picsum: Picsum, origin: &str) {
    let is_new = browser.engine() == Engine::Chromium && forget(&browser, origin).await.is_ok() && picsum.reset();
    if is_new {
        end_with_the_program();
        lock(&FREE).push((browser, picsum));
    } else {
        browser.quit().await;
    }
}

/// Closes all tabs but a new one, and deletes what pages of this origin stored and the browser cached.
async fn forget(browser: &Browser, origin: &str) -> Result<(), CmdError> {
    let client = browser.client();
    let old = client.windows().await?;
    let new = client.new_window(true).await?.handle;
    for window in old {
        client.switch_to_window(window).await?;
        client.close_window().await?;
    }
    client.switch_to_window(new).await?;
    // A test may have minimised it.
    client.set_window_rect(0, 0, WINDOW.0, WINDOW.1).await?;
    let all = json!({ "origin": origin, "storageTypes": "all" });
    browser.try_devtools("Storage.clearDataForOrigin", all).await?;
    browser.try_devtools("Network.clearBrowserCache", json!({})).await?;
    // What went on while the tabs closed is of no test.
    browser.console().await;
    Ok(())
}

/// Has the browsers end when the program does: the test runner leaves by `exit`, which drops no static.
fn end_with_the_program() {
    extern "C" fn end() {
        let browsers = std::mem::take(&mut *lock(&FREE));
        let ending = async {
            join_all(
                browsers
                    .into_iter()
                    .map(|(browser, _)| timeout(HANGS_AFTER, browser.quit())),
            )
            .await;
        };
        // Another thread, since this one's local variables, which the runtime needs, are gone by now.
        let _ = thread::spawn(|| RUNTIME.block_on(ending)).join();
    }
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // SAFETY: `end` is a function of this program, takes nothing and doesn't unwind.
        unsafe { libc::atexit(end) };
    });
}
