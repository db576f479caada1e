#include "adapters/bundle/verify.h"

#include "adapters/bundle/cursor.h"
#include "adapters/bundle/figures.h"
#include "journal/checkpoint.h"
#include "journal/tree.h"

#include <algorithm>
#include <variant>

namespace ponte::bundle {

namespace {

constexpr std::uint16_t journal_opened = 1;     // Numbers of the file EVENTS.
constexpr std::uint16_t dossier_frozen = 116;
constexpr std::array<std::string_view, 4> audiences{"", "macao", "mainland", "everyone"};

// Which line of the file something stands on: known from the counts alone, since the order is fixed.
class Lines {
public:
    explicit Lines(const Bundle& bundle) : bundle_(bundle) {}

    [[nodiscard]] std::size_t head(std::size_t nth) const { return 1 + nth; }  // 1: plan, 2: audience, ...
    [[nodiscard]] std::size_t figure(std::size_t index) const { return 6 + (bundle_.demonstration ? 1U : 0U) + 1 + index; }
    [[nodiscard]] std::size_t series(std::size_t index) const { return figure(bundle_.figure_lines.size()) + index; }
    [[nodiscard]] std::size_t rows() const { return series(bundle_.series.size()); }
    [[nodiscard]] std::size_t opened() const {
        std::size_t line = rows();
        for (const BundleSeries& one : bundle_.series) line += one.rows_in_order.size();
        return line;
    }
    [[nodiscard]] std::size_t frozen() const { return opened() + 1; }
    [[nodiscard]] std::size_t leaf(std::size_t index) const { return frozen() + 1 + index / leaves_per_line; }
    [[nodiscard]] std::size_t key() const { return leaf(bundle_.leaves.size() + leaves_per_line - 1); }
    [[nodiscard]] std::size_t checkpoint() const { return key() + 1; }

private:
    const Bundle& bundle_;
};

std::unexpected<Refusal> no(RefusalKind kind, std::string subject, std::size_t line) {
    return refuse(kind, std::move(subject), "line " + std::to_string(line));
}

using Done = std::monostate;

class Verifier {
public:
    Verifier(const Bundle& bundle, Checked& checked) : bundle_(bundle), lines_(bundle), checked_(checked) {}

    Outcome<Done> check_signature(const std::optional<std::string>& given_key) {
        if (given_key && *given_key != bundle_.log_key) return no(refusals::key_differs, bundle_.log_key, lines_.key());
        const auto key = journal::VerifierKey::parse(bundle_.log_key);
        if (!key || key->use != journal::KeyUse::note) return no(refusals::signature_wrong, bundle_.log_key, lines_.key());
        auto opened = journal::open_checkpoint(bundle_.checkpoint, *key);
        if (!opened) return no(refusals::signature_wrong, std::string(opened.error().kind.code), lines_.checkpoint());
        checked_.origin = opened->checkpoint.origin;
        checked_.size = opened->checkpoint.size;
        checked_.root = opened->checkpoint.root;
        checked_.log_key = bundle_.log_key;
        checked_.key_was_given = given_key.has_value();
        return passed("signature");
    }

    Outcome<Done> check_tree() {
        if (bundle_.leaves.size() != checked_.size) {
            return no(refusals::root_differs, std::to_string(bundle_.leaves.size()) + " leaves, size " + std::to_string(checked_.size),
                      lines_.checkpoint());
        }
        journal::Tree tree;
        tree.reserve(checked_.size);
        for (const Digest& leaf : bundle_.leaves) tree.append(leaf);
        if (tree.root() != checked_.root) return no(refusals::root_differs, tree.root().to_text(), lines_.checkpoint());
        return passed("tree");
    }

    Outcome<Done> check_leaves() {
        TRY(check_leaf(0, bundle_.opened_entry, lines_.opened()));
        TRY(check_leaf(bundle_.frozen, bundle_.frozen_entry, lines_.frozen()));
        std::size_t line = lines_.rows();
        for (const BundleSeries& series : bundle_.series) {
            for (const BundleRow& row : series.rows_in_order) {
                if (row.entry) TRY(check_leaf(row.sequence, *row.entry, line));
                if (row.sequence >= bundle_.leaves.size()) return no(refusals::leaf_differs, std::to_string(row.sequence), line);
                ++line;
            }
        }
        return passed("leaves");
    }

