#pragma once

#include "adapters/templates/marks.h"
#include "adapters/templates/templates.h"

#include <set>

// Goes over the page from the top. Without values it only looks: what is wrong, and what was named. With values it
// fills; a template that was looked at without a fault is then filled without one.
namespace ponte::templates {

class Filler {
public:
    // `values` null: look only.
    Filler(const Catalogue& catalogue, const Values* values, paper::Language language)
        : catalogue_(catalogue), language_(std::move(language)), root_(values) {}

    // A part of the file: its root element. `name` is put before places; empty for the text itself.
    void part(Node root, const std::string& name);
    // What is required and was not named in any part.
    void tell_missing();

    [[nodiscard]] const std::vector<Refusal>& faults() const { return faults_; }
    [[nodiscard]] bool too_large() const { return nodes_ > filled_nodes_max; }

private:
    // An open list: the row of it that is being filled, none when only looked at.
    struct Scope {
        const List* list;
        const Values* row;
    };

    void name_places(Node node, const std::string& before, std::string inside);
    void blocks(Node begin, Node end);
    void rows(Node begin, Node end);
    void row(Node tr);
    void cells(Node tr);
    void paragraph(Node p);
    void runs(Node begin, Node end);
    void put(const Placed& placed);
    void section(Node first, Node last, const Mark& mark, void (Filler::*inner)(Node, Node));
    void repeat_row(Node tr, const List& list);
    [[nodiscard]] Node closer_of(Node opener, const Mark& mark, std::string_view element) const;

    [[nodiscard]] const List* list_in_reach(const std::string& name) const;
    [[nodiscard]] bool is_open(const std::string& list) const;
    [[nodiscard]] const std::vector<Values>& rows_of(const List& list) const;
    [[nodiscard]] bool knows(const Mark& mark, Node at);
    [[nodiscard]] bool holds(const Mark& mark) const;
    [[nodiscard]] const paper::Line* line_of(const Mark& mark) const;
    void fault(RefusalKind kind, const std::string& subject, Node at);

    const Catalogue& catalogue_;
    paper::Language language_;
    const Values* root_;
    std::vector<Scope> scopes_;
    std::set<std::string> named_;
    std::map<std::size_t, std::string> places_;
    std::vector<Refusal> faults_;
    std::size_t nodes_ = 0;
    std::size_t tables_ = 0;
    std::size_t paragraphs_ = 0;
};

}  // namespace ponte::templates
