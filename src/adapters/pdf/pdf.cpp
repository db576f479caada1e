// A paper as a tagged PDF (see pdf.h): set the type, find the pages, draw them, finish.
#include "adapters/pdf/pdf.h"

#include "adapters/paper/text.h"
#include "adapters/pdf/finish.h"
#include "adapters/pdf/flow.h"

#include <cairo-pdf.h>
#include <fmt/format.h>

namespace ponte::pdf {
namespace {

cairo_status_t keep(void* closure, const unsigned char* data, unsigned int length) {
    auto* bytes = static_cast<Bytes*>(closure);
    bytes->insert(bytes->end(), data, data + length);
    return CAIRO_STATUS_SUCCESS;
}

// A link as cairo's tag attributes want it: quotes would end the value, and an address is ASCII.
std::string uri(std::string_view link) {
    std::string out;
    for (const char c : link) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= 0x20 || byte >= 0x7F || c == '\'' || c == '\\' || c == '"') out += fmt::format("%{:02X}", byte);
        else out += c;
    }
    return out;
}

// What stands on every page besides its strips.
void furniture(const paper::Paper& paper, const Type& type, const Pen& pen, int page, int pages) {
    const Face face{8, 12, true, false, quiet};
    const auto put = [&](const std::string& words, double width, Align align, double x, double y) {
        const Text text = type.set(words, face, width, align);
        draw(pen.cairo, pen.tags, pen.target, text, 0, 1, x, y);
    };
    if (page > 0) put(paper.title, text_width, Align::left, margin, 36);
    put(paper.footer, text_width - 120, Align::left, margin, page_height - 48);
    put(paper::page_text(paper.page_word, page + 1, pages), 114, Align::right, page_width - margin - 114, page_height - 48);
}

void describe(cairo_surface_t* surface, const paper::Paper& paper) {
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, paper::clean(paper.title).c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, paper::clean(paper.author).c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, paper::clean(paper.subtitle).c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "ponte");
    const std::string created = paper::iso_time(paper.created_at);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, created.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, created.c_str());
}

void outline(cairo_surface_t* surface, const Flow& flow) {
    int parents[5] = {CAIRO_PDF_OUTLINE_ROOT, 0, 0, 0, 0};
    int depth = 0;
    for (const Place& place : flow.places) {
        // A skipped level hangs under the nearest heading above it.
        const int level = std::min(place.level, depth + 1);
        const auto flags = static_cast<cairo_pdf_outline_flags_t>(level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
        parents[level] = cairo_pdf_surface_add_outline(surface, parents[level - 1], place.words.c_str(),
                                                       fmt::format("dest='{}'", place.destination).c_str(), flags);
        depth = level;
    }
}

void draw_pages(cairo_t* cairo, const paper::Paper& paper, const Type& type, const Flow& flow, const Pen& pen) {
    int page = -1;
    for (const Strip& strip : flow.strips) {
        if (strip.page != page) {
            if (page >= 0) cairo_show_page(cairo);
            page = strip.page;
            furniture(paper, type, pen, page, flow.pages);
            if (strip.head >= 0) {
                const TableHead& head = flow.heads[static_cast<std::size_t>(strip.head)];
                pen.tags.mute(true);
                head.draw(pen, strip.y - head.height);
                pen.tags.mute(false);
            }
        }
        for (const std::string& tag : strip.opens) pen.tags.begin({tag, {}, {}});
        if (strip.draw) strip.draw(pen, strip.y);
        for (int i = 0; i < strip.closes; ++i) pen.tags.end();
    }
}

}  // namespace

Attempt<Bytes> render(const paper::Paper& paper) {
    const Type type(paper);
    Flow flow = pdf::flow(paper, type);
    paginate(flow);
    Bytes drawn;
    cairo_surface_t* surface = cairo_pdf_surface_create_for_stream(keep, &drawn, page_width, page_height);
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5);
    describe(surface, paper);
    cairo_t* cairo = cairo_create(surface);
    Tags tags(cairo);
    const LinkTarget target = [&flow](const std::string& link) {
        if (paper::link_is_outside(link)) return fmt::format("uri='{}'", uri(link));
        const auto found = flow.anchors.find(link.substr(1));
        if (found == flow.anchors.end()) return std::string();
        return fmt::format("dest='{}'", flow.places[found->second].destination);
    };
    draw_pages(cairo, paper, type, flow, Pen{cairo, tags, target});
    outline(surface, flow);
    cairo_show_page(cairo);
    const cairo_status_t status = cairo_status(cairo);
    cairo_destroy(cairo);
    cairo_surface_finish(surface);
    const cairo_status_t finished = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    if (status != CAIRO_STATUS_SUCCESS) return fail("pdf.not_drawn", paper.title, cairo_status_to_string(status));
    if (finished != CAIRO_STATUS_SUCCESS) return fail("pdf.not_drawn", paper.title, cairo_status_to_string(finished));
    return finish(drawn, paper, tags.written());
}

}  // namespace ponte::pdf
