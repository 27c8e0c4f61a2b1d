//! A proxy by which `https://picsum.photos` is the stand-in, for browsers that can't be told where a host is.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::Arc;

use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader, copy_bidirectional};
use tokio::net::TcpStream;

use crate::picsum::Picsum;
use crate::server::Server;

/// Where `host:port` really is.
type Hosts = HashMap<String, SocketAddr>;

/// Starts a proxy for TLS that leads to the stand-in's hosts and refuses all others, so that no browser leaves the machine.
pub async fn start(picsum: &Picsum) -> Server {
    let hosts = picsum.hosts().map(|(name, address)| (format!("{name}:443"), address));
    let hosts = Arc::new(Hosts::from(hosts));
    Server::start(move |browser| {
        let hosts = Arc::clone(&hosts);
        // An error is that of either end, which went away.
        async move { drop(tunnel(browser, &hosts).await) }
    })
    .await
}

async fn tunnel(browser: TcpStream, hosts: &Hosts) -> std::io::Result<()> {
    let mut browser = BufReader::new(browser);
    let mut asked = String::new();
    browser.read_line(&mut asked).await?;
    let mut header = String::from("more");
    while !header.trim().is_empty() {
        header.clear();
        browser.read_line(&mut header).await?;
    }
    let named = asked.strip_prefix("CONNECT ").and_then(|rest| rest.split(' ').next());
    let Some(address) = named.and_then(|host| hosts.get(host)) else {
        let refusal = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n";
        return browser.write_all(refusal).await;
    };
    let Ok(mut host) = TcpStream::connect(address).await else {
        let failure = b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n";
        return browser.write_all(failure).await;
    };
    host.set_nodelay(true)?;
    browser
        .write_all(b"HTTP/1.1 200 Connection established\r\n\r\n")
        .await?;
    copy_bidirectional(&mut browser, &mut host).await?;
    Ok(())
}
