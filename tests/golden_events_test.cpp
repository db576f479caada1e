// The meaning of an event is fixed: a sample of each is held against bytes and a schema that were written
// when the event was new. A field added, dropped or moved without a new version fails here.
// PONTE_UPDATE_GOLDEN=1 writes what is missing and never touches what is there.
#include "base/canonical.h"
#include "base/schema.h"
#include "desks/access/events.h"
#include "desks/accords/events.h"
#include "desks/calendar/events.h"
#include "desks/conference/events.h"
#include "desks/directory/events.h"
#include "desks/meetings/events.h"
#include "desks/origin/events.h"
#include "desks/planning/events.h"
#include "desks/publication/events.h"
#include "desks/reporting/events.h"
#include "desks/stay/events.h"
#include "desks/training/events.h"
#include "desks/translation/events.h"
#include "desks/withholding/events.h"
#include "house/events.h"
#include "journal/events.h"
#include "ledger/events.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <set>
#include <sstream>

namespace ponte {
namespace {

// Fills every field from where it stands: a text is its field's name, numbers count up, lists hold two,
// optionals are there, an enumeration is at its last.
class Filler {
public:
    void fill(bool& value, std::string_view) { value = true; }
    void fill(std::string& text, std::string_view field) { text = field; }
    template <std::integral T>
    void fill(T& value, std::string_view) {
        value = static_cast<T>(++number_);
    }
    template <std::size_t N>
    void fill(std::array<std::uint8_t, N>& octets, std::string_view) {
        octets.fill(static_cast<std::uint8_t>(++number_));
    }
    template <DescribedEnum T>
    void fill(T& value, std::string_view) {
        for_each_enumerator<T>([&](std::string_view, T one) { value = one; });
    }
    template <IdType T>
    void fill(T& id, std::string_view field) {
        fill(id.value, field);
    }
    template <class T>
    void fill(std::optional<T>& value, std::string_view field) {
        fill(value.emplace(), field);
    }
    template <class T>
    void fill(std::vector<T>& list, std::string_view field) {
        list.resize(2);
        for (T& item : list) fill(item, field);
    }
    template <DescribedStruct T>
    void fill(T& object, std::string_view) {
        for_each_field(object, [&](std::string_view name, auto& value) { fill(value, name); });
    }

private:
    std::uint32_t number_ = 0;
};

struct Sample {
    std::string name;
    std::string schema;
    Bytes bytes;
    bool comes_back = false;           // from_bytes(to_bytes(x)) == x
    std::optional<std::size_t> taken;  // a length other than the whole that was read all the same
};

template <class Event>
Sample sample_of() {
    Event event{};
    Filler().fill(event, "");
    Sample sample{.name = std::string(Event::name), .schema = schema_of<Event>(), .bytes = to_bytes(event), .comes_back = false, .taken = {}};
    const auto back = from_bytes<Event>(sample.bytes);
    sample.comes_back = back && *back == event;
    for (std::size_t size = 0; size < sample.bytes.size(); ++size) {
        if (from_bytes<Event>(ByteView(sample.bytes).first(size))) sample.taken = size;
    }
    Bytes longer = sample.bytes;
    longer.push_back(0);
    if (from_bytes<Event>(longer)) sample.taken = longer.size();
    return sample;
}

template <class... Event>
void add(std::vector<Sample>& samples, const std::variant<Event...>*) {
    (samples.push_back(sample_of<Event>()), ...);
}

const std::vector<Sample>& samples() {
    static const std::vector<Sample> all = [] {
        using journal_events = std::variant<journal::JournalOpened, journal::KeyRotated, journal::TailSetAside, journal::WitnessNamed,
                                            journal::RunHeaded>;
        std::vector<Sample> some;
        add(some, static_cast<const journal_events*>(nullptr));
        add(some, static_cast<const house::Event*>(nullptr));
        add(some, static_cast<const directory::Event*>(nullptr));
        add(some, static_cast<const access::Event*>(nullptr));
        add(some, static_cast<const calendar::Event*>(nullptr));
        add(some, static_cast<const conference::Event*>(nullptr));
        add(some, static_cast<const translation::Event*>(nullptr));
        add(some, static_cast<const ledger::Event*>(nullptr));
        add(some, static_cast<const planning::Event*>(nullptr));
        add(some, static_cast<const meetings::Event*>(nullptr));
        add(some, static_cast<const publication::Event*>(nullptr));
        add(some, static_cast<const reporting::Event*>(nullptr));
        add(some, static_cast<const accords::Event*>(nullptr));
        add(some, static_cast<const withholding::Event*>(nullptr));
        add(some, static_cast<const training::Event*>(nullptr));
        add(some, static_cast<const stay::Event*>(nullptr));
        add(some, static_cast<const origin::Event*>(nullptr));
        return some;
    }();
    return all;
}

std::string golden_path(std::string name, std::string_view ending) {
    std::ranges::replace(name, '/', '_');
    return "tests/golden/events/" + name + std::string(ending);
}

std::optional<std::string> content_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

// 64 digits a line, so that a difference is seen where it is.
std::string in_lines(const std::string& digits) {
    std::string lines;
    for (std::size_t at = 0; at < digits.size(); at += 64) lines += digits.substr(at, 64) + "\n";
    return lines;
}

void expect_golden(const std::string& path, const std::string& now) {
    const auto kept = content_of(path);
    if (!kept && std::getenv("PONTE_UPDATE_GOLDEN") != nullptr) {
        std::ofstream(path, std::ios::binary) << now;
        return;
    }
    ASSERT_TRUE(kept) << path << " is missing; PONTE_UPDATE_GOLDEN=1 writes it";
    EXPECT_EQ(*kept, now) << path << ": an event's meaning is fixed; another meaning is a new version";
}

TEST(GoldenEvents, KeepTheirBytes) {
    for (const Sample& sample : samples()) expect_golden(golden_path(sample.name, ".hex"), in_lines(hex(sample.bytes)));
}

TEST(GoldenEvents, KeepTheirSchema) {
    for (const Sample& sample : samples()) expect_golden(golden_path(sample.name, ".schema"), sample.schema + "\n");
}

TEST(GoldenEvents, ComeBackFromTheirBytes) {
    for (const Sample& sample : samples()) EXPECT_TRUE(sample.comes_back) << sample.name;
}

TEST(GoldenEvents, AreRefusedWhenCutShortOrLengthened) {
    for (const Sample& sample : samples()) {
        EXPECT_FALSE(sample.taken) << sample.name << " was read from " << sample.taken.value_or(0) << " of " << sample.bytes.size() << " bytes";
    }
}

// The goldens that are kept must still be readable by name: nothing listed may be without a sample.
TEST(GoldenEvents, CoverEveryLineOfTheListOfEvents) {
    std::set<std::string> sampled;
    for (const Sample& sample : samples()) EXPECT_TRUE(sampled.insert(sample.name).second) << sample.name << " comes twice";
    std::ifstream list("EVENTS");
    ASSERT_TRUE(list);
    std::set<std::string> listed;
    for (std::string line; std::getline(list, line);) {
        if (line.empty() || line.starts_with('#')) continue;
        const std::string name = line.substr(line.find(' ') + 1);
        listed.insert(name);
    }
    EXPECT_EQ(sampled, listed);
}

}  // namespace
}  // namespace ponte
