// The log as static files (C2SP tlog-tiles): a checkpoint, tiles of 256 hashes and bundles of 256 entries,
// which any web server can offer and any client of that specification can verify.
#include "journal/files_disk.h"
#include "journal/folders.h"
#include "journal/journal.h"

#include <fmt/format.h>

namespace ponte::journal {

namespace {

constexpr std::uint64_t tile_width = 256;
constexpr unsigned tile_height = 8;

// "x001/x234/067" for 1234067, with ".p/W" behind it when the tile is partial.
std::string tile_path(const std::string& level, std::uint64_t index, std::uint64_t width) {
    std::string path = fmt::format("{:03}", index % 1000);
    for (std::uint64_t rest = index / 1000; rest > 0; rest /= 1000) path = fmt::format("x{:03}/{}", rest % 1000, path);
    path = "tile/" + level + "/" + path;
    if (width < tile_width) path += fmt::format(".p/{}", width);
    return path;
}

Attempt<Done> write_below(Files& files, const std::string& path, ByteView bytes) {
    for (std::size_t slash = path.find('/'); slash != path.npos; slash = path.find('/', slash + 1)) {
        TRY(files.make_folder(path.substr(0, slash)));
    }
    // A tile never changes: one that is there from an earlier export stays.
    if (TRY(files.exists(path))) return Done{};
    const auto file = TRY(files.open(path, OpenAs::create));
    return file->write_at(0, {bytes});
}

Attempt<Done> export_hashes(Files& files, const Tree& tree) {
    for (unsigned level = 0; tree.size() >> (level * tile_height) > 0; ++level) {
        const std::uint64_t count = tree.size() >> (level * tile_height);
        for (std::uint64_t from = 0; from < count; from += tile_width) {
            const std::uint64_t width = std::min(tile_width, count - from);
            Bytes bytes;
            for (std::uint64_t i = from; i < from + width; ++i) {
                const Digest& node = tree.node(level * tile_height, i);
                bytes.insert(bytes.end(), node.bytes.begin(), node.bytes.end());
            }
            TRY(write_below(files, tile_path(std::to_string(level), from / tile_width, width), bytes));
        }
    }
    return Done{};
}

}  // namespace

Attempt<Done> Journal::export_tiles(const std::string& folder) {
    const std::string signed_checkpoint = TRY(checkpoint());
    const auto files = files_on_disk(folder);
    TRY(files->make_folder(""));
    TRY(export_hashes(*files, tree_));
    Bytes bundle;
    Attempt<Done> written = Done{};
    TRY(for_each_entry(0, size(), [&](const StoredEntry& entry) {
        const std::size_t length = entry.entry.bytes.size();
        bundle.push_back(static_cast<std::uint8_t>(length >> 8U));
        bundle.push_back(static_cast<std::uint8_t>(length & 0xffU));
        bundle.insert(bundle.end(), entry.entry.bytes.begin(), entry.entry.bytes.end());
        const std::uint64_t count = entry.sequence % tile_width + 1;
        if (count == tile_width || entry.sequence + 1 == size()) {
            written = write_below(*files, tile_path("entries", entry.sequence / tile_width, count), bundle);
            bundle.clear();
        }
        return written.has_value();
    }));
    TRY(std::move(written));
    // Last, so that whoever finds it finds all that it speaks of.
    return write_whole(*files, checkpoint_path, view_of(signed_checkpoint));
}

}  // namespace ponte::journal
