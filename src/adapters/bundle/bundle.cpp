#include "adapters/bundle/bundle.h"

#include "base/check.h"
#include "base/text.h"

#include <algorithm>
#include <charconv>

namespace ponte::bundle {

namespace {

constexpr std::string_view first_line = "ponte-bundle/1";
constexpr std::string_view clock_simulated = "clock simulated";
constexpr std::size_t figure_fields = 7;

bool is_audience(std::string_view text) { return text == "macao" || text == "mainland" || text == "everyone"; }

void add_line(std::string& text, std::initializer_list<std::string_view> fields) {
    bool first = true;
    for (const std::string_view field : fields) {
        if (!first) text += '\t';
        text += field;
        first = false;
    }
    text += '\n';
}

std::size_t expected_bytes(const Bundle& bundle) {
    std::size_t bytes = 4096 + bundle.checkpoint.size() * 2 + bundle.leaves.size() * 44;
    for (const std::string& line : bundle.figure_lines) bytes += line.size() + 2;
    for (const BundleSeries& series : bundle.series) {
        bytes += series.name.size() + 192;
        for (const BundleRow& row : series.rows_in_order) {
            bytes += series.name.size() + 32 + (row.entry ? row.entry->size() * 4 / 3 + 4 : 0);
        }
    }
    return bytes;
}

std::string base64_of(const std::vector<Digest>& leaves, std::size_t from) {
    Bytes joined;
    const std::size_t to = std::min(leaves.size(), from + leaves_per_line);
    joined.reserve((to - from) * 32);
    for (std::size_t i = from; i < to; ++i) joined.insert(joined.end(), leaves[i].bytes.begin(), leaves[i].bytes.end());
    return base64(joined);
}

// The lines of a bundle one after another. The first thing that is not as it must be sticks, and
// everything read after it is empty.
class Reader {
public:
    // `text` begins with the first line, which has been looked at.
    explicit Reader(std::string_view text) : rest_(text.substr(first_line.size() + 1)), line_(1) { advance(); }

    [[nodiscard]] bool sound() const { return sound_; }
    [[nodiscard]] bool at_end() const { return rest_.empty() && kind_.empty(); }
    [[nodiscard]] bool at(std::string_view kind) const { return sound_ && kind_ == kind; }
    [[nodiscard]] Refusal refusal() const { return {refusals::unreadable, subject_, "line " + std::to_string(line_)}; }

    // Takes a line of this kind with so many fields after it.
    template <std::size_t N>
    std::array<std::string_view, N> take(std::string_view kind) {
        std::array<std::string_view, N> fields;
        if (!at(kind)) {
            spoil(kind);
            return fields;
        }
        std::string_view rest = fields_;
        for (std::size_t i = 0; i < N; ++i) {
            const std::size_t tab = rest.find('\t');
            if ((tab == rest.npos) != (i + 1 == N)) {
                spoil(kind);
                return {};
            }
            fields[i] = rest.substr(0, tab);
            rest = tab == rest.npos ? std::string_view{} : rest.substr(tab + 1);
        }
        advance();
        return fields;
    }

    // Says that the line just taken is no good after all.
    void spoil_last(std::string_view what) {
        if (!sound_) return;
        --line_;
        spoil(what);
    }

    std::uint64_t number(std::string_view text, std::string_view what) {
        std::uint64_t value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        const bool whole = !text.empty() && error == std::errc() && end == text.data() + text.size();
        if (!whole || (text.front() == '0' && text.size() > 1)) spoil_last(what);
        return value;
    }
    Bytes octets(std::string_view text, std::string_view what) {
        auto bytes = from_base64(text);
        if (!bytes || bytes->empty()) spoil_last(what);
        return bytes ? *std::move(bytes) : Bytes{};
    }
    Digest digest(std::string_view text, std::string_view what) {
        const auto digest = Digest::from_text(text);
        if (!digest) spoil_last(what);
        return digest ? *digest : Digest{};
    }
    std::string name(std::string_view text, std::string_view what) {
        if (text.empty() || text.front() == ' ' || text.back() == ' ') spoil_last(what);
        return std::string(text);
    }

private:
    void advance() {
        ++line_;
        const std::size_t end = rest_.find('\n');
        if (end == rest_.npos) {
            kind_ = fields_ = {};
            return;
        }
        const std::string_view line = rest_.substr(0, end);
        rest_.remove_prefix(end + 1);
        const std::size_t tab = line.find('\t');
        kind_ = line.substr(0, tab);
        fields_ = tab == line.npos ? std::string_view{} : line.substr(tab + 1);
        if (tab == line.npos) spoil(line);  // Every kind has a field.
    }
    void spoil(std::string_view what) {
        if (!sound_) return;
        sound_ = false;
        subject_ = what.substr(0, 40);
    }

