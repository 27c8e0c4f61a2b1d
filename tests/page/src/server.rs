//! A small web server on a free loopback port, which stops when it is dropped.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response};
use h2::Reason;
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::{AbortHandle, JoinSet};
use tokio_rustls::TlsAcceptor;
use tower::ServiceExt as _;

use crate::certificate::Certificate;

/// A response that carries this in its extensions is never sent: its stream is refused instead.
#[derive(Clone, Copy)]
pub(crate) struct Refused;

/// A server that runs until it is stopped or dropped; its connections end with it.
pub(crate) struct Server {
    address: SocketAddr,
    accepting: AbortHandle,
    reachable: watch::Sender<bool>,
    stopped: AtomicBool,
}

impl Server {
    /// Serves HTTP/1.1 in the clear.
    pub async fn plain(router: Router) -> Self {
        Self::start(move |socket| answer(socket, router.clone())).await
    }

    /// Serves HTTP/2 and HTTP/1.1 over TLS, whichever the client picks.
    pub async fn secure(router: Router, certificate: &Certificate) -> Self {
        let tls = TlsAcceptor::from(Arc::clone(&certificate.tls));
        Self::start(move |socket| {
            let (tls, router) = (tls.clone(), router.clone());
            async move {
                // A client that doesn't trust the certificate just goes away.
                if let Ok(stream) = tls.accept(socket).await {
                    answer(stream, router).await;
                }
            }
        })
        .await
    }

    /// Gives each connection a task of its own.
    pub async fn start<F>(connection: impl Fn(TcpStream) -> F + Send + 'static) -> Self
    where
        F: Future<Output = ()> + Send + 'static,
    {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
            .await
            .expect("loopback has a free port");
        let address = listener.local_addr().expect("a bound socket has an address");
        let (reachable, mut is_reachable) = watch::channel(true);
        let accepting = tokio::spawn(async move {
            let mut connections = JoinSet::new();
            loop {
                tokio::select! {
                    Ok((socket, _)) = listener.accept() => {
                        // Otherwise the socket is dropped, and so closed.
                        if *is_reachable.borrow() {
                            // Without it, small answers wait for the client's delayed acknowledgement.
                            let _ = socket.set_nodelay(true);
                            connections.spawn(connection(socket));
                        }
                    }
                    Ok(()) = is_reachable.changed() => {
                        if !*is_reachable.borrow() {
                            connections.abort_all();
                        }
                    }
                    Some(_) = connections.join_next() => {}
                }
            }
        });
        Self {
            address,
            accepting: accepting.abort_handle(),
            reachable,
            stopped: AtomicBool::new(false),
        }
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// When it isn't reachable, every connection is closed, and so is each new one; its port stays its own.
    pub fn set_reachable(&self, reachable: bool) {
        self.reachable.send_replace(reachable);
    }

    /// Closes the port and every connection: from now on, connecting is refused.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
        self.accepting.abort();
    }

    /// Whether it was stopped.
    pub fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

async fn answer(stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static, router: Router) {
    let service = service_fn(move |request: Request<Incoming>| respond(router.clone(), request));
    // An error here is the client's: it went away, or what it was sent was made to fail.
    let _ = Builder::new(TokioExecutor::new())
        .serve_connection(TokioIo::new(stream), service)
        .await;
}

async fn respond(router: Router, request: Request<Incoming>) -> Result<Response<Body>, h2::Error> {
    let response = router.oneshot(request).await.unwrap_or_else(|never| match never {});
    match response.extensions().get::<Refused>() {
        Some(_) => Err(Reason::REFUSED_STREAM.into()),
        None => Ok(response),
    }
}
