//! `cargo xtask serve --host ADDRESS`, as another machine sees it.

use std::net::IpAddr;
use std::thread;

use page_tests::Visit;
use page_tests::browser::{Browser, Engine};
use page_tests::executors::IN_SHARED_MEMORY;
use page_tests::page::OVER;
use page_tests::site::dist;
use serde_json::json;
use server::port::listen;
use server::{Files, https};

const HERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::LOCALHOST);

async fn over_https_who_accepts_the_certificate_has_shared_memory(visit: &Visit) {
    let Visit { page, .. } = visit;
    // A service worker is never taken from a host with such a certificate; that server needs none.
    visit.expect_in_console("service-worker.js");
    visit.expect_in_console("SSL");
    accept_certificates(page.browser()).await;

    let (port, listeners) = listen(&[HERE], 8443).expect("a port is free");
    let certificate = https::certificate(&[HERE]).expect("a certificate");
    // Until the tests end.
    thread::spawn(move || https::serve(listeners, &Files::of(&dist()), certificate));
    for executor in IN_SHARED_MEMORY {
        let set_up = format!("task=fib&executor={executor}&n=20&workers=2&repeats=1&run");
        page.go(&format!("https://{HERE}:{port}/?{set_up}")).await;
        page.wait_for(OVER).await;
        let run = page.last_run().await;
        assert!(run.environment.cross_origin_isolated, "{executor}");
        assert_eq!(run.numbers()[19], 4181, "{executor}");
    }
}

/// Firefox is started so that it does.
async fn accept_certificates(browser: &Browser) {
    if browser.engine() == Engine::Chromium {
        browser
            .devtools("Security.setIgnoreCertificateErrors", json!({ "ignore": true }))
            .await;
    }
}

in_engines!(Chromium, Firefox: over_https_who_accepts_the_certificate_has_shared_memory);
