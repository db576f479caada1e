#include "adapters/templates/marks.h"

#include <algorithm>

namespace ponte::templates {

namespace {

constexpr std::size_t mark_octets_max = 140;
constexpr std::size_t name_octets_max = 60;

bool is_name(std::string_view text) {
    if (text.empty() || text.size() > name_octets_max || text.front() < 'a' || text.front() > 'z') return false;
    return std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

std::string_view trimmed(std::string_view text) {
    // Word turns a blank into one that does not break where a language asks for it.
    const auto is_blank_at = [&](std::size_t at) -> std::size_t {
        if (text[at] == ' ') return 1;
        return text.substr(at).starts_with("\u00A0") ? 2 : 0;
    };
    while (!text.empty() && is_blank_at(0) != 0) text.remove_prefix(is_blank_at(0));
    while (!text.empty()) {
        if (text.back() == ' ') text.remove_suffix(1);
        else if (text.ends_with("\u00A0")) text.remove_suffix(2);
        else break;
    }
    return text;
}

// What was deleted under tracked changes is not on the page.
bool is_gone(Node node) { return is(node, "w:del") || is(node, "w:moveFrom"); }
// Text of its own inside of a paragraph: a box drawn over the page.
bool is_inner_page(Node node) { return is(node, "w:txbxContent"); }

// A stretch of text, and where it stands in the paragraph's whole text.
struct Piece {
    Node text;
    std::size_t from = 0;
};

void collect(Node node, std::vector<Piece>& pieces, std::string& whole) {
    for (Node child : node.children()) {
        if (is_gone(child) || is_inner_page(child)) continue;
        if (is(child, "w:t") && is(node, "w:r")) {
            pieces.push_back({child, whole.size()});
            whole += child.text().get();
        } else if (is(node, "w:r") && (is(child, "w:br") || is(child, "w:tab") || is(child, "w:cr"))) {
            whole += '\n';  // No place goes on over a line's end.
        } else {
            collect(child, pieces, whole);
        }
    }
}

void set_text(Node text, std::string_view value) {
    text.text().set(std::string(value).c_str());
    if (!text.attribute("xml:space")) text.append_attribute("xml:space");
    text.attribute("xml:space").set_value("preserve");
}

// The run after this one with the same look.
Node run_after(Node run) {
    Node made = run.parent().insert_child_after("w:r", run);
    if (const Node look = run.child("w:rPr")) made.append_copy(look);
    return made;
}

bool shows_nothing(Node run) {
    return std::ranges::all_of(run.children(), [](Node child) {
        return child.type() != pugi::node_element || is(child, "w:rPr") || (is(child, "w:t") && std::string_view(child.text().get()).empty());
    });
}

// Takes [from, to) of the paragraph's text out of the pieces and gives it a run behind the first of them.
void isolate(const std::vector<Piece>& pieces, std::size_t from, std::size_t to, std::string_view mark) {
    const auto holding = [&](std::size_t offset) {
        return std::prev(std::ranges::upper_bound(pieces, offset, {}, &Piece::from));
    };
    auto first = holding(from);
    const auto last = holding(to - 1);
    // Pieces without text stand where the next one begins.
    const std::string head = std::string(first->text.text().get()).substr(0, from - first->from);
    const std::string tail = std::string(last->text.text().get()).substr(to - last->from);
    for (auto between = std::next(first); first != last && between != last; ++between) set_text(between->text, "");
    if (first != last) set_text(last->text, tail);
    set_text(first->text, head);

    Node run = first->text.parent();
    Node own = run_after(run);
    set_text(own.append_child("w:t"), mark);
    Node rest = run_after(own);
    if (first == last && !tail.empty()) set_text(rest.append_child("w:t"), tail);
    for (Node child = element_after(first->text); child;) {
        const Node next = element_after(child);
        rest.append_move(child);
        child = next;
    }
    if (shows_nothing(rest)) rest.parent().remove_child(rest);
}

bool shows_more_than_text(Node node) {
    for (const char* const name : {"w:drawing", "w:pict", "w:object", "w:br", "w:tab", "w:fldChar", "w:fldSimple", "w:sectPr"}) {
        if (node.find_node([&](Node inner) { return is(inner, name) && !is(inner.parent(), "w:tabs"); })) return true;
    }
    return false;
}

void collect_marks(Node node, bool deep, std::vector<Placed>& marks) {
    if (is_gone(node) || (!deep && (is_inner_page(node) || is(node, "w:tbl")))) return;
    if (is(node, "w:r")) {
        const Node text = node.child("w:t");
        if (text && !element_after(text)) {
            if (auto mark = mark_from(text.text().get())) marks.push_back({node, *std::move(mark)});
        }
    }
    for (Node child : node.children()) collect_marks(child, deep, marks);
}

}  // namespace

bool is(Node node, std::string_view name) { return node.name() == name; }

Node element_after(Node node) {
    Node next = node.next_sibling();
    while (next && next.type() != pugi::node_element) next = next.next_sibling();
    return next;
}

std::optional<Mark> mark_from(std::string_view text) {
    if (text.size() > mark_octets_max || text.size() < 5 || !text.starts_with("{{") || !text.ends_with("}}")) return std::nullopt;
    std::string_view inner = trimmed(text.substr(2, text.size() - 4));
    Mark mark;
    if (!inner.empty() && std::string_view("#/?^").contains(inner.front())) {
        mark.sign = inner.front();
        inner = trimmed(inner.substr(1));
    }
    const std::size_t dot = inner.find('.');
    if (dot != inner.npos) mark.list = inner.substr(0, dot);
    mark.name = dot == inner.npos ? inner : inner.substr(dot + 1);
    if (!is_name(mark.name) || (dot != inner.npos && !is_name(mark.list))) return std::nullopt;
    return mark;
}

std::vector<std::string> isolate_marks(Node paragraph) {
    std::vector<Piece> pieces;
    std::string whole;
    collect(paragraph, pieces, whole);
    struct Span {
        std::size_t from;
        std::size_t to;
    };
    std::vector<Span> spans;
    std::vector<std::string> unreadable;
    for (std::size_t at = whole.find("{{"); at != whole.npos;) {
        const std::size_t close = whole.find("}}", at);
        const std::size_t end = close == whole.npos ? whole.npos : close + 2;
        if (end != whole.npos && mark_from(std::string_view(whole).substr(at, end - at))) {
            spans.push_back({at, end});
            at = whole.find("{{", end);
        } else {
            unreadable.push_back(whole.substr(at, std::min<std::size_t>(40, end == whole.npos ? whole.npos : end - at)));
            at = whole.find("{{", at + 2);
        }
    }
    // From the last to the first: what lies before keeps its offsets.
    for (auto span = spans.rbegin(); span != spans.rend(); ++span) {
        isolate(pieces, span->from, span->to, std::string_view(whole).substr(span->from, span->to - span->from));
    }
    if (!spans.empty()) {
        for (const Piece& piece : pieces) {
            const Node run = piece.text.parent();
            if (shows_nothing(run)) run.parent().remove_child(run);
        }
    }
    return unreadable;
}

std::vector<Placed> marks_in(Node begin, Node end, bool deep) {
    std::vector<Placed> marks;
    for (Node node = begin; node && node != end; node = node.next_sibling()) collect_marks(node, deep, marks);
    return marks;
}

std::vector<Placed> marks_of(Node paragraph) { return marks_in(paragraph.first_child(), {}, false); }

std::optional<Mark> lone_mark(Node node) {
    const auto marks = marks_in(node.first_child(), {}, true);
    if (marks.size() != 1 || shows_more_than_text(node)) return std::nullopt;
    std::vector<Piece> pieces;
    std::string whole;
    collect(node, pieces, whole);
    const std::string_view seen = trimmed(whole);
    return seen.starts_with("{{") && seen.ends_with("}}") && mark_from(seen) ? std::optional(marks.front().mark) : std::nullopt;
}

}  // namespace ponte::templates