    std::string_view rest_;
    std::string_view kind_;
    std::string_view fields_;
    std::size_t line_;
    std::string subject_;
    bool sound_ = true;
};

void read_head(Reader& reader, Bundle& bundle) {
    bundle.plan = reader.name(reader.take<1>("plan")[0], "plan");
    bundle.audience = reader.take<1>("audience")[0];
    if (!is_audience(bundle.audience)) reader.spoil_last("audience");
    const auto as_at = Date::from_text(reader.take<1>("as_at")[0]);
    if (!as_at) reader.spoil_last("as_at");
    bundle.as_at = as_at.value_or(Date{});
    bundle.position = reader.number(reader.take<1>("position")[0], "position");
    bundle.frozen = reader.number(reader.take<1>("frozen")[0], "frozen");
    if (reader.at("demonstration")) {
        bundle.demonstration = true;
        if (reader.take<1>("demonstration")[0] != clock_simulated) reader.spoil_last("demonstration");
    }
}

void read_figures(Reader& reader, Bundle& bundle) {
    while (reader.at("F")) {
        const auto fields = reader.take<figure_fields>("F");
        std::string line;
        for (const std::string_view field : fields) line.append(field).push_back('\t');
        line.back() = '\n';
        bundle.figure_lines.push_back(std::move(line));
    }
}

void read_series(Reader& reader, Bundle& bundle) {
    while (reader.at("S")) {
        const auto [name, rows, chain, shown, chain_shown] = reader.take<5>("S");
        BundleSeries series{.name = reader.name(name, "series"),
                            .rows = reader.number(rows, "rows"),
                            .chain = reader.digest(chain, "chain"),
                            .shown = reader.number(shown, "shown"),
                            .chain_shown = reader.digest(chain_shown, "chain_shown"),
                            .rows_in_order = {}};
        if (!bundle.series.empty() && series.name <= bundle.series.back().name) reader.spoil_last("order of series");
        bundle.series.push_back(std::move(series));
    }
}

void read_rows(Reader& reader, Bundle& bundle) {
    auto series = bundle.series.begin();
    while (reader.at("R") || reader.at("H")) {
        BundleRow row;
        std::string_view name;
        std::string_view sequence;
        if (reader.at("R")) {
            const auto fields = reader.take<3>("R");
            name = fields[0];
            sequence = fields[1];
            row.entry = reader.octets(fields[2], "entry");
        } else {
            const auto fields = reader.take<2>("H");
            name = fields[0];
            sequence = fields[1];
        }
        row.sequence = reader.number(sequence, "sequence");
        while (series != bundle.series.end() && series->name != name) ++series;
        if (series == bundle.series.end()) return reader.spoil_last("series of a row");
        auto& rows = series->rows_in_order;
        if (!rows.empty() && row.sequence <= rows.back().sequence) return reader.spoil_last("order of rows");
        rows.push_back(std::move(row));
    }
}

void read_leaves(Reader& reader, Bundle& bundle) {
    while (reader.at("L")) {
        // A line that is not the last one is full, so that the same leaves have one spelling.
        const bool full_so_far = bundle.leaves.size() % leaves_per_line == 0;
        const Bytes bytes = reader.octets(reader.take<1>("L")[0], "leaves");
        if (!full_so_far || bytes.size() % 32 != 0 || bytes.size() > leaves_per_line * 32) return reader.spoil_last("leaves");
        for (std::size_t i = 0; i < bytes.size(); i += 32) {
            Digest leaf;
            std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(i), 32, leaf.bytes.begin());
            bundle.leaves.push_back(leaf);
        }
    }
}

// Where the last line begins, or 0: it ends the file and its digest is of all bytes before it.
std::size_t begin_of_last_line(std::string_view text) {
    if (text.empty() || text.back() != '\n') return 0;
    const std::size_t before = text.rfind('\n', text.size() - 2);
    return text.size() < 2 || before == text.npos ? 0 : before + 1;
}

std::string place_of_last_line(std::string_view text) {
    const auto feeds = std::ranges::count(text, '\n');
    return "line " + std::to_string(text.ends_with('\n') ? feeds : feeds + 1);
}

}  // namespace

