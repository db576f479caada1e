#include "adapters/docx_read/docx_read.h"

#include "adapters/docx_read/package.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace ponte::docx_read {

namespace {

using Node = pugi::xml_node;

template <std::size_t N>
bool one_of(std::string_view name, const std::array<std::string_view, N>& names) {
    return std::ranges::find(names, name) != names.end();
}

// Properties say how something looks, and the rest what was there before or is not on the page.
constexpr std::array<std::string_view, 14> not_shown{"pPr",  "rPr",         "tblPr",     "tblGrid",     "trPr",     "tcPr",   "sdtPr",
                                                     "del", "moveFrom",    "instrText", "delInstrText", "Fallback", "sdtEndPr", "delText"};
constexpr std::array<std::string_view, 9> changes{"ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "pPrChange", "rPrChange", "tblPrChange"};

std::uint32_t number_of(std::string_view text, std::uint32_t otherwise) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && !text.empty() ? value : otherwise;
}

// Words of one paragraph or cell, with the marks met on the way.
struct Gathered {
    std::string text;
    std::vector<std::string> tags;
    std::vector<std::string> bookmarks;
};

class Walk {
public:
    explicit Walk(const Package& package) : package_(package) {}

    Outcome<Document> document() {
        const auto part = TRY(parse_part(package_, package_.main));
        const auto root = part.document_element();
        const auto body = child_of(root, "body");
        if (local_name(root.name()) != "document" || !body) return refuse(refusals::not_a_document, std::string(root.name()), package_.main);
        document_.properties = package_.properties;
        std::vector<std::string> tags;
        static_cast<void>(TRY(blocks(body, 0, tags)));
        flush();
        return std::move(document_);
    }

private:
    using Done = Outcome<bool>;

    [[nodiscard]] std::unexpected<Refusal> too_deep() const { return refuse(refusals::too_deep, std::to_string(depth_max), here()); }

    // Where reading stands, for refusals.
    [[nodiscard]] std::string here() const {
        return place_.empty() ? "paragraph " + std::to_string(paragraphs_ + 1) : place_;
    }

    // The paragraphs and tables below a node; wrappers of any name are looked through.
    Done blocks(const Node& node, std::size_t depth, std::vector<std::string>& tags) {
        if (depth > depth_max) return too_deep();
        for (const auto& child : node.children()) {
            const auto name = local_name(child.name());
            note_change(name);
            if (name == "p") {
                static_cast<void>(TRY(paragraph(child, depth + 1, tags)));
            } else if (name == "tbl") {
                static_cast<void>(TRY(table(child, depth + 1, tags)));
            } else if (name == "sdt") {
                const auto tag = tag_of(child);
                if (!tag.empty()) tags.push_back(tag);
                static_cast<void>(TRY(blocks(child_of(child, "sdtContent"), depth + 1, tags)));
                if (!tag.empty()) tags.pop_back();
            } else if (!one_of(name, not_shown)) {
                static_cast<void>(TRY(blocks(chosen(child), depth + 1, tags)));
            }
        }
        return true;
    }

    Done paragraph(const Node& node, std::size_t depth, const std::vector<std::string>& tags) {
        Gathered gathered{.text = {}, .tags = tags, .bookmarks = {}};
        std::vector<Node> boxes;
        static_cast<void>(TRY(content(node, depth, gathered, boxes)));
        static_cast<void>(TRY(clean(gathered.text)));
        if (document_.blocks.size() >= blocks_max) return refuse(refusals::too_large, std::to_string(blocks_max), here());
        const auto properties = child_of(node, "pPr");
        const std::string id(attribute_of(child_of(properties, "pStyle"), "val"));
        const auto style = package_.styles.find(id);
        // A paragraph whose mark was deleted runs on into the next.
        if (carried_) {
            gathered.text = carried_->text + gathered.text;
            std::ranges::copy(carried_->bookmarks, std::back_inserter(gathered.bookmarks));
            carried_.reset();
        }
        ++paragraphs_;
        Paragraph made{style == package_.styles.end() ? id : style->second, std::move(gathered.text), std::move(gathered.tags), std::move(gathered.bookmarks)};
        if (child_of(child_of(properties, "rPr"), "del")) {
            document_.tracked_changes = true;
            carried_ = std::move(made);
        } else {
            document_.blocks.emplace_back(std::move(made));
        }
        for (const auto& box : boxes) {
            std::vector<std::string> none;
            static_cast<void>(TRY(blocks(box, depth + 1, none)));
        }
        return true;
    }

    void flush() {
        if (carried_) document_.blocks.emplace_back(*std::exchange(carried_, std::nullopt));
    }

