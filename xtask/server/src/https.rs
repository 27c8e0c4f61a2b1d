//! Serving to other machines, by HTTPS: browsers share memory only with pages that came over a secure connection.

use std::io;
use std::net::{IpAddr, TcpListener};

use axum::Router;
use axum_server::tls_rustls::RustlsConfig;
use rcgen::{CertifiedKey, generate_simple_self_signed};
use rustls::crypto::ring;

/// A certificate that this machine signed itself, for these addresses of it and `localhost`. Nobody knows it: browsers warn of it
/// once, and who sits at one has to say that it is fine.
///
/// # Errors
///
/// If there is no randomness to be had.
pub async fn certificate(addresses: &[IpAddr]) -> io::Result<RustlsConfig> {
    // An error means that one is installed already.
    let _ = ring::default_provider().install_default();
    let mut names: Vec<_> = addresses.iter().map(ToString::to_string).collect();
    names.push("localhost".to_owned());
    let CertifiedKey { cert, signing_key } = generate_simple_self_signed(names).map_err(io::Error::other)?;
    RustlsConfig::from_der(vec![cert.der().to_vec()], signing_key.serialize_der()).await
}

/// Serves until it fails.
///
/// # Errors
///
/// If the system lets it listen no more.
pub async fn serve(app: Router, listener: TcpListener, certificate: RustlsConfig) -> io::Result<()> {
    listener.set_nonblocking(true)?;
    axum_server::from_tcp_rustls(listener, certificate)?
        .serve(app.into_make_service())
        .await
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
