#pragma once

#include "journal/files.h"

// A backup in one file is a POSIX tar (ustar) with fixed times and owners, so that any tool can look
// into it and the same journal makes the same bytes. Reading takes only what writing makes.
namespace ponte::journal {

class TarWriter {
public:
    [[nodiscard]] static Attempt<TarWriter> create(Files& files, const std::string& path);
    [[nodiscard]] Attempt<Done> begin(const std::string& name, bool secret, std::uint64_t size);
    [[nodiscard]] Attempt<Done> add(ByteView bytes);
    [[nodiscard]] Attempt<Done> end();
    [[nodiscard]] Attempt<Done> finish();

private:
    explicit TarWriter(std::unique_ptr<File> file) : file_(std::move(file)) {}

    std::unique_ptr<File> file_;
    std::uint64_t at_ = 0;
};

// Unpacks into `to`, which must be an empty folder. Names that would leave it are refused.
[[nodiscard]] Attempt<Done> unpack_tar(Files& from, const std::string& path, Files& to);

}  // namespace ponte::journal
