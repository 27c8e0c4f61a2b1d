//! A proxy by which `https://picsum.photos` is the stand-in, for browsers that can't be told where a host is.

use std::collections::HashMap;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{AbortHandle, JoinSet};

use crate::picsum::Picsum;

/// A proxy for TLS that leads to the stand-in's hosts and refuses all others, so that no browser leaves the machine.
pub struct Proxy {
    address: SocketAddr,
    accepting: AbortHandle,
}

/// Where `host:port` really is.
type Hosts = HashMap<String, SocketAddr>;

impl Proxy {
    pub async fn start(picsum: &Picsum) -> Self {
        let hosts: Hosts = picsum
            .hosts()
            .map(|(name, address)| (format!("{name}:443"), address))
            .into();
        let hosts = Arc::new(hosts);
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
            .await
            .expect("loopback has a free port");
        let address = listener.local_addr().expect("a bound socket has an address");
        let accepting = tokio::spawn(async move {
            let mut tunnels = JoinSet::new();
            loop {
                tokio::select! {
                    Ok((browser, _)) = listener.accept() => {
                        let hosts = Arc::clone(&hosts);
                        // An error is that of either end, which went away.
                        tunnels.spawn(async move { tunnel(browser, &hosts).await.ok() });
                    }
                    Some(_) = tunnels.join_next() => {}
                }
            }
        });
        Self {
            address,
            accepting: accepting.abort_handle(),
        }
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

async fn tunnel(browser: TcpStream, hosts: &Hosts) -> std::io::Result<()> {
    browser.set_nodelay(true)?;
    let mut browser = BufReader::new(browser);
    let mut asked = String::new();
    browser.read_line(&mut asked).await?;
    let mut header = String::from("more");
    while !header.trim().is_empty() {
        header.clear();
        browser.read_line(&mut header).await?;
    }
    let address = asked
        .strip_prefix("CONNECT ")
        .and_then(|rest| hosts.get(rest.split(' ').next()?));
    let Some(address) = address else {
        return browser
            .write_all(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")
            .await;
    };
    let Ok(mut host) = TcpStream::connect(address).await else {
        return browser
            .write_all(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n")
            .await;
    };
    host.set_nodelay(true)?;
    browser
        .write_all(b"HTTP/1.1 200 Connection established\r\n\r\n")
        .await?;
    copy_bidirectional(&mut browser, &mut host).await?;
    Ok(())
}