    Outcome<Done> check_heads() {
        TRY(check_opened());
        const auto entry = entry_from(bundle_.frozen_entry);
        if (!entry || entry->type != dossier_frozen) return no(refusals::frozen_differs, "kind of entry", lines_.frozen());
        Cursor in(entry->payload);
        const std::string_view plan = in.text();
        const std::uint8_t audience = in.one_of(3);
        const std::uint64_t position = in.u64();
        const Date as_at = in.date();
        const std::uint32_t series = in.u32();
        commitments_.bytes = in.octets<32>();
        figures_.bytes = in.octets<32>();
        if (!in.finished()) return no(refusals::frozen_differs, "fields", lines_.frozen());
        if (plan != bundle_.plan) return no(refusals::frozen_differs, "plan", lines_.head(1));
        if (audiences[audience] != bundle_.audience) return no(refusals::frozen_differs, "audience", lines_.head(2));
        if (as_at != bundle_.as_at) return no(refusals::frozen_differs, "as_at", lines_.head(3));
        if (position != bundle_.position) return no(refusals::frozen_differs, "position", lines_.head(4));
        if (position >= bundle_.frozen) return no(refusals::frozen_differs, "frozen", lines_.head(5));
        if (series != bundle_.series.size()) return no(refusals::frozen_differs, "series", lines_.frozen());
        return passed("frozen");
    }

    Outcome<Done> check_rows() {
        std::size_t line = lines_.rows();
        for (std::size_t i = 0; i < bundle_.series.size(); ++i) {
            const BundleSeries& series = bundle_.series[i];
            Digest chain;
            Digest chain_shown;
            std::uint64_t shown = 0;
            for (const BundleRow& row : series.rows_in_order) {
                if (row.sequence >= bundle_.position) return no(refusals::rows_differ, series.name + ": position", line);
                step(chain, row.sequence);
                if (row.entry) step(chain_shown, row.sequence);
                shown += row.entry ? 1U : 0U;
                ++line;
            }
            const std::uint64_t rows = series.rows_in_order.size();
            if (rows != series.rows) return no(refusals::rows_differ, series.name + ": rows " + std::to_string(rows), lines_.series(i));
            if (shown != series.shown) return no(refusals::rows_differ, series.name + ": shown " + std::to_string(shown), lines_.series(i));
            if (chain != series.chain) return no(refusals::rows_differ, series.name + ": chain", lines_.series(i));
            if (chain_shown != series.chain_shown) return no(refusals::rows_differ, series.name + ": chain_shown", lines_.series(i));
            checked_.rows_shown += shown;
            checked_.rows_hidden += rows - shown;
        }
        return passed("rows");
    }

    Outcome<Done> check_commitments() {
        Bytes list;
        const auto add = [&](std::uint64_t value, unsigned octets) {
            for (unsigned i = 0; i < octets; ++i) list.push_back(static_cast<std::uint8_t>(value >> (8 * i) & 0xffU));
        };
        add(bundle_.series.size(), 4);
        for (const BundleSeries& series : bundle_.series) {
            add(series.name.size(), 4);
            list.insert(list.end(), series.name.begin(), series.name.end());
            add(series.rows, 8);
            list.insert(list.end(), series.chain.bytes.begin(), series.chain.bytes.end());
            add(series.shown, 8);
            list.insert(list.end(), series.chain_shown.bytes.begin(), series.chain_shown.bytes.end());
        }
        if (sha256(list) != commitments_) return no(refusals::commitments_differ, sha256(list).to_text(), lines_.frozen());
        return passed("commitments");
    }

    Outcome<Done> check_figures_as_frozen() {
        std::string joined;
        for (const std::string& line : bundle_.figure_lines) joined += line;
        if (sha256(joined) != figures_) return no(refusals::figures_differ, "figures as frozen", lines_.frozen());
        return passed("figures_as_frozen");
    }

