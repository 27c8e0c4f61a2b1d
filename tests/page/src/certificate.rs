//! A self-signed certificate, made at start and trusted only by the browser that is told its key.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rcgen::PublicKeyData as _;
use ring::digest;
use rustls::ServerConfig;
use server::https::self_signed;

/// A server's TLS set-up, and the fingerprint by which a browser can be told to trust it.
#[derive(Clone)]
pub(crate) struct Certificate {
    pub tls: Arc<ServerConfig>,
    /// The SHA-256 of the public key in base64, as Chromium's `--ignore-certificate-errors-spki-list` takes it.
    pub fingerprint: String,
}

impl Certificate {
    /// Makes a key and a certificate for these hosts.
    pub fn for_hosts(names: &[&str]) -> Self {
        let names = names.iter().map(ToString::to_string).collect();
        let (mut tls, made) = self_signed(names).expect("host names make a certificate");
        tls.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
        let public_key = made.signing_key.subject_public_key_info();
        Self {
            tls: Arc::new(tls),
            fingerprint: STANDARD.encode(digest::digest(&digest::SHA256, &public_key)),
        }
    }
}