    Done table(const Node& node, std::size_t depth, std::vector<std::string>& tags) {
        flush();
        Table made{.number = ++tables_, .rows = {}};
        static_cast<void>(TRY(rows(node, depth, tags, made)));
        place_.clear();
        if (document_.blocks.size() >= blocks_max) return refuse(refusals::too_large, std::to_string(blocks_max), here());
        document_.blocks.emplace_back(std::move(made));
        return true;
    }

    Done rows(const Node& node, std::size_t depth, std::vector<std::string>& tags, Table& table) {
        if (depth > depth_max) return too_deep();
        for (const auto& child : node.children()) {
            const auto name = local_name(child.name());
            if (name == "tr") {
                const auto properties = child_of(child, "trPr");
                note_change(child_of(properties, "ins") ? "ins" : "");
                note_change(child_of(properties, "del") ? "del" : "");
                if (child_of(properties, "del")) continue;
                if (table.rows.size() >= rows_max) return refuse(refusals::too_large, std::to_string(rows_max), docx_read::place_of(table, rows_max + 1, 1));
                Row row;
                auto column = 1 + std::min<std::uint32_t>(number_of(attribute_of(child_of(properties, "gridBefore"), "val"), 0), columns_max);
                table.rows.emplace_back();
                static_cast<void>(TRY(cells(child, depth + 1, tags, table, row, column)));
                table.rows.back() = std::move(row);
            } else if (name == "sdt") {
                const auto tag = tag_of(child);
                if (!tag.empty()) tags.push_back(tag);
                static_cast<void>(TRY(rows(child_of(child, "sdtContent"), depth + 1, tags, table)));
                if (!tag.empty()) tags.pop_back();
            } else if (!one_of(name, not_shown)) {
                note_change(name);
                static_cast<void>(TRY(rows(chosen(child), depth + 1, tags, table)));
            }
        }
        return true;
    }

    Done cells(const Node& node, std::size_t depth, std::vector<std::string>& tags, const Table& table, Row& row, std::uint32_t& column) {
        if (depth > depth_max) return too_deep();
        for (const auto& child : node.children()) {
            const auto name = local_name(child.name());
            if (name == "tc") {
                const auto properties = child_of(child, "tcPr");
                const auto span = std::max(1U, number_of(attribute_of(child_of(properties, "gridSpan"), "val"), 1));
                if (span > columns_max || column + span - 1 > columns_max) {
                    return refuse(refusals::too_large, std::to_string(columns_max), docx_read::place_of(table, table.rows.size(), columns_max + 1));
                }
                if (child_of(properties, "cellDel")) {
                    document_.tracked_changes = true;
                    column += span;
                    continue;
                }
                place_ = docx_read::place_of(table, table.rows.size(), column);
                const auto merged = child_of(properties, "vMerge");
                const auto merge = attribute_of(merged, "val");
                Gathered gathered{.text = {}, .tags = tags, .bookmarks = {}};
                static_cast<void>(TRY(cell_text(child, depth + 1, gathered)));
                static_cast<void>(TRY(clean(gathered.text)));
                row.cells.push_back({std::move(gathered.text), column, span, merged && merge != "restart", std::move(gathered.tags), std::move(gathered.bookmarks)});
                column += span;
            } else if (name == "sdt") {
                const auto tag = tag_of(child);
                if (!tag.empty()) tags.push_back(tag);
                static_cast<void>(TRY(cells(child_of(child, "sdtContent"), depth + 1, tags, table, row, column)));
                if (!tag.empty()) tags.pop_back();
            } else if (!one_of(name, not_shown)) {
                note_change(name);
                static_cast<void>(TRY(cells(chosen(child), depth + 1, tags, table, row, column)));
            }
        }
        return true;
    }

    // The lines of a cell: paragraphs, and whatever stands in a table inside it.
    Done cell_text(const Node& node, std::size_t depth, Gathered& into) {
        bool first = true;
        bool runs_on = false;
        return cell_lines(node, depth, into, first, runs_on);
    }

    Done cell_lines(const Node& node, std::size_t depth, Gathered& into, bool& first, bool& runs_on) {
        if (depth > depth_max) return too_deep();
        for (const auto& child : node.children()) {
            const auto name = local_name(child.name());
            note_change(name);
            if (name == "p") {
                if (!first && !runs_on) into.text += '\n';
                first = false;
                std::vector<Node> boxes;
                static_cast<void>(TRY(content(child, depth + 1, into, boxes)));
                runs_on = static_cast<bool>(child_of(child_of(child_of(child, "pPr"), "rPr"), "del"));
                if (runs_on) document_.tracked_changes = true;
                for (const auto& box : boxes) static_cast<void>(TRY(cell_lines(box, depth + 1, into, first, runs_on)));
            } else if (name == "sdt") {
                const auto tag = tag_of(child);
                if (!tag.empty()) into.tags.push_back(tag);
                static_cast<void>(TRY(cell_lines(child_of(child, "sdtContent"), depth + 1, into, first, runs_on)));
            } else if (name == "tr" && child_of(child_of(child, "trPr"), "del")) {
                document_.tracked_changes = true;
            } else if (!one_of(name, not_shown)) {
                static_cast<void>(TRY(cell_lines(chosen(child), depth + 1, into, first, runs_on)));
            }
        }
        return true;
    }

