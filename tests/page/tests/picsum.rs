//! The stand-in behaves as Lorem Picsum does, seen through an ordinary HTTP client.

use std::time::{Duration, Instant};

use futures_util::future::join_all;
use page_tests::picsum::{Fault, Hop, Picsum, RetryAfter};
use reqwest::header::{HeaderMap, ORIGIN};
use reqwest::redirect::Policy;
use reqwest::{Client, Response, StatusCode, Version};
use serde_json::Value;

#[tokio::test]
async fn a_picture_is_redirected_to_the_image_host_over_http_2() {
    let picsum = Picsum::start().await;
    let response = one_hop(&picsum, "https://picsum.photos/id/7/200/300").await;

    assert_eq!(response.status(), StatusCode::FOUND);
    assert_eq!(response.version(), Version::HTTP_2);
    assert_eq!(
        header(&response, "cache-control"),
        "no-cache, no-store, must-revalidate"
    );
    assert_eq!(header(&response, "access-control-allow-origin"), "*");
    let location = header(&response, "location");
    assert!(
        location.starts_with("https://fastly.picsum.photos/id/7/200/300.jpg?hmac="),
        "{location}"
    );
}

#[tokio::test]
async fn the_image_host_sends_a_jpeg_of_the_size_asked_for() {
    let picsum = Picsum::start().await;
    let response = get(&picsum, "https://picsum.photos/id/7/200/300").await;

    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(response.version(), Version::HTTP_2);
    assert_eq!(header(&response, "content-type"), "image/jpeg");
    assert_eq!(header(&response, "cache-control"), "public, max-age=2592000, immutable");
    assert_eq!(header(&response, "picsum-id"), "7");
    assert_eq!(header(&response, "timing-allow-origin"), "*");
    assert_eq!(header(&response, "access-control-allow-origin"), "*");
    let length: usize = header(&response, "content-length").parse().expect("a length");
    let file = response.bytes().await.expect("the whole picture");
    assert_eq!(file.len(), length);
    let picture = image::load_from_memory(&file).expect("a picture");
    assert_eq!((picture.width(), picture.height()), (200, 300));
}

#[tokio::test]
async fn cross_origin_access_is_granted_to_those_who_ask_for_it_only() {
    let picsum = Picsum::start().await;
    let response = client(&picsum, Policy::none())
        .get("https://picsum.photos/id/7/9/9")
        .send()
        .await
        .expect("an answer");
    assert!(!response.headers().contains_key("access-control-allow-origin"));
}

#[tokio::test]
async fn a_query_of_ones_own_is_dropped_by_the_redirect() {
    let picsum = Picsum::start().await;
    let plain = one_hop(&picsum, "https://picsum.photos/id/7/200/300").await;
    let queried = one_hop(&picsum, "https://picsum.photos/id/7/200/300?x=1").await;
    assert_eq!(header(&plain, "location"), header(&queried, "location"));
}

#[tokio::test]
async fn the_image_host_refuses_a_wrong_or_missing_signature() {
    let picsum = Picsum::start().await;
    let response = one_hop(&picsum, "https://picsum.photos/id/7/200/300").await;
    let signed = header(&response, "location");
    for address in [
        signed.replace("/id/7/", "/id/8/"),
        signed.replace("hmac=", "hmac=A"),
        "https://fastly.picsum.photos/id/7/200/300.jpg".to_owned(),
        "https://fastly.picsum.photos/id/x/y/z".to_owned(),
    ] {
        let response = one_hop(&picsum, &address).await;
        assert_eq!(response.status(), StatusCode::BAD_REQUEST, "{address}");
        assert_eq!(response.text().await.expect("a text"), "Invalid parameters\n");
    }
}

