#include "desks/origin/listing.h"

#include <algorithm>

namespace ponte::origin {

namespace {

constexpr std::uint8_t digits_max = 10;

// A code under which the good may stand in some edition, and what stands against taking it so.
struct Alias {
    Hs hs;
    HsVersion version{};
    Why why = Why::met;
};

bool is_alone(const Correlations::Ends& ends, const std::vector<KeptCorrelation>& rows, HsVersion version, Hs hs, HsVersion other, bool from) {
    const auto found = ends.find({version, hs});
    return found != ends.end() && 1 == std::ranges::count_if(found->second, [&](std::uint32_t at) {
               return (from ? rows[at].row.to_version : rows[at].row.from_version) == other;
           });
}

// The good's code in another edition: certain where one code became one, and the good's is no wider than that.
std::vector<Alias> aliases_of(const Correlations& correlations, Hs hs, HsVersion version) {
    std::vector<Alias> all;
    const auto add = [&](std::uint32_t at) {
        const KeptCorrelation& one = correlations.rows[at];
        const bool alone = is_alone(correlations.by_from, correlations.rows, one.row.from_version, one.from, version, true) &&
                           is_alone(correlations.by_to, correlations.rows, version, one.to, one.row.from_version, false);
        const bool certain = alone && hs.starts_with(one.to) && one.row.source.confidence != Confidence::unverified;
        all.push_back({.hs = one.from, .version = one.row.from_version, .why = certain ? Why::met : Why::correlation_ambiguous});
    };
    if (correlations.rows.empty()) return all;
    for (std::uint8_t digits = hs.digits; digits >= 2; digits = static_cast<std::uint8_t>(digits - 2)) {
        const auto found = correlations.by_to.find({version, hs.first(digits)});
        if (found != correlations.by_to.end()) std::ranges::for_each(found->second, add);
    }
    std::uint64_t span = 1;
    for (std::uint8_t digits = static_cast<std::uint8_t>(hs.digits + 2); digits <= digits_max; digits = static_cast<std::uint8_t>(digits + 2)) {
        span *= 100;
        const Hs first{.number = hs.number * span, .digits = digits};
        const Hs last{.number = first.number + span - 1, .digits = digits};
        for (auto at = correlations.by_to.lower_bound({version, first}); at != correlations.by_to.end() && at->first <= std::pair(version, last); ++at) {
            std::ranges::for_each(at->second, add);
        }
    }
    return all;
}

class Search {
public:
    Search(const Setting& setting, Hs hs, HsVersion version) : setting_(setting), hs_(hs), version_(version) {}

    Listing found() {
        aliases_ = aliases_of(setting_.rules->correlations, hs_, version_);
        for (std::uint8_t digits = hs_.digits; digits >= 2 && listing_.rule == nullptr; digits = static_cast<std::uint8_t>(digits - 2)) {
            at_level(hs_, digits, [&](const KeptRule& rule) { meet(rule, rule.row.version == version_ ? Why::met : why_other_edition(rule)); });
            for (const Alias& alias : aliases_) {
                if (digits > alias.hs.digits) continue;
                at_level(alias.hs, digits, [&](const KeptRule& rule) {
                    if (rule.row.version == alias.version) meet(rule, alias.why);
                });
            }
        }
        further_down();
        for (const KeptCompletion& one : setting_.set->completions) {
            if (one.stated.version != version_ || Hs::from_text(one.stated.chapter) != hs_.first(2)) continue;
            if (holds_on(one.stated.validity, setting_.on) == Answer::yes) listing_.outside = listing_.rule == nullptr && listing_.doubts.empty();
        }
        return std::move(listing_);
    }

private:
    // Of an edition that the good's code is not of: it speaks of the good through a correlation, and if there is
    // one it has been met there.
    [[nodiscard]] Why why_other_edition(const KeptRule& rule) const {
        const bool correlated = std::ranges::any_of(aliases_, [&](const Alias& alias) { return alias.version == rule.row.version; });
        return correlated ? Why::not_met : Why::correlation_missing;
    }

    template <class Visit>
    void at_level(Hs hs, std::uint8_t digits, const Visit& visit) const {
        const RuleSet& set = *setting_.set;
        const Hs code = hs.first(digits);
        const auto places = set.rules_by_code.find(code);
        if (places != set.rules_by_code.end()) {
            for (const std::uint32_t at : places->second) visit(set.rules[at]);
        }
        for (const std::uint32_t at : set.rules_of_spans) {
            const KeptRule& rule = set.rules[at];
            if (rule.from.digits == digits && rule.from <= code && code <= rule.to) visit(rule);
        }
    }

    void meet(const KeptRule& rule, Why why) {
        if (why == Why::not_met) return;
        const Answer on_day = holds_on(rule.row.validity, setting_.on);
        if (on_day == Answer::no) return;
        if (why == Why::met && on_day == Answer::unknown) why = Why::rule_dates_unknown;
        if (why == Why::met && rule.row.source.confidence == Confidence::unverified) why = Why::rule_unverified;
        if (why == Why::met) {
            if (listing_.rule == nullptr) listing_.rule = &rule;
            return;
        }
        if (std::ranges::none_of(listing_.doubts, [&](const Doubt& doubt) { return doubt.rule == &rule; })) listing_.doubts.push_back({.rule = &rule, .why = why});
    }

    // Rules for parts of what the code names: it must say more.
    void further_down() {
        const RuleSet& set = *setting_.set;
        std::uint64_t span = 1;
        for (std::uint8_t digits = static_cast<std::uint8_t>(hs_.digits + 2); digits <= digits_max; digits = static_cast<std::uint8_t>(digits + 2)) {
            span *= 100;
            const Hs first{.number = hs_.number * span, .digits = digits};
            const Hs last{.number = first.number + span - 1, .digits = digits};
            for (auto at = set.rules_by_code.lower_bound(first); at != set.rules_by_code.end() && at->first <= last; ++at) {
                for (const std::uint32_t place : at->second) below(set.rules[place]);
            }
            for (const std::uint32_t place : set.rules_of_spans) {
                const KeptRule& rule = set.rules[place];
                if (rule.from.digits == digits && rule.from <= last && first <= rule.to) below(rule);
            }
        }
    }
    void below(const KeptRule& rule) {
        if (rule.row.version == version_) {
            if (holds_on(rule.row.validity, setting_.on) != Answer::no) listing_.doubts.push_back({.rule = &rule, .why = Why::good_code_short});
        } else {
            meet(rule, why_other_edition(rule));
        }
    }

    const Setting& setting_;
    Hs hs_;
    HsVersion version_;
    std::vector<Alias> aliases_;
    Listing listing_;
};

}  // namespace

Listing listing_of(const Setting& setting, Hs hs, HsVersion version) { return Search(setting, hs, version).found(); }

}  // namespace ponte::origin
