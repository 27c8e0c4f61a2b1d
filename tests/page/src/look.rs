//! The sizes and colour schemes that people look at the page in.

use serde_json::json;

use crate::browser::Engine;
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

    /// Gives the page so much room, in CSS pixels; where a browser's windows can't be that small, as little as they can.
    ///
    /// # Panics
    ///
    /// If the window can't be changed.
    pub async fn resize(&self, width: u32, height: u32) {
        if self.browser().engine() == Engine::Chromium {
            let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 });
            self.browser()
                .devtools("Emulation.setDeviceMetricsOverride", size)
                .await;
            return;
        }
        let frame = "return [outerWidth - innerWidth, outerHeight - innerHeight]";
        let (beside, above): (u32, u32) = self.script(frame, vec![]).await;
        let client = self.browser().client();
        client
            .set_window_size(width + beside, height + above)
            .await
            .expect("a window can be resized");
    }
}