#[tokio::test]
async fn pictures_86_and_97_do_not_exist() {
    let picsum = Picsum::start().await;
    for id in [86, 97] {
        let response = one_hop(&picsum, &format!("https://picsum.photos/id/{id}/200/300")).await;
        assert_eq!(response.status(), StatusCode::NOT_FOUND);
        assert_eq!(header(&response, "content-type"), "text/plain; charset=utf-8");
        assert_eq!(header(&response, "access-control-allow-origin"), "*");
        assert_eq!(response.text().await.expect("a text"), "Image does not exist\n");
    }
}

#[tokio::test]
async fn a_side_above_5000_is_an_invalid_size() {
    let picsum = Picsum::start().await;
    for size in ["5001/1", "1/5001", "1/x"] {
        let response = one_hop(&picsum, &format!("https://picsum.photos/id/1/{size}")).await;
        assert_eq!(response.status(), StatusCode::BAD_REQUEST);
        assert_eq!(response.text().await.expect("a text"), "Invalid size\n");
    }
}

#[tokio::test]
async fn each_hop_takes_its_latency_and_pictures_do_not_queue() {
    let picsum = Picsum::start().await;
    let latency = Duration::from_millis(100);
    picsum.set_latency(latency);
    let client = client(&picsum, Policy::default());
    let start = Instant::now();
    let all = (0..20).map(|id| client.get(format!("https://picsum.photos/id/{id}/200/300")).send());
    for response in join_all(all).await {
        assert_eq!(response.expect("an answer").status(), StatusCode::OK);
    }
    let took = start.elapsed();
    assert!(took >= 2 * latency, "{took:?} is too fast for two hops");
    assert!(took < 20 * latency, "{took:?} is as slow as one after the other");
}

#[tokio::test]
async fn the_journal_has_every_request_in_order() {
    let picsum = Picsum::start().await;
    assert!(picsum.journal().is_empty());
    for _ in 0..2 {
        get(&picsum, "https://picsum.photos/id/7/200/300").await;
    }
    let journal = picsum.journal();
    assert_eq!((journal.count(Hop::Front, 7), journal.count(Hop::Images, 7)), (2, 2));
    assert_eq!(journal.count(Hop::Front, 8), 0);
    let hops: Vec<Hop> = journal.requests().into_iter().map(|request| request.hop).collect();
    assert_eq!(hops, [Hop::Front, Hop::Images, Hop::Front, Hop::Images]);
}

#[tokio::test]
async fn the_list_names_the_photographers_page_by_page() {
    let picsum = Picsum::start().await;
    let response = get(&picsum, "https://picsum.photos/v2/list?page=2&limit=1000").await;
    let link = header(&response, "link");
    assert!(
        link.contains("page=1&limit=100>; rel=\"prev\"") && link.contains("page=3&limit=100>; rel=\"next\""),
        "{link}"
    );
    let list: Vec<Value> = response.json().await.expect("a list");
    assert_eq!(list.len(), 100);
    assert_eq!(list[0]["id"], "102");
    for key in ["author", "url", "download_url"] {
        assert!(list[0][key].is_string(), "{key} in {}", list[0]);
    }
}

