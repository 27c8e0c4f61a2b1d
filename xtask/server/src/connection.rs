//! Listening for connections, and answering what they ask.

use std::convert::Infallible;
use std::io;
use std::net::TcpListener;
use std::time::Duration;

use futures_util::future::try_join_all;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::runtime;

use crate::files::Files;

/// A request that isn't complete by then is given up, and so is a connection that stays idle.
pub(crate) const REQUEST_WITHIN: Duration = Duration::from_secs(10);

/// Answers from `files` whoever connects, until it fails. Blocks this thread.
///
/// # Errors
///
/// If a listener can't be used.
pub fn serve(listeners: Vec<TcpListener>, files: &Files) -> io::Result<()> {
    accept(listeners, |socket| answer(socket, files.clone()))
}

/// Gives each connection a task of its own.
pub(crate) fn accept<F>(listeners: Vec<TcpListener>, connection: impl Fn(TcpStream) -> F) -> io::Result<()>
where
    F: Future<Output = ()> + Send + 'static,
{
    let runtime = runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let accepting = listeners.into_iter().map(|listener| accept_from(listener, &connection));
        try_join_all(accepting).await.map(drop)
    })
}

async fn accept_from<F>(listener: TcpListener, connection: impl Fn(TcpStream) -> F) -> io::Result<()>
where
    F: Future<Output = ()> + Send + 'static,
{
    listener.set_nonblocking(true)?;
    let listener = tokio::net::TcpListener::from_std(listener)?;
    loop {
        match listener.accept().await {
            Ok((socket, _)) => drop(tokio::spawn(connection(socket))),
            // Such as when too many files are open: those who connect later may have more luck.
            Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
        }
    }
}

/// Answers all requests of a connection. One that breaks off or is no HTTP concerns nobody else.
pub(crate) async fn answer(socket: impl AsyncRead + AsyncWrite + Send + Unpin, files: Files) {
    let service = service_fn(|request| {
        let answer = files.answer(&request);
        async { Ok::<_, Infallible>(answer) }
    });
    let _ = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(REQUEST_WITHIN)
        .serve_connection(TokioIo::new(socket), service)
        .await;
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, duplex};

    use super::answer;
    use crate::files::Files;

    #[tokio::test(start_paused = true)]
    async fn a_request_that_never_ends_is_given_up() {
        let (mut client, server) = duplex(1024);
        let serving = tokio::spawn(answer(server, Files::of(Path::new("."))));
        client
            .write_all(b"GET / HTTP/1.1\r\nHost: localhost\r\n")
            .await
            .unwrap();
        serving.await.unwrap();
        let mut said = Vec::new();
        client.read_to_end(&mut said).await.unwrap();
        assert!(!said.starts_with(b"HTTP/1.1 200"));
    }
}
