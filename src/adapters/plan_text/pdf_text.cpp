#include "adapters/plan_text/pdf_text.h"

#include "adapters/plan_text/plan_text.h"

#include <algorithm>
#include <exception>
#include <memory>
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

namespace ponte::plan_text {

namespace {

constexpr int pages_max = 500;

void say_nothing(const std::string&, void*) {}

}  // namespace

Outcome<std::string> pdf_text(ByteView file, std::string_view name) {
    // What poppler prints about a damaged file is nobody's answer; the refusal is.
    poppler::set_debug_error_function(say_nothing, nullptr);
    try {
        const std::unique_ptr<poppler::document> document(
            poppler::document::load_from_raw_data(text_of(file).data(), static_cast<int>(file.size())));
        if (!document || document->is_locked()) return refuse(refusals::pdf_unreadable, std::string(name));
        const auto pages = document->pages();
        if (pages < 1) return refuse(refusals::pdf_unreadable, std::string(name));
        if (pages > pages_max) return refuse(refusals::too_large, std::to_string(pages) + " pages");
        std::string text;
        bool seen = false;
        for (int i = 0; i < pages; ++i) {
            const std::unique_ptr<poppler::page> page(document->create_page(i));
            if (!page) return refuse(refusals::pdf_unreadable, std::string(name), "page " + std::to_string(i + 1));
            const auto bytes = page->text(poppler::rectf(), poppler::page::raw_order_layout).to_utf8();
            text.append(bytes.begin(), bytes.end());
            seen = seen || std::ranges::any_of(bytes, [](char c) { return c < 0 || c > ' '; });
            // The page's own text may end with one already.
            if (text.empty() || text.back() != '\n') text += '\n';
            text += '\f';
        }
        if (!seen) return refuse(refusals::pdf_without_text, std::string(name), "page 1");
        return text;
    } catch (const std::exception&) {
        return refuse(refusals::pdf_unreadable, std::string(name));
    }
}

}  // namespace ponte::plan_text
