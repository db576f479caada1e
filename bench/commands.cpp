// One durable command at a time, against what this disk does with the same bytes and nothing else. The two
// take turns in short rounds, so that a disk that slows down slows both.

#include "bench/office_at_work.h"
#include "journal/entry.h"
#include "journal/frames.h"

#include <fcntl.h>
#include <unistd.h>

namespace ponte::bench {

namespace {

// A file laid out with zeros beforehand, as the journal lays its own, so that a write changes no metadata.
class BareFile {
public:
    [[nodiscard]] static Attempt<BareFile> made(const std::string& path, std::size_t bytes) {
        BareFile file;
        file.descriptor_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_TRUNC, 0600);
        if (file.descriptor_ < 0) return fail("bench.disk", path, "cannot be made");
        const std::vector<char> zeros(bytes);
        if (::write(file.descriptor_, zeros.data(), bytes) != static_cast<ssize_t>(bytes)) return fail("bench.disk", path, "cannot be written");
        if (::fsync(file.descriptor_) != 0) return fail("bench.disk", path, "cannot be synced");
        return file;
    }
    BareFile(BareFile&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)), end_(other.end_) {}
    BareFile& operator=(BareFile&&) = delete;
    ~BareFile() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }

    [[nodiscard]] bool write(const std::vector<char>& bytes) {
        const bool written = ::pwrite(descriptor_, bytes.data(), bytes.size(), end_) == static_cast<ssize_t>(bytes.size());
        end_ += static_cast<off_t>(bytes.size());
        return written && ::fdatasync(descriptor_) == 0;
    }

private:
    BareFile() = default;

    int descriptor_ = -1;
    off_t end_ = 0;
};

// A different observation each time; the smallest paper that officers record every day.
conference::RecordObservation observation(std::size_t turn) {
    const Decimal value{static_cast<std::int64_t>(100'000 + turn), 3};
    return {.indicator = indicator_named(turn % indicators_count),
            .as_published = value.to_text() + " billion",
            .period = {*Date::from_ymd(2020, 12, 31), *Date::from_ymd(2020, 12, 31)},
            .source = "https://example.org/releases/" + std::to_string(turn),
            .value = value};
}

}  // namespace

Measured measure_commands(const Bench& bench) {
    const std::size_t rounds = bench.sized(20, 2);
    const std::size_t turns = bench.sized(50, 3);
    OfficeAtWork office = TRY(OfficeAtWork::founded(bench, "commands.journal"));
    journal::Journal& journal = office.house().journal();

    // The first command says how many bytes a block has, and warms what there is to warm.
    const house::Receipt first = TRY(office.ask(officer, conference::Command(observation(0))));
    std::size_t block_bytes = journal::block_header_bytes;
    for (std::uint64_t i = first.first; i < journal.size(); ++i) block_bytes += TRY(journal.read_entry(i)).bytes.size();
    const std::vector<char> same_bytes(block_bytes, 'x');
    BareFile bare = TRY(BareFile::made(bench.scratch + "/bare", block_bytes * turns * rounds));

    std::vector<double> shares;
    std::vector<double> bare_rates;
    std::vector<double> command_rates;
    std::size_t turn = 0;
    std::size_t proof_bytes = 0;
    for (std::size_t round = 0; round < rounds; ++round) {
        const Stopwatch bare_watch;
        for (std::size_t i = 0; i < turns; ++i) {
            if (!bare.write(same_bytes)) return fail("bench.disk", "bare", "cannot be written");
        }
        const double bare_seconds = bare_watch.seconds();
        const Stopwatch watch;
        for (std::size_t i = 0; i < turns; ++i) {
            const house::Receipt receipt = TRY(office.ask(officer, conference::Command(observation(++turn))));
            proof_bytes += TRY(journal.checkpoint()).size();
            proof_bytes += TRY(journal.prove(receipt.first + 1)).size();
        }
        const double command_seconds = watch.seconds();
        bare_rates.push_back(static_cast<double>(turns) / bare_seconds);
        command_rates.push_back(static_cast<double>(turns) / command_seconds);
        shares.push_back(bare_seconds / command_seconds);
    }
    const std::string note = "blocks of " + std::to_string(block_bytes) + " bytes; checkpoint and proof of " +
                             std::to_string(proof_bytes / turn) + " bytes in hand before the next";
    return Rows{{.name = "durable command with checkpoint and proof, share", .value = median(shares), .unit = "of 1", .must = 0.3, .aim = 0.8, .note = note},
                {.name = "durable commands, one at a time", .value = median(command_rates), .unit = "/s"},
                {.name = "bare write and fdatasync of the same bytes", .value = median(bare_rates), .unit = "/s"}};
}

}  // namespace ponte::bench
