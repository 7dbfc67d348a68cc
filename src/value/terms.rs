//! Terms that records and profiles share.
//!
//! In: words. Out: the kind of community, the kind of affairs. Never holds a term of one kind of
//! record or profile alone.

crate::choice! {
    /// Village or urban community: the law differs.
    pub enum CommunityType {
        /// Villagers' committee.
        Village = "村", "行政村" | "village";
        /// Residents' committee.
        Urban = "社区", "居委会" | "urban";
    }
}

impl CommunityType {
    /// Whether what applies to `types` applies to this one; an empty list means all.
    pub fn is_among(self, types: &[Self]) -> bool {
        types.is_empty() || types.contains(&self)
    }
}

crate::choice! {
    /// The five kinds of affairs (五务), with finance apart.
    pub enum Wu {
        /// Party affairs.
        Party = "党务" | "party";
        /// Village or residents' affairs.
        Affairs = "村务", "居务", "村居务" | "affairs";
        /// Finance.
        Finance = "财务" | "finance";
        /// Services.
        Service = "服务" | "service";
        /// Commerce.
        Commerce = "商务" | "commerce";
        /// Welfare and everyday matters.
        Welfare = "事务" | "welfare";
    }
}