    // What the runs of a paragraph show; boxes of text beside it are left to the caller.
    Done content(const Node& node, std::size_t depth, Gathered& into, std::vector<Node>& boxes) {
        if (depth > depth_max) return too_deep();
        for (const auto& child : node.children()) {
            const auto name = local_name(child.name());
            note_change(name);
            if (name == "t") {
                // Formulas and drawings have texts of their own under the same local name.
                if (std::string_view(child.name()).starts_with("a:")) continue;
                into.text += child.text().get();
                if (into.text.size() > text_bytes_max) return refuse(refusals::text_too_long, std::to_string(text_bytes_max), here());
            } else if (name == "tab") {
                into.text += '\t';
            } else if (name == "br" || name == "cr") {
                if (attribute_of(child, "type") != "page") into.text += '\n';
            } else if (name == "noBreakHyphen") {
                into.text += '-';
            } else if (name == "sym") {
                into.text += "\xef\xbf\xbd";  // A sign of a symbol font has no letter: shown as unreadable, not dropped.
            } else if (name == "bookmarkStart") {
                const std::string bookmark(attribute_of(child, "name"));
                if (!bookmark.empty() && !bookmark.starts_with('_')) into.bookmarks.push_back(bookmark);
            } else if (name == "sdt") {
                const auto tag = tag_of(child);
                if (!tag.empty()) into.tags.push_back(tag);
                static_cast<void>(TRY(content(child_of(child, "sdtContent"), depth + 1, into, boxes)));
            } else if (name == "r" && is_prompt(child)) {
                continue;
            } else if (name == "txbxContent") {
                boxes.push_back(child);
            } else if (!one_of(name, not_shown)) {
                static_cast<void>(TRY(content(chosen(child), depth + 1, into, boxes)));
            }
        }
        return true;
    }

    // Of alternative contents the first is the one that is meant.
    static Node chosen(const Node& node) {
        return local_name(node.name()) == "AlternateContent" ? child_of(node, "Choice") : node;
    }

    static std::string tag_of(const Node& sdt) { return std::string(attribute_of(child_of(child_of(sdt, "sdtPr"), "tag"), "val")); }

    // "Click here to enter text". The control's own mark for it (showingPlcHdr) is no witness: LibreOffice
    // leaves it standing when somebody has typed. The style of the words is.
    [[nodiscard]] bool is_prompt(const Node& run) const {
        const std::string id(attribute_of(child_of(child_of(run, "rPr"), "rStyle"), "val"));
        if (id.empty()) return false;
        const auto style = package_.styles.find(id);
        return id == "PlaceholderText" || (style != package_.styles.end() && style->second == "Placeholder Text");
    }

    void note_change(std::string_view name) {
        if (one_of(name, changes)) document_.tracked_changes = true;
    }

    Done clean(std::string& text) const {
        if (!is_valid_utf8(text)) return refuse(refusals::damaged, {}, here());
        if (has_control_characters(text)) return refuse(refusals::control_character, {}, here());
        text = nfc(text);
        if (text.size() > text_bytes_max) return refuse(refusals::text_too_long, std::to_string(text_bytes_max), here());
        return true;
    }

    const Package& package_;
    Document document_;
    std::optional<Paragraph> carried_;
    std::string place_;  // Of the cell that is read; empty outside of tables.
    std::uint32_t paragraphs_ = 0;
    std::uint32_t tables_ = 0;
};

}  // namespace

std::vector<const Table*> Document::tables() const {
    std::vector<const Table*> found;
    for (const auto& block : blocks) {
        if (const auto* table = std::get_if<Table>(&block)) found.push_back(table);
    }
    return found;
}

std::string place_of(const Table& table, std::size_t row, std::uint32_t column) {
    return "table " + std::to_string(table.number) + ", row " + std::to_string(row) + ", column " + std::to_string(column);
}

Outcome<Document> read(ByteView file) {
    const auto package = TRY(open(file));
    return Walk(package).document();
}

}  // namespace ponte::docx_read
