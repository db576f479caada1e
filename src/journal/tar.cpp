#include "journal/tar.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace ponte::journal {

namespace {

constexpr std::size_t record = 512;
constexpr std::size_t step = std::size_t{1} << 20U;
using Header = std::array<std::uint8_t, record>;

void put(Header& header, std::size_t at, std::string_view text) { std::ranges::copy(text, header.begin() + static_cast<std::ptrdiff_t>(at)); }

Header header_of(std::string_view name, bool secret, std::uint64_t size) {
    Header header{};
    put(header, 0, name);
    put(header, 100, secret ? "0000600" : "0000644");
    put(header, 108, "0000000");
    put(header, 116, "0000000");
    put(header, 124, fmt::format("{:011o}", size));
    put(header, 136, "00000000000");
    put(header, 148, "        ");  // The checksum counts itself as blanks.
    put(header, 156, "0");
    put(header, 257, std::string_view("ustar\00000", 8));
    unsigned sum = 0;
    for (const std::uint8_t byte : header) sum += byte;
    put(header, 148, fmt::format("{:06o}", sum));
    header[154] = 0;
    return header;
}

bool is_plain_name(std::string_view name) {
    const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '/'; };
    return !name.empty() && name.size() < 100 && std::ranges::all_of(name, plain) && name.front() != '/' && name.front() != '.' &&
           name.find("..") == name.npos && name.find("//") == name.npos && name.back() != '/';
}

std::uint64_t padding(std::uint64_t size) { return (record - size % record) % record; }

}  // namespace

Attempt<TarWriter> TarWriter::create(Files& files, const std::string& path) { return TarWriter(TRY(files.open(path, OpenAs::create, true))); }

Attempt<Done> TarWriter::begin(const std::string& name, bool secret, std::uint64_t size) {
    if (!is_plain_name(name) || size >= std::uint64_t{1} << 33U) return fail("journal.backup_unfit", name, "no name or size for a tar");
    return add(header_of(name, secret, size));
}

Attempt<Done> TarWriter::add(ByteView bytes) {
    TRY(file_->write_at(at_, {bytes}));
    at_ += bytes.size();
    return Done{};
}

Attempt<Done> TarWriter::end() { return add(Bytes(padding(at_))); }

Attempt<Done> TarWriter::finish() {
    TRY(add(Bytes(2 * record)));
    return file_->sync();
}

Attempt<Done> unpack_tar(Files& from, const std::string& path, Files& to) {
    const auto file = TRY(from.open(path, OpenAs::read));
    const std::uint64_t all = TRY(file->size());
    const auto damaged = [&](std::uint64_t at, const char* what) {
        return fail("journal.backup_damaged", fmt::format("{}/{} at {}", from.name(), path, at), what);
    };
    const auto is_zero = [](ByteView bytes) { return std::ranges::all_of(bytes, [](std::uint8_t byte) { return byte == 0; }); };
    std::uint64_t at = 0;
    for (;;) {
        Header header{};
        if (all - at < record) return damaged(at, "it ends too early");
        TRY(file->read_at(at, header));
        if (is_zero(header)) break;
        const std::string_view text = text_of(header);
        const std::string name(text.substr(0, std::min<std::size_t>(text.find('\0'), 100)));
        std::uint64_t size = 0;
        for (const char c : text.substr(124, 11)) size = size * 8 + (static_cast<unsigned char>(c) & 7U);
        const bool secret = text.substr(100, 7) == "0000600";
        if (!is_plain_name(name) || header != header_of(name, secret, size)) return damaged(at, "no header as we write it");
        at += record;
        if (all - at < size + padding(size)) return damaged(at, "it ends too early");
        if (const std::size_t slash = name.rfind('/'); slash != name.npos) TRY(to.make_folder(name.substr(0, slash)));
        const auto out = TRY(to.open(name, OpenAs::create, secret));
        for (std::uint64_t done = 0; done < size;) {
            Bytes bytes(std::min<std::uint64_t>(step, size - done));
            TRY(file->read_at(at + done, bytes));
            TRY(out->write_at(done, {bytes}));
            done += bytes.size();
        }
        TRY(out->sync());
        Bytes rest(padding(size));
        TRY(file->read_at(at + size, rest));
        if (!is_zero(rest)) return damaged(at + size, "bytes where nothing was written");
        at += size + rest.size();
    }
    Bytes rest(2 * record);
    if (all - at != rest.size()) return damaged(at, "it does not end as we end it");
    TRY(file->read_at(at, rest));
    if (!is_zero(rest)) return damaged(at, "bytes where nothing was written");
    return Done{};
}

}  // namespace ponte::journal
