//! Serving to other machines, by HTTPS: browsers share memory only with pages that came over a secure connection.

use std::io;
use std::net::{IpAddr, TcpListener};
use std::sync::Arc;

use rcgen::{CertifiedKey, KeyPair, generate_simple_self_signed};
use rustls::ServerConfig;
use rustls::crypto::ring;
use rustls::pki_types::PrivatePkcs8KeyDer;
use tokio::time::timeout;
use tokio_rustls::TlsAcceptor;

use crate::connection::{REQUEST_WITHIN, accept, answer};
use crate::files::Files;

/// What a server needs to speak TLS.
pub type Certificate = Arc<ServerConfig>;

/// A key and a certificate for these hosts or addresses, signed by itself, and how a server speaks TLS with them.
///
/// # Errors
///
/// If the system has no randomness, or a name isn't a host's.
pub fn self_signed(names: Vec<String>) -> io::Result<(ServerConfig, CertifiedKey<KeyPair>)> {
    let made = generate_simple_self_signed(names).map_err(io::Error::other)?;
    let key = PrivatePkcs8KeyDer::from(made.signing_key.serialize_der());
    let tls = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .and_then(|tls| {
            tls.with_no_client_auth()
                .with_single_cert(vec![made.cert.der().clone()], key.into())
        })
        .map_err(io::Error::other)?;
    Ok((tls, made))
}

/// A certificate for these addresses of this machine and `localhost`, signed by itself. Browsers warn of such a certificate once,
/// until the visitor accepts it.
///
/// # Errors
///
/// If the system has no randomness.
pub fn certificate(addresses: &[IpAddr]) -> io::Result<Certificate> {
    let mut names: Vec<_> = addresses.iter().map(ToString::to_string).collect();
    names.push("localhost".to_owned());
    let (tls, _) = self_signed(names)?;
    Ok(Arc::new(tls))
}

/// Serves the files until it fails. Blocks this thread.
///
/// # Errors
///
/// If a listener can't be used.
pub fn serve(listeners: Vec<TcpListener>, files: &Files, certificate: Certificate) -> io::Result<()> {
    let tls = TlsAcceptor::from(certificate);
    accept(listeners, |socket| {
        let (tls, files) = (tls.clone(), files.clone());
        async move {
            // A browser that doesn't accept the certificate just goes away.
            if let Ok(Ok(stream)) = timeout(REQUEST_WITHIN, tls.accept(socket)).await {
                answer(stream, files).await;
            }
        }
    })
}

/// The addresses under which others reach what listens at this one.
///
/// # Errors
///
/// If the system doesn't say which addresses it has.
pub fn reachable_at(host: IpAddr) -> io::Result<Vec<IpAddr>> {
    if !host.is_unspecified() {
        return Ok(vec![host]);
    }
    let interfaces = if_addrs::get_if_addrs()?;
    let addresses = interfaces.iter().filter(|interface| !interface.is_loopback());
    let addresses = addresses.map(if_addrs::Interface::ip);
    Ok(addresses
        .filter(|address| address.is_ipv4() == host.is_ipv4())
        .collect())
}
