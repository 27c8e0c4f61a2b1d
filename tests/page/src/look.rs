//! The sizes and colour schemes that people look at the page in.

use serde_json::json;

use crate::page::Page;

/// A way to look at the page.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// How wide the window is, in CSS pixels.
    pub width: u32,
    /// Whether dark colours are preferred.
    pub dark: bool,
}

/// On a phone and on a desktop, light and dark.
pub const LOOKS: [Look; 4] = [
    Look {
        width: 360,
        dark: false,
    },
    Look { width: 360, dark: true },
    Look {
        width: 1440,
        dark: false,
    },
    Look {
        width: 1440,
        dark: true,
    },
];

impl Page {
    /// Looks at the page that way from now on. Chromium only.
    pub async fn look(&self, Look { width, dark }: Look) {
        let size = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600 });
        self.browser()
            .devtools("Emulation.setDeviceMetricsOverride", size)
            .await;
        let scheme = if dark { "dark" } else { "light" };
        let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
        self.browser()
            .devtools("Emulation.setEmulatedMedia", json!({ "features": features }))
            .await;
    }
}
