#include "adapters/zipped/zipped.h"

#include <algorithm>
#include <array>
#include <memory>
#include <set>
#include <string_view>
#include <zip.h>

namespace ponte::zipped {

namespace {

struct DiscardArchive {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
struct FreeSource {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Archive = std::unique_ptr<zip_t, DiscardArchive>;
using File = std::unique_ptr<zip_file_t, CloseFile>;
using Source = std::unique_ptr<zip_source_t, FreeSource>;

// A name that could leave the folder it is unpacked into, or that two systems read differently.
bool unsafe(std::string_view name) {
    if (name.empty() || name.front() == '/') return true;
    if (std::ranges::any_of(name, [](char c) { return c == '\\' || c == ':' || (c >= 0 && c < ' ') || c == 0x7f; })) return true;
    std::size_t from = 0;
    while (from <= name.size()) {
        const auto to = std::min(name.find('/', from), name.size());
        const auto part = name.substr(from, to - from);
        if (part == ".." || part == ".") return true;
        from = to + 1;
    }
    return false;
}

bool ratio_too_high(std::uint64_t unpacked, std::uint64_t packed) {
    return unpacked > ratio_asked_from && unpacked / ratio_max > packed;
}

struct Listed {
    zip_uint64_t index;
    std::string name;
    std::uint64_t packed;
    std::uint64_t unpacked;  // As the archive says.
};

std::string place_of(zip_uint64_t index) { return "entry " + std::to_string(index + 1); }

Outcome<std::vector<Listed>> list(zip_t* archive) {
    const auto count = zip_get_num_entries(archive, 0);
    if (count < 0) return refuse(refusals::damaged);
    if (static_cast<std::uint64_t>(count) > entries_max) {
        return refuse(refusals::too_many_entries, std::to_string(count));
    }
    std::vector<Listed> listed;
    std::set<std::string> names;
    std::vector<bool> encrypted;
    for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i) {
        zip_stat_t stat{};
        constexpr auto needed = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
        if (zip_stat_index(archive, i, 0, &stat) != 0 || (stat.valid & needed) != needed) {
            return refuse(refusals::damaged, {}, place_of(i));
        }
        listed.push_back({i, stat.name, stat.comp_size, stat.size});
        encrypted.push_back((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE);
    }
    for (const auto& entry : listed) {
        if (unsafe(entry.name) || !names.insert(entry.name).second) {
            return refuse(refusals::entry_name_unsafe, entry.name, place_of(entry.index));
        }
    }
    for (std::size_t i = 0; i < listed.size(); ++i) {
        if (encrypted[i]) return refuse(refusals::encrypted, listed[i].name, place_of(listed[i].index));
    }
    std::uint64_t total = 0;
    for (const auto& entry : listed) {
        // Compared before it is added: the sum of sizes an archive claims may not fit a number.
        if (entry.unpacked > bytes_unpacked_max - total) {
            return refuse(refusals::too_large, entry.name, place_of(entry.index));
        }
        total += entry.unpacked;
    }
    for (const auto& entry : listed) {
        if (ratio_too_high(entry.unpacked, entry.packed)) {
            return refuse(refusals::ratio_too_high, entry.name, place_of(entry.index));
        }
    }
    return listed;
}

// Unpacks in pieces and stops at the claimed size: the claim was judged, what comes may be more.
Outcome<Bytes> unpack(zip_t* archive, const Listed& entry) {
    const auto damaged = [&] { return refuse(refusals::damaged, entry.name, place_of(entry.index)); };
    const File file(zip_fopen_index(archive, entry.index, 0));
    if (!file) return damaged();
    Bytes bytes;
    std::array<std::uint8_t, 65536> piece{};
    while (true) {
        const auto got = zip_fread(file.get(), piece.data(), piece.size());
        if (got < 0) return damaged();  // Also a wrong CRC, which libzip tells at the end.
        if (got == 0) break;
        if (static_cast<std::uint64_t>(got) > entry.unpacked - bytes.size()) return damaged();
        bytes.insert(bytes.end(), piece.begin(), piece.begin() + got);
    }
    if (bytes.size() != entry.unpacked) return damaged();
    return bytes;
}

}  // namespace

Outcome<std::vector<Entry>> unzip(ByteView bytes) {
    // Both marks of an archive: of a first entry, and of one without entries.
    const auto text = text_of(bytes);
    if (!text.starts_with("PK\x03\x04") && !text.starts_with("PK\x05\x06")) return refuse(refusals::not_a_zip);
    zip_error_t error;
    zip_error_init(&error);
    Source source(zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error));
    if (!source) return refuse(refusals::damaged);
    const Archive archive(zip_open_from_source(source.get(), ZIP_RDONLY, &error));
    zip_error_fini(&error);
    if (!archive) return refuse(refusals::damaged);
    static_cast<void>(source.release());  // Owned by the archive from here on.

