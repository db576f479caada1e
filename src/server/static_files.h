#pragma once

#include "base/outcome.h"
#include "server/message.h"

#include <array>

#include <map>
#include <string>

// The web app's files, read once and kept packed (gzip, brotli). Names under /assets/ carry their content's hash
// and never change; every other name is asked for again each time and answered with 304 where nothing did.
namespace ponte::server {

class StaticFiles {
public:
    // A folder that is not there gives no files: the service works without a web app, and says so at "/".
    [[nodiscard]] static Attempt<StaticFiles> read(const std::string& folder);

    [[nodiscard]] bool empty() const { return files_.empty(); }
    // The file of that path, or the app's first page for a path of the app's own (no dot in its last part).
    [[nodiscard]] std::optional<Reply> answer(const Request& request) const;

private:
    struct File {
        std::string type;
        std::string etag;
        Body plain;
        Body gzip;    // Null where packing gains nothing.
        Body brotli;
    };
    [[nodiscard]] static File made(std::string_view path, std::string content);

    std::map<std::string, File, std::less<>> files_;
};

// gzip; empty where it would not be smaller.
[[nodiscard]] std::string gzipped(std::string_view text, int level);
[[nodiscard]] bool accepts(const Request& request, std::string_view encoding);

}  // namespace ponte::server
