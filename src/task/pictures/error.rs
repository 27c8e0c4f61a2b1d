//! Each way in which a download can fail.

use crate::failure::Failure;

/// Why a picture could not be downloaded.
#[derive(Debug)]
pub enum DownloadError {
    /// No answer came: no network, no such host, or an answer that the browser may not show (without CORS headers).
    NoAnswer(String),
    /// The server answered with this status, which is an error, and with this text.
    Status(u16, String),
    /// The server answered with this status that it limits the rate of requests, and after how many milliseconds to retry, if
    /// it said so.
    RateLimited(u16, Option<u32>),
    /// No request was made: the server limits their rate for so many more milliseconds.
    BackedOff(u32),
    /// The picture did not arrive within the time limit, in milliseconds.
    TimedOut(u32),
    /// The answer began and broke off.
    BrokeOff(String),
    /// The answer ended before the size that it announced.
    TooShort,
    /// The answer is no picture but of this media type.
    NotAPicture(String),
    /// The answer has no content.
    Empty,
    /// The simulated network lost it.
    Lost,
}

impl DownloadError {
    /// Whether a retry may succeed. What the server refused, it will refuse again.
    pub fn may_pass(&self) -> bool {
        match self {
            Self::NoAnswer(_) | Self::TimedOut(_) | Self::BrokeOff(_) | Self::TooShort | Self::RateLimited(..) => true,
            Self::Status(status, _) => *status >= 500 || [408, 425].contains(status),
            Self::BackedOff(_) | Self::NotAPicture(_) | Self::Empty | Self::Lost => false,
        }
    }

    /// Why there is no picture from `url`.
    pub fn of(&self, url: &str) -> Failure {
        let url = ("url", url.into());
        match self {
            Self::NoAnswer(cause) => Failure::new("no-answer", [url, ("cause", cause.as_str().into())]),
            Self::Status(status, text) => {
                let text = ("text", text.as_str().into());
                Failure::new("error-status", [url, ("status", (*status).into()), text])
            }
            Self::RateLimited(status, None) => Failure::new("rate-limited", [url, ("status", (*status).into())]),
            Self::RateLimited(status, Some(retry_after_ms)) => {
                let retry_after_ms = ("retryAfterMs", (*retry_after_ms).into());
                Failure::new("rate-limited", [url, ("status", (*status).into()), retry_after_ms])
            }
            Self::BackedOff(retry_after_ms) => {
                Failure::new("backed-off", [url, ("retryAfterMs", (*retry_after_ms).into())])
            }
            Self::TimedOut(limit_ms) => Failure::new("timed-out", [url, ("limitMs", (*limit_ms).into())]),
            Self::BrokeOff(cause) => Failure::new("broke-off", [url, ("cause", cause.as_str().into())]),
            Self::TooShort => Failure::new("too-short", [url]),
            Self::NotAPicture(media_type) => {
                Failure::new("not-a-picture", [url, ("mediaType", media_type.as_str().into())])
            }
            Self::Empty => Failure::new("empty-answer", [url]),
            Self::Lost => Failure::new("lost", []),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::DownloadError;
    use crate::failure::Failure;

    #[test]
    fn only_what_may_pass_is_tried_again() {
        let text = String::new;
        assert!(DownloadError::NoAnswer(text()).may_pass());
        assert!(DownloadError::TimedOut(1).may_pass());
        assert!(DownloadError::Status(503, text()).may_pass());
        assert!(DownloadError::RateLimited(429, None).may_pass());
        assert!(DownloadError::Status(408, text()).may_pass());
        assert!(!DownloadError::Status(404, text()).may_pass());
        assert!(!DownloadError::Empty.may_pass());
    }

    #[test]
    fn a_failed_download_names_address_and_status() {
        let url = "https://example.org/1";
        let failure = DownloadError::Status(404, "No".into()).of(url);
        let parts = [("url", url.into()), ("status", 404_u16.into()), ("text", "No".into())];
        assert_eq!(failure, Failure::new("error-status", parts));
    }
}
