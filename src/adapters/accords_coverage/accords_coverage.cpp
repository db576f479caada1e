#include "adapters/accords_coverage/accords_coverage.h"

#include "adapters/dossier/words.h"

namespace ponte::accords_coverage {

namespace {

using accords::CoverageCell;

constexpr std::string_view first_indent = "  ";
constexpr std::string_view next_indent = "      ";

// Lines that break between pieces, and inside a piece only where it is wider than a line.
class Lines {
public:
    void add(const std::string& piece) {
        const std::string_view before = line_.empty() ? first_indent : std::string_view(" · ");
        if (!line_.empty() && columns_of(line_) + columns_of(before) + columns_of(piece) > columns_max) {
            text_ += line_ + "\n";
            line_ = std::string(next_indent) + piece;
            return;
        }
        line_ += std::string(before) + piece;
    }
    [[nodiscard]] std::string done() && { return std::move(text_) + line_ + "\n"; }

private:
    std::string text_;
    std::string line_;
};

std::string name_in(const directory::Jurisdictions& jurisdictions, const JurisdictionId& partner, Language language) {
    const auto found = jurisdictions.by_id.find(partner);
    const std::string& name = found == jurisdictions.by_id.end() ? partner.value : found->second.in(language);
    return name.empty() || name == partner.value ? partner.value : name + " (" + partner.value + ")";
}

class Printer {
public:
    explicit Printer(Language language) : words_(language, "words/accords_coverage.csv") {}

    std::string text_of(const accords::CoverageAnswer& coverage, const directory::Jurisdictions& jurisdictions) {
        std::string text = words_.say("title", {coverage.on.to_text()}) + "\n";
        if (coverage.set) text += words_.say("set", {coverage.set->value}) + "\n";
        for (std::size_t i = 0; i < coverage.partners.size(); ++i) {
            text += "\n" + name_in(jurisdictions, coverage.partners[i], words_.language()) + "\n";
            const std::size_t width = coverage.kinds.size();
            bool any = false;
            for (std::size_t k = 0; k < width && (i + 1) * width <= coverage.cells.size(); ++k) {
                const CoverageCell& cell = coverage.cells[i * width + k];
                if (!cell.instrument) continue;
                any = true;
                text += line_of(cell);
            }
            if (!any) text += std::string(first_indent) + std::string(words_.say("none")) + "\n";
        }
        return text + sums_of(coverage) + "\n" + std::string(words_.say("remark")) + "\n";
    }

private:
    std::string kind(accords::InstrumentKind one) { return std::string(words_.say("kind." + std::string(name_of(one)))); }
    std::string standing(accords::Standing one) { return std::string(words_.say("standing." + std::string(name_of(one)))); }
    // One and several each have their sentence.
    std::string counted(std::string_view key, std::uint32_t number) {
        return words_.say(std::string(key) + (number == 1 ? ".one" : ".many"), {std::to_string(number)});
    }

    std::string state_of(const CoverageCell& cell) {
        if (cell.stood.standing) {
            const std::string stands = standing(*cell.stood.standing);
            if (!cell.since) return stands;
            // Of a beginning that nobody knows only the end of the span says anything.
            const bool open = cell.since->from == *Date::from_ymd(dates::year_min, 1, 1) && cell.since->to != cell.since->from;
            return open ? words_.say("since_by", {stands, cell.since->to.to_text()}) : words_.say("since", {stands, cell.since->to_text()});
        }
        std::string possible;
        for (const accords::Standing one : cell.stood.possible) possible += (possible.empty() ? "" : " / ") + standing(one);
        return words_.say("unknown", {possible});
    }

    std::string line_of(const CoverageCell& cell) {
        Lines lines;
        lines.add(words_.say("line", {kind(cell.kind), state_of(cell)}));
        lines.add(cell.instrument->value);
        if (cell.instruments > 1) {
            lines.add(counted("instruments", cell.instruments));
            lines.add(counted("in_force", cell.in_force));
            for (const accords::InstrumentId& one : cell.others) lines.add(one.value);
        }
        if (cell.contradicted) lines.add(std::string(words_.say("contradicted")));
        return std::move(lines).done();
    }

    // The kinds of which anything is recorded.
    std::string sums_of(const accords::CoverageAnswer& coverage) {
        std::string text = "\n" + counted("sums", static_cast<std::uint32_t>(coverage.partners.size())) + "\n";
        for (const accords::CoverageOfKind& one : coverage.by_kind) {
            if (one.instruments == 0) continue;
            Lines lines;
            lines.add(words_.say("sum", {kind(one.kind), std::to_string(one.in_force), one.share}));
            if (one.unknown > 0) lines.add(counted("sum.unknown", one.unknown));
            lines.add(counted("instruments", one.instruments));
            text += std::move(lines).done();
        }
        return text;
    }

    dossier::Words words_;
};

}  // namespace

std::size_t columns_of(std::string_view text) {
    // Han characters and their punctuation begin at U+2E80, which takes three octets from 0xE2 0xBA on.
    std::size_t columns = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto octet = static_cast<unsigned char>(text[i]);
        if ((octet & 0xC0U) == 0x80U) continue;
        const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0U;
        columns += octet > 0xE2U || (octet == 0xE2U && next >= 0xBAU) ? 2 : 1;
    }
    return columns;
}

std::string text_of(const accords::CoverageAnswer& coverage, const directory::Jurisdictions& jurisdictions, Language language) {
    return Printer(language).text_of(coverage, jurisdictions);
}

}  // namespace ponte::accords_coverage
