#include "adapters/templates/filler.h"

#include "adapters/templates/runs.h"

#include <algorithm>

namespace ponte::templates {

namespace {

const List* find_list(const std::vector<List>& lists, const std::string& name) {
    for (const List& list : lists) {
        if (list.name == name) return &list;
        if (const List* inner = find_list(list.lists, name)) return inner;
    }
    return nullptr;
}

bool has_field(const std::vector<Field>& fields, const std::string& name) {
    return std::ranges::any_of(fields, [&](const Field& field) { return field.name == name; });
}

bool shows(const paper::Line& line) {
    return std::ranges::any_of(line, [](const paper::Run& run) { return !run.text.empty(); });
}

std::size_t size_of(Node node) {
    std::size_t size = 1;
    for (Node child : node.children()) size += size_of(child);
    return size;
}

bool is_named(Node node) { return is(node, "w:bookmarkStart") || is(node, "w:bookmarkEnd"); }

// Names that may stand only once in a file are left to the first copy.
void make_anonymous(Node node) {
    for (const char* const name : {"w14:paraId", "w14:textId"}) node.remove_attribute(name);
    for (Node child = node.first_child(); child;) {
        const Node next = child.next_sibling();
        if (is_named(child)) node.remove_child(child);
        else make_anonymous(child);
        child = next;
    }
}

// The index of the place that closes the one at `opener`.
std::optional<std::size_t> closer_among(const std::vector<Placed>& marks, std::size_t opener) {
    int depth = 0;
    for (std::size_t i = opener; i < marks.size(); ++i) {
        if (marks[i].mark.whole() != marks[opener].mark.whole()) continue;
        if (marks[i].mark.opens()) ++depth;
        if (marks[i].mark.closes() && --depth == 0) return i;
    }
    return std::nullopt;
}

Node paragraph_of(Node run) {
    while (run && !is(run, "w:p")) run = run.parent();
    return run;
}

// A row that begins with one end and ends with the other. Within a paragraph, or between two paragraphs of one
// cell that hold nothing else, the ends mean only what stands between them.
bool is_row_section(const std::vector<Placed>& marks) {
    if (marks.size() < 2 || !marks.front().mark.opens() || closer_among(marks, 0) != marks.size() - 1) return false;
    const Node first = paragraph_of(marks.front().run);
    const Node last = paragraph_of(marks.back().run);
    return first != last && !(first.parent() == last.parent() && lone_mark(first) && lone_mark(last));
}

}  // namespace

void Filler::fault(RefusalKind kind, const std::string& subject, Node at) {
    if (root_ != nullptr) return;  // Looked at before.
    const auto place = places_.find(paragraph_of(at).hash_value());
    faults_.push_back({kind, subject, place == places_.end() ? std::string() : place->second});
}

// Paragraphs are counted on the page, rows in their tables; a table inside a cell is counted as one more.
void Filler::name_places(Node node, const std::string& before, std::string inside) {
    std::size_t row = 0;
    for (Node child : node.children()) {
        if (is(child, "w:tr")) ++row;
        if (is(child, "w:p")) {
            if (inside.empty()) ++paragraphs_;
            places_.emplace(child.hash_value(), before + (inside.empty() ? "paragraph " + std::to_string(paragraphs_) : inside));
        }
        if (is(child, "w:tbl")) {
            name_places(child, before, "table " + std::to_string(++tables_));
        } else if (is(child, "w:tr")) {
            name_places(child, before, inside + ", row " + std::to_string(row));
        } else {
            name_places(child, before, inside);
        }
    }
}

void Filler::part(Node root, const std::string& name) {
    if (root_ == nullptr) {
        tables_ = 0;
        paragraphs_ = 0;
        places_.clear();
        name_places(root, name.empty() ? "" : name + ", ", "");
    }
    std::vector<Node> paragraphs;
    root.find_node([&](Node node) {
        if (is(node, "w:p")) paragraphs.push_back(node);
        return false;
    });
    for (const Node one : paragraphs) {
        for (const std::string& text : isolate_marks(one)) fault(refusals::placeholder_unreadable, text, one);
    }
    blocks(root.first_child(), {});
}

void Filler::blocks(Node begin, Node end) {
    for (Node node = begin; node && node != end && !too_large();) {
        Node next = node.next_sibling();
        if (is(node, "w:tbl")) {
            rows(node.first_child(), {});
            // A table without rows would make Word call the file damaged.
            if (root_ != nullptr && !node.find_node([](Node inner) { return is(inner, "w:tr"); })) node.parent().remove_child(node);
        } else if (!is(node, "w:p")) {
            blocks(node.first_child(), {});
        } else if (const auto mark = lone_mark(node); mark && mark->opens()) {
            const Node last = closer_of(node, *mark, "w:p");
            if (last) {
                next = last.next_sibling();
                section(node, last, *mark, &Filler::blocks);
            } else {
                fault(refusals::section_unclosed, mark->text(), node);
            }
        } else {
            paragraph(node);
        }
        node = next;
    }
}

// The sibling that holds nothing but the end of what `opener` begins.
Node Filler::closer_of(Node opener, const Mark& mark, std::string_view element) const {
    int depth = 0;
    for (Node node = opener; node; node = node.next_sibling()) {
        if (!is(node, element)) continue;
        const auto lone = lone_mark(node);
        if (!lone || lone->whole() != mark.whole()) continue;
        if (lone->opens()) ++depth;
        if (lone->closes() && --depth == 0) return node;
    }
    return {};
}

// Everything between two siblings, once, not at all, or for each row of a list.
void Filler::section(Node first, Node last, const Mark& mark, void (Filler::*inner)(Node, Node)) {
    if (!knows(mark, first)) return;
    Node parent = first.parent();
    const auto drop = [&](Node from, Node to) {
        while (from != to) {
            const Node next = from.next_sibling();
            parent.remove_child(from);
            from = next;
        }
    };
    if (mark.sign != '#') {
        if (root_ == nullptr || holds(mark) == (mark.sign == '?')) {
            (this->*inner)(first.next_sibling(), last);
        } else {
            drop(first.next_sibling(), last);
        }
    } else {
        const List& list = *list_in_reach(mark.name);
        if (root_ == nullptr) {
            scopes_.push_back({&list, nullptr});
            (this->*inner)(first.next_sibling(), last);
            scopes_.pop_back();
            return;
        }
        bool again = false;
        for (const Values& one : rows_of(list)) {
            Node begin;
            for (Node node = first.next_sibling(); node != last && !too_large(); node = node.next_sibling()) {
                if (again && is_named(node)) continue;
                Node copy = parent.insert_copy_before(node, first);
                nodes_ += size_of(copy);
                if (again) make_anonymous(copy);
                if (!begin) begin = copy;
            }
            scopes_.push_back({&list, &one});
            if (begin) (this->*inner)(begin, first);
            scopes_.pop_back();
            again = true;
        }
        drop(first.next_sibling(), last);
    }
    if (root_ == nullptr) return;
    parent.remove_child(first);
    parent.remove_child(last);
}

void Filler::rows(Node begin, Node end) {
    for (Node node = begin; node && node != end && !too_large();) {
        Node next = node.next_sibling();
        if (!is(node, "w:tr")) {
            rows(node.first_child(), {});
        } else if (const auto mark = lone_mark(node); mark && mark->opens()) {
            const Node last = closer_of(node, *mark, "w:tr");
            if (last) {
                next = last.next_sibling();
                section(node, last, *mark, &Filler::rows);
            } else {
                fault(refusals::section_unclosed, mark->text(), marks_in(node.first_child(), {}, true).front().run);
            }
        } else {
            row(node);
        }
        node = next;
    }
}

void Filler::row(Node tr) {
    auto marks = marks_in(tr.first_child(), {}, false);
    if (is_row_section(marks)) {
        const Mark mark = marks.front().mark;
        if (!knows(mark, marks.front().run)) return;
        const List* list = mark.sign == '#' ? list_in_reach(mark.name) : nullptr;
        const bool keep = root_ == nullptr || list != nullptr || holds(mark) == (mark.sign == '?');
        if (root_ == nullptr) {
            // Only looked at: the ends stay, and are stepped over.
            for (const Placed& end : {marks.front(), marks.back()}) end.run.child("w:t").text().set("");
        } else {
            for (const Placed& end : {marks.front(), marks.back()}) end.run.parent().remove_child(end.run);
        }
        if (list != nullptr) repeat_row(tr, *list);
        else if (keep) cells(tr);
        else tr.parent().remove_child(tr);
        return;
    }
    std::set<std::string> within;
    std::set<std::string> wanted;
    for (const Placed& one : marks) {
        if (one.mark.sign == '#') within.insert(one.mark.name);
        if (one.mark.closes()) within.erase(one.mark.name);
        if (!one.mark.list.empty() && !one.mark.closes() && !is_open(one.mark.list) && !within.contains(one.mark.list) &&
            list_in_reach(one.mark.list) != nullptr) {
            wanted.insert(one.mark.list);
        }
    }
    if (wanted.size() > 1) fault(refusals::two_lists_in_a_row, *wanted.begin() + ", " + *wanted.rbegin(), marks.front().run);
    if (wanted.size() == 1) repeat_row(tr, *list_in_reach(*wanted.begin()));
    else if (wanted.empty()) cells(tr);
}

void Filler::repeat_row(Node tr, const List& list) {
    named_.insert(list.name);
    if (root_ == nullptr) {
        scopes_.push_back({&list, nullptr});
        cells(tr);
        scopes_.pop_back();
        return;
    }
    Node parent = tr.parent();
    bool again = false;
    for (const Values& one : rows_of(list)) {
        if (too_large()) return;
        Node copy = parent.insert_copy_before(tr, tr);
        nodes_ += size_of(copy);
        if (again) make_anonymous(copy);
        scopes_.push_back({&list, &one});
        cells(copy);
        scopes_.pop_back();
        again = true;
    }
    parent.remove_child(tr);
}

void Filler::cells(Node tr) {
    std::vector<Node> all;
    for (Node child : tr.children()) {
        if (is(child, "w:tc")) all.push_back(child);
        else if (child.find_node([](Node inner) { return is(inner, "w:tc"); })) cells(child);
    }
    for (Node cell : all) {
        blocks(cell.first_child(), {});
        // A cell ends with a paragraph, or Word calls the file damaged.
        Node last = cell.last_child();
        while (last && last.type() != pugi::node_element) last = last.previous_sibling();
        if (root_ != nullptr && !is(last, "w:p")) cell.append_child("w:p");
    }
}

void Filler::paragraph(Node p) {
    runs(p.first_child(), {});
    // Boxes drawn over the page have paragraphs of their own.
    std::vector<Node> boxes;
    for (Node child : p.children()) {
        child.find_node([&](Node inner) {
            if (is(inner, "w:txbxContent")) boxes.push_back(inner);
            return false;
        });
    }
    for (const Node box : boxes) {
        bool in_another = false;
        for (Node up = box.parent(); up && up != p; up = up.parent()) in_another = in_another || is(up, "w:txbxContent");
        if (!in_another) blocks(box.first_child(), {});
    }
}

void Filler::runs(Node begin, Node end) {
    auto marks = marks_in(begin, end, false);
    for (std::size_t i = 0; i < marks.size() && !too_large(); ++i) {
        const Placed& one = marks[i];
        if (one.mark.closes()) {
            fault(refusals::section_unopened, one.mark.text(), one.run);
        } else if (one.mark.opens()) {
            const auto closer = closer_among(marks, i);
            if (!closer || marks[*closer].run.parent() != one.run.parent()) {
                fault(refusals::section_unclosed, one.mark.text(), one.run);
                continue;
            }
            section(one.run, marks[*closer].run, one.mark, &Filler::runs);
            i = *closer;
        } else {
            put(one);
        }
    }
}

void Filler::put(const Placed& placed) {
    if (!knows(placed.mark, placed.run) || root_ == nullptr) return;
    const paper::Line* line = line_of(placed.mark);
    nodes_ += line == nullptr ? 0 : 10 * line->size();
    put_line(placed.run, line == nullptr ? paper::Line{} : *line, language_);
}

bool Filler::is_open(const std::string& list) const {
    return std::ranges::any_of(scopes_, [&](const Scope& scope) { return scope.list->name == list; });
}

// A list of the catalogue's, or one within the rows of an open list.
const List* Filler::list_in_reach(const std::string& name) const {
    const auto among = [&](const std::vector<List>& lists) {
        const auto found = std::ranges::find(lists, name, &List::name);
        return found == lists.end() ? nullptr : &*found;
    };
    for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope) {
        if (const List* list = among(scope->list->lists)) return list;
    }
    return among(catalogue_.lists);
}

