#include "adapters/official_form/official_form.h"

#include "adapters/dossier/words.h"

namespace ponte::official_form {

namespace {

using dossier::Words;
using planning::ComparedRow;

class Writer {
public:
    Writer(const planning::ComparisonAnswer& answer, const Occasion& occasion, Words& words) : answer_(answer), occasion_(occasion), words_(words) {}

    paper::Paper written(bool for_word) {
        paper_.language = std::string(tag(words_.language()));
        paper_.created_at = occasion_.time.micros / 1'000'000;
        paper_.author = "ponte " + occasion_.release;
        paper_.tracks_changes = true;
        paper_.page_word = std::string(words_.say("form.page"));
        for (const ComparedRow& row : answer_.rows) write(row);
        const std::vector<std::string> remarks = remarks_of();
        for (const std::string& one : remarks) paper_.footer += (paper_.footer.empty() ? "" : " · ") + one;
        if (!for_word) {
            // A printed foot has one line; what does not fit in it stands above the title.
            paper_.footer = occasion_.demonstration ? answer_.list.value + " · " + std::string(words_.say("form.demonstration")) : remarks.front();
            paper_.masthead = remarks;
            paper_.masthead.emplace_back(words_.say("form.marks"));
        }
        return std::move(paper_);
    }

private:
    [[nodiscard]] std::string body_name(const BodyId& body) const {
        const auto found = occasion_.body_names.find(body.value);
        if (found == occasion_.body_names.end()) return body.value;
        const std::string& name = found->second.in(words_.language());
        if (!name.empty()) return name;
        for (const Language language : languages) {
            if (!found->second.in(language).empty()) return found->second.in(language);
        }
        return body.value;
    }

    [[nodiscard]] paper::Revision revision(const ComparedRow& row, std::string_view change) const {
        if (change != "added" && change != "removed") return {};
        return {.change = change == "added" ? Change::added : Change::removed, .author = body_name(row.by), .at = row.at.micros / 1'000'000};
    }

    [[nodiscard]] paper::Run run(const ComparedRow& row, const std::string& text, std::string_view change) const {
        return {.text = text, .revision = revision(row, change)};
    }

    // The number as it was and as it is, then the text piece by piece.
    [[nodiscard]] paper::Line line(const ComparedRow& row) {
        paper::Line runs;
        if (row.change == "same" && !row.mark_before.empty() && row.mark_before != row.mark) {
            runs.push_back(run(row, row.mark_before, "removed"));
            runs.push_back(run(row, row.mark, "added"));
        } else if (!row.mark.empty()) {
            runs.push_back(run(row, row.mark, row.change));
        }
        for (const planning::PieceShown& piece : row.pieces) {
            // Number and text of a whole line that came or went are one change.
            if (row.change != "same" && !runs.empty()) runs.back().text += piece.text;
            else if (!piece.text.empty()) runs.push_back(run(row, piece.text, piece.change));
        }
        if (row.state == "missing") runs.push_back(run(row, std::string(words_.say("form.not_worded")), "same"));
        return runs;
    }

    void write(const ComparedRow& row) {
        if (row.kind == "title") {
            paper_.title = row.text.empty() ? std::string(words_.say("form.not_worded")) : row.text;
            paper_.title_line = line(row);
        } else if (row.kind == "area") {
            paper_.blocks.emplace_back(paper::Heading{.level = 1, .line = line(row), .anchor = row.line.value, .revision = revision(row, row.change)});
        } else {
            paper_.blocks.emplace_back(paper::Paragraph{.line = line(row), .revision = revision(row, row.change)});
        }
    }

    // What a reader must know of the paper before he relies on it.
    std::vector<std::string> remarks_of() {
        std::vector<std::string> remarks{words_.say("form.compared", {answer_.list.value, answer_.against.value, std::to_string(occasion_.position)})};
        if (!answer_.adopted && answer_.not_agreed == 0) remarks.emplace_back(words_.say("form.not_adopted"));
        if (answer_.not_agreed > 0) remarks.push_back(words_.say("form.draft", {std::to_string(answer_.not_agreed)}));
        if (answer_.not_compared > 0) remarks.push_back(words_.say("form.not_compared", {std::to_string(answer_.not_compared)}));
        if (occasion_.demonstration) remarks.emplace_back(words_.say("form.demonstration"));
        return remarks;
    }

    const planning::ComparisonAnswer& answer_;
    const Occasion& occasion_;
    Words& words_;
    paper::Paper paper_;
};

}  // namespace

paper::Paper paper_of(const planning::ComparisonAnswer& answer, Language language, const Occasion& occasion, bool for_word) {
    Words words(language, "words/planning.csv");
    return Writer(answer, occasion, words).written(for_word);
}

}  // namespace ponte::official_form