    const auto listed = TRY(list(archive.get()));
    std::vector<Entry> entries;
    for (const auto& entry : listed) {
        if (entry.name.ends_with('/')) continue;
        entries.push_back({entry.name, TRY(unpack(archive.get(), entry))});
    }
    return entries;
}

Attempt<Bytes> zip(const std::vector<Entry>& entries) {
    zip_error_t error;
    zip_error_init(&error);
    // One reference is ours, the other the archive's, which gives it up when it closes.
    const Source written(zip_source_buffer_create(nullptr, 0, 0, &error));
    if (!written) return fail("zip.not_written", {}, zip_error_strerror(&error));
    zip_source_keep(written.get());
    Archive archive(zip_open_from_source(written.get(), ZIP_CREATE | ZIP_TRUNCATE, &error));
    if (!archive) {
        zip_source_free(written.get());
        return fail("zip.not_written", {}, zip_error_strerror(&error));
    }
    zip_error_fini(&error);
    for (const auto& entry : entries) {
        const auto not_written = [&] { return fail("zip.not_written", entry.name, zip_strerror(archive.get())); };
        if (entry.name.empty()) return fail("zip.not_written", {}, "an entry without a name");
        Source source(zip_source_buffer(archive.get(), entry.bytes.data(), entry.bytes.size(), 0));
        if (!source) return not_written();
        const auto index = zip_file_add(archive.get(), entry.name.c_str(), source.get(), ZIP_FL_ENC_UTF_8);
        if (index < 0) return not_written();
        static_cast<void>(source.release());
        // The DOS time, not the moment: libzip would turn a moment into the local time of the machine.
        constexpr zip_uint16_t first_of_january_1980 = (1 << 5) | 1;
        const auto at = static_cast<zip_uint64_t>(index);
        if (zip_set_file_compression(archive.get(), at, ZIP_CM_DEFLATE, 6) != 0) return not_written();
        if (zip_file_set_dostime(archive.get(), at, 0, first_of_january_1980, 0) != 0) return not_written();
    }
    if (entries.empty()) {
        // libzip deletes an archive that has no entries; this is what one looks like.
        const std::string_view empty("PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 22);
        return Bytes(empty.begin(), empty.end());
    }
    if (zip_close(archive.get()) != 0) return fail("zip.not_written", {}, zip_strerror(archive.get()));
    static_cast<void>(archive.release());

    zip_stat_t stat{};
    if (zip_source_stat(written.get(), &stat) != 0 || (stat.valid & ZIP_STAT_SIZE) == 0 ||
        zip_source_open(written.get()) != 0) {
        return fail("zip.not_written", {}, "the archive could not be read back");
    }
    Bytes bytes(stat.size);
    const auto got = zip_source_read(written.get(), bytes.data(), bytes.size());
    zip_source_close(written.get());
    if (got < 0 || static_cast<std::size_t>(got) != bytes.size()) {
        return fail("zip.not_written", {}, "the archive could not be read back");
    }
    return bytes;
}

}  // namespace ponte::zipped