const std::vector<Values>& Filler::rows_of(const List& list) const {
    static const std::vector<Values> none;
    const Values* holder = root_;
    for (const Scope& scope : scopes_) {
        if (std::ranges::any_of(scope.list->lists, [&](const List& inner) { return inner.name == list.name; })) holder = scope.row;
    }
    const auto found = holder->lists.find(list.name);
    return found == holder->lists.end() ? none : found->second;
}

const paper::Line* Filler::line_of(const Mark& mark) const {
    const Values* holder = root_;
    for (const Scope& scope : scopes_) {
        if (!mark.list.empty() && scope.list->name == mark.list) holder = scope.row;
    }
    const auto found = holder->fields.find(mark.name);
    return found == holder->fields.end() ? nullptr : &found->second;
}

// Says what is wrong with a name where it stands, and remembers it when nothing is.
bool Filler::knows(const Mark& mark, Node at) {
    const std::string whole = mark.whole();
    if (!mark.list.empty()) {
        const List* list = find_list(catalogue_.lists, mark.list);
        if (list == nullptr || !has_field(list->fields, mark.name) || mark.sign == '#') {
            fault(refusals::placeholder_unknown, mark.text(), at);
            return false;
        }
        if (!is_open(mark.list)) {
            fault(refusals::outside_of_list, mark.text(), at);
            return false;
        }
    } else if (const List* list = find_list(catalogue_.lists, mark.name); list != nullptr && mark.sign != 0) {
        if (list_in_reach(mark.name) == nullptr) {
            fault(refusals::outside_of_list, mark.text(), at);
            return false;
        }
    } else if (!has_field(catalogue_.fields, mark.name) || mark.sign == '#') {
        fault(refusals::placeholder_unknown, mark.text(), at);
        return false;
    }
    if (mark.sign == 0 || mark.sign == '#') named_.insert(whole);
    return true;
}

bool Filler::holds(const Mark& mark) const {
    if (mark.list.empty()) {
        if (const List* list = list_in_reach(mark.name)) return !rows_of(*list).empty();
    }
    const paper::Line* line = line_of(mark);
    return line != nullptr && shows(*line);
}

namespace {

void tell_missing_of(const std::vector<List>& lists, const std::set<std::string>& named, std::vector<Refusal>& faults) {
    for (const List& list : lists) {
        // What a list must say, it must say where it is shown at all.
        if (!named.contains(list.name)) {
            if (list.required) faults.push_back({refusals::field_missing, "{{#" + list.name + "}}", {}});
            continue;
        }
        for (const Field& field : list.fields) {
            const std::string whole = list.name + "." + field.name;
            if (field.required && !named.contains(whole)) faults.push_back({refusals::field_missing, "{{" + whole + "}}", {}});
        }
        tell_missing_of(list.lists, named, faults);
    }
}

}  // namespace

void Filler::tell_missing() {
    for (const Field& field : catalogue_.fields) {
        if (field.required && !named_.contains(field.name)) faults_.push_back({refusals::field_missing, "{{" + field.name + "}}", {}});
    }
    tell_missing_of(catalogue_.lists, named_, faults_);
}

}  // namespace ponte::templates
