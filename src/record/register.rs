//! 台账: a table kept by a profile's columns.
//!
//! In: `registers/*.yaml`, often with a CSV beside. Out: its checks, facts and page.
//! Never shows a column that its profile withholds.

use super::{Common, Facts, Format, Kind, Record, Scope};
use crate::diagnostic::At;
use crate::profile::register::RegisterProfile;
use crate::value::{Date, ProfileRef, Table, Target};

crate::record! {
    /// A register on one day.
    pub struct Register + common: Common {
        /// Its kind.
        register "台账": ProfileRef<RegisterProfile>,
        /// The day it was true.
        as_of "截至": At<Date>,
        /// The rows.
        rows "明细": Option<Table>,
        /// Remarks.
        note "说明": Option<String>,
    }
}

impl Target for Register {
    const FOLDER: &'static str = "registers";
}

impl Kind for Register {
    const NAME: &'static str = "register";
    const FORMAT: Format = Format::Data;

    fn common(&self) -> &Common {
        &self.common
    }

    fn facts(&self, _me: &Record, _scope: &Scope<'_>) -> Facts {
        Facts { date: Some(self.as_of.value), ..Facts::default() }
    }
}
