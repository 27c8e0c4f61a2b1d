//! Each way in which a download can fail.

use crate::value::Failure;

/// Why a picture could not be had.
#[derive(Debug)]
pub enum DownloadError {
    /// No answer came: no network, no such host, or an answer that the browser may not show (without CORS headers).
    Unreachable(String),
    /// The server answered with this status, which is an error, and said this.
    Status(u16, String),
    /// The server answered with this status that it wants less haste, and for how many milliseconds, where it said so.
    TooSoon(u16, Option<u32>),
    /// It was not asked for, since the server wants to be left alone for so many milliseconds still.
    HeldBack(u32),
    /// The picture was not there in time, which is so many milliseconds.
    TimedOut(u32),
    /// The answer began and broke off.
    BrokenOff(String),
    /// The answer is no picture but of this media type.
    NotAPicture(String),
    /// The answer has no content.
    Empty,
    /// The simulation lost it.
    Lost,
}

impl DownloadError {
    /// Whether another try may go better. What the server refused, it will refuse again.
    pub fn may_pass(&self) -> bool {
        match self {
            Self::Unreachable(_) | Self::TimedOut(_) | Self::BrokenOff(_) | Self::TooSoon(..) => true,
            Self::Status(status, _) => *status >= 500 || [408, 425].contains(status),
            Self::HeldBack(_) | Self::NotAPicture(_) | Self::Empty | Self::Lost => false,
        }
    }

    /// In words for people, of the picture at `url`.
    pub fn of(&self, url: &str) -> Failure {
        Failure(match self {
            Self::Unreachable(cause) => format!("no answer from {url}: {cause}"),
            Self::Status(status, text) => {
                let gap = if text.is_empty() { "" } else { ": " };
                format!("{url} answered {status}{gap}{text}")
            }
            Self::TooSoon(status, None) => format!("{url} answered {status}: it wants less haste"),
            Self::TooSoon(status, Some(asked_ms)) => {
                format!(
                    "{url} answered {status}: it wants to be asked again in {} s",
                    asked_ms.div_ceil(1000)
                )
            }
            Self::HeldBack(rest_ms) => format!(
                "{url} was not asked for: its server wants less haste, and to be left alone for {} s",
                rest_ms.div_ceil(1000)
            ),
            Self::TimedOut(after_ms) => format!("{url} took longer than {after_ms} ms"),
            Self::BrokenOff(cause) => format!("the answer from {url} broke off: {cause}"),
            Self::NotAPicture(media_type) => format!("{url} answered with what is no picture ({media_type})"),
            Self::Empty => format!("{url} answered with nothing"),
            Self::Lost => "lost by the simulated network".into(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::DownloadError;

    #[test]
    fn only_what_may_pass_is_tried_again() {
        let text = String::new;
        assert!(DownloadError::Unreachable(text()).may_pass());
        assert!(DownloadError::TimedOut(1).may_pass());
        assert!(DownloadError::Status(503, text()).may_pass());
        assert!(DownloadError::TooSoon(429, None).may_pass());
        assert!(DownloadError::Status(408, text()).may_pass());
        assert!(!DownloadError::Status(404, text()).may_pass());
        assert!(!DownloadError::Empty.may_pass());
    }

    #[test]
    fn an_error_names_address_and_status() {
        let failure = DownloadError::Status(404, "No".into()).of("https://example.org/1");
        assert_eq!(failure.0, "https://example.org/1 answered 404: No");
    }
}