    Outcome<Done> check_figures_as_computed() {
        Account account;
        account.plan = bundle_.plan;
        std::size_t line = lines_.rows();
        for (std::size_t i = 0; i < bundle_.series.size(); ++i) {
            const BundleSeries& series = bundle_.series[i];
            if (const auto wrong = open_series(account, series.name)) return no(refusals::row_unreadable, *wrong, lines_.series(i));
            for (const BundleRow& row : series.rows_in_order) {
                const auto wrong = row.entry ? add_row(account, series.name, row.sequence, *row.entry) : std::nullopt;
                if (wrong) return no(refusals::row_unreadable, *wrong, line);
                ++line;
            }
            if (const auto wrong = close_series(account, series.name)) return no(refusals::row_unreadable, *wrong, lines_.series(i));
        }
        if (!account.plan_year) return no(refusals::row_unreadable, "plan", lines_.rows());
        const std::vector<std::string> computed = figure_lines_of(account, bundle_.as_at);
        const auto& printed = bundle_.figure_lines;
        for (std::size_t i = 0; i < std::max(computed.size(), printed.size()); ++i) {
            const std::string_view mine = i < computed.size() ? computed[i] : std::string_view{};
            const std::string_view theirs = i < printed.size() ? printed[i] : std::string_view{};
            if (mine != theirs) return no(refusals::figures_differ, difference_of(mine, theirs), lines_.figure(i));
        }
        return passed("figures_as_computed");
    }

private:
    Outcome<Done> passed(std::string_view step) {
        checked_.steps_passed.emplace_back(step);
        return Done{};
    }

    Outcome<Done> check_leaf(std::uint64_t sequence, ByteView entry, std::size_t line) const {
        const bool same = sequence < bundle_.leaves.size() && journal::leaf_hash(entry) == bundle_.leaves[sequence];
        if (!same) return no(refusals::leaf_differs, std::to_string(sequence), line);
        return Done{};
    }

    // Entry 0 says which log this is and whether its clock is a real one.
    Outcome<Done> check_opened() const {
        const auto entry = entry_from(bundle_.opened_entry);
        if (!entry || entry->type != journal_opened) return no(refusals::opened_differs, "kind of entry", lines_.opened());
        Cursor in(entry->payload);
        const std::string_view origin = in.text();
        in.digest();
        in.digest();  // the log's first key; later ones may have followed it
        const bool simulated = in.flag();
        in.u64();
        if (!in.finished()) return no(refusals::opened_differs, "fields", lines_.opened());
        if (origin != checked_.origin) return no(refusals::opened_differs, std::string(origin), lines_.opened());
        if (simulated != bundle_.demonstration) return no(refusals::opened_differs, "demonstration", lines_.head(6));
        return Done{};
    }

    void step(Digest& chain, std::uint64_t sequence) const {
        std::array<std::uint8_t, 8> octets;
        for (std::size_t i = 0; i < octets.size(); ++i) octets[i] = static_cast<std::uint8_t>(sequence >> (8 * i) & 0xffU);
        chain = sha256_of_parts({chain.bytes, octets, bundle_.leaves[sequence].bytes});
    }

    static std::string without_feed(std::string_view line) {
        return line.empty() ? "no such figure" : std::string(line.substr(0, line.size() - 1));
    }
    static std::string difference_of(std::string_view mine, std::string_view theirs) {
        const std::string_view named = theirs.empty() ? mine : theirs;
        return std::string(named.substr(0, named.find('\t'))) + ": computed " + without_feed(mine) + "; printed " + without_feed(theirs);
    }

    const Bundle& bundle_;
    Lines lines_;
    Checked& checked_;
    Digest commitments_;
    Digest figures_;
};

}  // namespace

Outcome<Checked> verify(std::string_view bundle_text, const std::optional<std::string>& log_key) {
    const Bundle bundle = TRY(read(bundle_text));
    Checked checked{.plan = bundle.plan,
                    .audience = bundle.audience,
                    .as_at = bundle.as_at,
                    .demonstration = bundle.demonstration,
                    .position = bundle.position,
                    .frozen = bundle.frozen,
                    .figures = bundle.figure_lines.size(),
                    .series = bundle.series.size(),
                    .steps_passed = {"lines"}};
    Verifier verifier(bundle, checked);
    TRY(verifier.check_signature(log_key));
    TRY(verifier.check_tree());
    TRY(verifier.check_leaves());
    TRY(verifier.check_heads());
    TRY(verifier.check_rows());
    TRY(verifier.check_commitments());
    TRY(verifier.check_figures_as_frozen());
    TRY(verifier.check_figures_as_computed());
    return checked;
}

}  // namespace ponte::bundle