std::string write(const Bundle& bundle) {
    std::string text;
    text.reserve(expected_bytes(bundle));
    add_line(text, {first_line});
    add_line(text, {"plan", bundle.plan});
    add_line(text, {"audience", bundle.audience});
    add_line(text, {"as_at", bundle.as_at.to_text()});
    add_line(text, {"position", std::to_string(bundle.position)});
    add_line(text, {"frozen", std::to_string(bundle.frozen)});
    if (bundle.demonstration) add_line(text, {"demonstration", clock_simulated});
    for (const std::string& line : bundle.figure_lines) {
        CHECK(line.ends_with('\n'));
        text.append("F\t").append(line);
    }
    for (const BundleSeries& series : bundle.series) {
        add_line(text, {"S", series.name, std::to_string(series.rows), series.chain.to_text(), std::to_string(series.shown),
                        series.chain_shown.to_text()});
    }
    for (const BundleSeries& series : bundle.series) {
        for (const BundleRow& row : series.rows_in_order) {
            if (row.entry) {
                add_line(text, {"R", series.name, std::to_string(row.sequence), base64(*row.entry)});
            } else {
                add_line(text, {"H", series.name, std::to_string(row.sequence)});
            }
        }
    }
    add_line(text, {"O", base64(bundle.opened_entry)});
    add_line(text, {"Z", std::to_string(bundle.frozen), base64(bundle.frozen_entry)});
    for (std::size_t i = 0; i < bundle.leaves.size(); i += leaves_per_line) add_line(text, {"L", base64_of(bundle.leaves, i)});
    add_line(text, {"K", bundle.log_key});
    add_line(text, {"C", base64(view_of(bundle.checkpoint))});
    add_line(text, {"end", sha256(text).to_text()});
    return text;
}

Outcome<Bundle> read(std::string_view text) {
    if (text.size() > bytes_max) return refuse(refusals::too_large, std::to_string(text.size()), "line 1");
    const std::size_t last = begin_of_last_line(text);
    const std::string_view end = text.substr(last);
    if (last == 0 || !end.starts_with("end\t") || end.size() != 4 + 64 + 1) {
        return refuse(refusals::unreadable, "end", place_of_last_line(text));
    }
    if (const std::string digest = sha256(text.substr(0, last)).to_text(); end.substr(4, 64) != digest) {
        return refuse(refusals::digest_wrong, digest, place_of_last_line(text));
    }
    if (!text.starts_with(first_line) || text[first_line.size()] != '\n') return refuse(refusals::unreadable, "ponte-bundle/1", "line 1");
    if (!is_valid_utf8(text)) return refuse(refusals::unreadable, "UTF-8", "line 1");

    Bundle bundle;
    Reader reader(text);
    read_head(reader, bundle);
    read_figures(reader, bundle);
    read_series(reader, bundle);
    read_rows(reader, bundle);
    bundle.opened_entry = reader.octets(reader.take<1>("O")[0], "entry");
    const auto [frozen, entry] = reader.take<2>("Z");
    bundle.frozen_entry = reader.octets(entry, "entry");
    if (reader.number(frozen, "sequence") != bundle.frozen) reader.spoil_last("frozen");
    read_leaves(reader, bundle);
    bundle.log_key = reader.name(reader.take<1>("K")[0], "key");
    const Bytes checkpoint = reader.octets(reader.take<1>("C")[0], "checkpoint");
    bundle.checkpoint = text_of(checkpoint);
    reader.take<1>("end");
    if (!reader.sound()) return std::unexpected(reader.refusal());
    if (!reader.at_end()) return refuse(refusals::unreadable, "end", place_of_last_line(text));
    return bundle;
}

}  // namespace ponte::bundle
