// rooms: adapters.plan_text base
#include "adapters/plan_text/plan_text.h"
#include "base/check.h"
#include "base/text.h"

// Whatever the bytes are, the reader answers; and a plan that it accepts is numbered 1 to n without a gap.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace ponte;
    const ByteView file(data, size);
    const auto plan = plan_text::read(file, "fuzz");
    if (!plan) return 0;
    CHECK(!plan->areas.empty());
    unsigned areas = 0;
    unsigned measures = 0;
    for (const auto& area : plan->areas) {
        CHECK(area.number == ++areas);
        CHECK(!area.measures.empty());
        for (const auto& measure : area.measures) {
            CHECK(measure.number == ++measures);
            CHECK(!measure.duties.empty());
            CHECK(measure.source.from < measure.source.to);
            // In a text file the source is a stretch of the file itself.
            CHECK(plan->format != plan_text::Format::text || measure.source.to <= size);
            std::size_t at = 0;
            for (const auto& duty : measure.duties) {
                at = measure.text.find(duty.text, at);
                CHECK(at != measure.text.npos);
                at += duty.text.size();
            }
        }
    }
    CHECK(is_valid_utf8(plan_text::to_json(*plan)));
    return 0;
}
