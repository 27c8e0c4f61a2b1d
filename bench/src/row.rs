//! What is promised, what was measured, and whether the promise is kept.

use serde::Serialize;

use crate::statistics::Ratio;

/// A line of the table.
#[derive(Debug, Serialize)]
pub struct Row {
    /// What is measured against what.
    pub what: String,
    /// What is promised.
    pub bound: Bound,
    /// What was measured; `None` where this browser can't tell.
    pub measured: Option<Figure>,
}

/// The end of the range in which the figure should lie.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bound {
    /// The lower, the better.
    AtMost(f64),
    /// The higher, the better.
    AtLeast(f64),
    /// As low as can be.
    None,
}

/// A measured figure.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Figure {
    /// Of two times, or two rates.
    Ratio(Ratio),
    /// A time.
    Milliseconds(f64),
    /// A size in thousands of bytes.
    Kilobytes(f64),
}

impl Row {
    /// The row of a ratio.
    pub fn ratio(what: impl Into<String>, bound: Bound, ratio: Option<Ratio>) -> Self {
        Self::new(what, bound, ratio.map(Figure::Ratio))
    }

    /// The row of any figure.
    pub fn new(what: impl Into<String>, bound: Bound, measured: Option<Figure>) -> Self {
        Self {
            what: what.into(),
            bound,
            measured,
        }
    }

    /// Whether the promise is kept, in a word.
    pub fn verdict(&self) -> &'static str {
        let Some(figure) = self.measured else { return "-" };
        let is_kept = match self.bound {
            Bound::AtMost(most) => figure.value() <= most,
            Bound::AtLeast(least) => figure.value() >= least,
            Bound::None => return "-",
        };
        if is_kept { "yes" } else { "no" }
    }
}

impl Figure {
    fn value(self) -> f64 {
        match self {
            Self::Ratio(Ratio { value, .. }) | Self::Milliseconds(value) | Self::Kilobytes(value) => value,
        }
    }

    /// The figure as the table shows it.
    pub fn text(self) -> String {
        match self {
            Self::Ratio(ratio) => ratio.text(),
            Self::Milliseconds(value) => format!("{value:.0} ms"),
            Self::Kilobytes(value) => format!("{value:.1} kB"),
        }
    }

    /// A promise in this figure's unit.
    fn unit(self) -> &'static str {
        match self {
            Self::Ratio(_) => "",
            Self::Milliseconds(_) => " ms",
            Self::Kilobytes(_) => " kB",
        }
    }
}

/// The rows as a table in Markdown.
pub fn table(rows: &[Row]) -> String {
    let mut text = "| what | target | measured (95% interval) | met |\n| --- | --- | --- | --- |\n".to_owned();
    for row in rows {
        let unit = row.measured.map_or("", Figure::unit);
        let target = match row.bound {
            Bound::AtMost(most) => format!("at most {most}{unit}"),
            Bound::AtLeast(least) => format!("at least {least}{unit}"),
            Bound::None => "-".to_owned(),
        };
        let measured = row
            .measured
            .map_or_else(|| "can't be told here".to_owned(), Figure::text);
        for cell in [&row.what, &target, &measured, row.verdict()] {
            text += "| ";
            text += cell;
            text += " ";
        }
        text += "|\n";
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Bound, Figure, Row, table};
    use crate::statistics::Ratio;

    fn row(bound: Bound, value: f64) -> Row {
        let ratio = Ratio {
            value,
            low: value - 0.01,
            high: value + 0.01,
        };
        Row::ratio("a against b", bound, Some(ratio))
    }

    #[test]
    fn a_promise_is_kept_up_to_its_bound() {
        assert_eq!(row(Bound::AtMost(1.02), 1.02).verdict(), "yes");
        assert_eq!(row(Bound::AtMost(1.02), 1.03).verdict(), "no");
        assert_eq!(row(Bound::AtLeast(0.97), 0.98).verdict(), "yes");
        assert_eq!(row(Bound::AtLeast(0.97), 0.96).verdict(), "no");
    }

    #[test]
    fn what_can_not_be_told_keeps_and_breaks_no_promise() {
        assert_eq!(Row::ratio("a", Bound::AtMost(1.0), None).verdict(), "-");
    }

    #[test]
    fn the_table_names_target_figure_and_verdict() {
        let rows = [
            row(Bound::AtLeast(0.97), 0.981),
            Row::new("size", Bound::AtMost(39.0), Some(Figure::Kilobytes(38.25))),
        ];
        let lines: Vec<String> = table(&rows).lines().skip(2).map(str::to_owned).collect();
        assert_eq!(
            lines[0],
            "| a against b | at least 0.97 | 0.981 (0.971 to 0.991) | yes |"
        );
        assert_eq!(lines[1], "| size | at most 39 kB | 38.2 kB | yes |");
    }
}
