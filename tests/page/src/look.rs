//! The sizes and colour schemes that people look at the page in.

use serde_json::json;

use crate::browser::Engine;
use crate::page::Page;

/// How wide the window is, in CSS pixels, and which colours are preferred: on a phone and on a desktop.
pub const LOOKS: [(u32, &str); 4] = [(360, "light"), (360, "dark"), (1440, "light"), (1440, "dark")];

impl Page {
    /// Looks at the page that way from now on. Chromium only.
    pub async fn look(&self, (width, scheme): (u32, &str)) {
        self.resize(width, 900).await;
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        self.browser().devtools("Emulation.setEmulatedMedia", features).await;
    }

    /// Gives the page so much room, in CSS pixels; where a browser's windows can't be that small, as little as they can.
    pub async fn resize(&self, width: u32, height: u32) {
        if self.browser().engine() == Engine::Chromium {
            let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 });
            self.browser()
                .devtools("Emulation.setDeviceMetricsOverride", size)
                .await;
            return;
        }
        let frame = "return [outerWidth - innerWidth, outerHeight - innerHeight]";
        let (beside, above): (u32, u32) = self.eval(frame).await;
        let client = self.browser().client();
        let resized = client.set_window_size(width + beside, height + above).await;
        resized.expect("a window can be resized");
    }
}