#[tokio::test]
async fn the_info_of_a_picture_is_its_entry_in_the_list() {
    let picsum = Picsum::start().await;
    let list: Vec<Value> = get(&picsum, "https://picsum.photos/v2/list?limit=1")
        .await
        .json()
        .await
        .expect("a list");
    let info: Value = get(&picsum, "https://picsum.photos/id/0/info")
        .await
        .json()
        .await
        .expect("a picture's info");
    assert_eq!(info, list[0]);
    assert_eq!(
        get(&picsum, "https://picsum.photos/id/86/info").await.status(),
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn a_stopped_stand_in_can_not_be_reached() {
    let picsum = Picsum::start().await;
    let client = client(&picsum, Policy::default());
    picsum.stop();
    let error = client
        .get("https://picsum.photos/id/1/9/9")
        .send()
        .await
        .expect_err("nobody answers");
    assert!(error.is_connect(), "{error:?}");
}

#[tokio::test]
async fn a_fault_set_for_two_times_is_over_the_third() {
    let picsum = Picsum::start().await;
    picsum.fail_times(3, 2, Fault::ServerError);
    let mut statuses = Vec::new();
    for _ in 0..3 {
        statuses.push(get(&picsum, "https://picsum.photos/id/3/9/9").await.status().as_u16());
    }
    assert_eq!(statuses, [500, 500, 200]);
    assert_eq!(
        get(&picsum, "https://picsum.photos/id/4/9/9").await.status(),
        StatusCode::OK
    );
}

#[tokio::test]
async fn every_fault_shows_as_what_its_name_says() {
    let picsum = Picsum::start().await;
    let client = client(&picsum, Policy::default());
    for fault in Fault::ALL
        .into_iter()
        .chain([Fault::TooSoon(429, RetryAfter::Hidden(2))])
    {
        picsum.fail(5, fault);
        let request = client
            .get("https://picsum.photos/id/5/90/90")
            .header(ORIGIN, "http://localhost");
        let outcome = arrive(request.timeout(Duration::from_secs(2))).await;
        let expected = match fault {
            Fault::NotFound => "404",
            Fault::ServerError => "500",
            Fault::Unavailable => "503 hidden",
            Fault::Refused => "no answer",
            Fault::Reset | Fault::ShortBody => "200 broken off",
            Fault::EmptyBody => "200 image/jpeg nothing",
            Fault::WrongType => "200 text/html picture",
            Fault::NotAPicture | Fault::Undecodable => "200 image/jpeg no picture",
            Fault::RedirectLoop => "redirected too often",
            Fault::Silence => "no answer in time",
            Fault::Trickle => "200 too slow",
            Fault::Huge => "200 image/jpeg 20 MB",
            Fault::TooSoon(..) => "429",
        };
        assert_eq!(outcome, expected, "{fault:?}");
    }
}

/// What came of a request, in a few words.
async fn arrive(request: reqwest::RequestBuilder) -> String {
    let response = match request.send().await {
        Ok(response) => response,
        Err(error) if error.is_redirect() => return "redirected too often".to_owned(),
        Err(error) if error.is_timeout() => return "no answer in time".to_owned(),
        Err(_) => return "no answer".to_owned(),
    };
    let status = response.status().as_u16();
    if !response.headers().contains_key("access-control-allow-origin") {
        return format!("{status} hidden");
    }
    if status != 200 {
        return status.to_string();
    }
    let media_type = header(&response, "content-type");
    let file = match response.bytes().await {
        Ok(file) => file,
        Err(error) if error.is_timeout() => return format!("{status} too slow"),
        Err(_) => return format!("{status} broken off"),
    };
    let content = match file.len() {
        0 => "nothing",
        20_000_000 => "20 MB",
        _ if image::load_from_memory(&file).is_ok() => "picture",
        _ => "no picture",
    };
    format!("{status} {media_type} {content}")
}

fn client(picsum: &Picsum, policy: Policy) -> Client {
    // The tests share a process: all but the first find it installed.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let builder = Client::builder().redirect(policy).tls_danger_accept_invalid_certs(true);
    picsum
        .hosts()
        .into_iter()
        .fold(builder, |builder, (name, address)| builder.resolve(name, address))
        .build()
        .expect("a client")
}

/// Asks as a page does, following the redirect.
async fn get(picsum: &Picsum, address: &str) -> Response {
    ask(&client(picsum, Policy::default()), address).await
}

/// Asks as a page does, and stops at the first answer.
async fn one_hop(picsum: &Picsum, address: &str) -> Response {
    ask(&client(picsum, Policy::none()), address).await
}

async fn ask(client: &Client, address: &str) -> Response {
    client
        .get(address)
        .header(ORIGIN, "http://localhost:8080")
        .send()
        .await
        .expect("an answer")
}

fn header(response: &Response, name: &str) -> String {
    let headers: &HeaderMap = response.headers();
    headers
        .get(name)
        .map(|value| value.to_str().expect("plain text").to_owned())
        .unwrap_or_default()
}
