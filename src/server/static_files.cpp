#include "server/static_files.h"

#include "base/digest.h"

#include <algorithm>
#include <brotli/encode.h>
#include <filesystem>
#include <fstream>
#include <zlib.h>

namespace ponte::server {

namespace {

std::string type_of(std::string_view path) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 11> types{{{".html", "text/html; charset=utf-8"},
                                                                                         {".js", "text/javascript; charset=utf-8"},
                                                                                         {".css", "text/css; charset=utf-8"},
                                                                                         {".json", "application/json"},
                                                                                         {".svg", "image/svg+xml"},
                                                                                         {".png", "image/png"},
                                                                                         {".ico", "image/x-icon"},
                                                                                         {".txt", "text/plain; charset=utf-8"},
                                                                                         {".webmanifest", "application/manifest+json"},
                                                                                         {".woff2", "font/woff2"},
                                                                                         {".map", "application/json"}}};
    for (const auto& [ending, type] : types) {
        if (path.ends_with(ending)) return std::string(type);
    }
    return "application/octet-stream";
}

std::string brotlied(std::string_view text) {
    std::size_t size = BrotliEncoderMaxCompressedSize(text.size());
    if (size == 0) return {};
    std::string out(size, '\0');
    const bool done = BrotliEncoderCompress(9, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, text.size(), reinterpret_cast<const std::uint8_t*>(text.data()), &size,
                                            reinterpret_cast<std::uint8_t*>(out.data())) == BROTLI_TRUE;
    if (!done || size >= text.size()) return {};
    out.resize(size);
    return out;
}

}  // namespace

std::string gzipped(std::string_view text, int level) {
    z_stream stream{};
    if (deflateInit2(&stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK) return {};
    std::string out(deflateBound(&stream, text.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const bool done = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    out.resize(stream.total_out);
    deflateEnd(&stream);
    if (!done || out.size() >= text.size()) return {};
    return out;
}

bool accepts(const Request& request, std::string_view encoding) {
    const std::string accepted = request.header("accept-encoding");
    const std::size_t at = accepted.find(encoding);
    if (at == std::string::npos) return false;
    const std::string_view rest = std::string_view(accepted).substr(at + encoding.size());
    return !rest.starts_with(";q=0,") && rest != ";q=0" && !rest.starts_with(";q=0.0");
}

StaticFiles::File StaticFiles::made(std::string_view path, std::string content) {
    File file{.type = type_of(path), .etag = "\"" + sha256(content).to_text().substr(0, 32) + "\"", .plain = nullptr, .gzip = nullptr, .brotli = nullptr};
    if (std::string gzip = gzipped(content, 9); !gzip.empty()) file.gzip = body_of(std::move(gzip));
    if (std::string brotli = brotlied(content); !brotli.empty()) file.brotli = body_of(std::move(brotli));
    file.plain = body_of(std::move(content));
    return file;
}

Attempt<StaticFiles> StaticFiles::read(const std::string& folder) {
    StaticFiles all;
    std::error_code error;
    if (folder.empty() || !std::filesystem::is_directory(folder, error)) return all;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, error)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream file(entry.path(), std::ios::binary);
        std::string content((std::istreambuf_iterator<char>(file)), {});
        if (!file) return fail("server.file_unreadable", entry.path().string(), "a file of the web app");
        const std::string path = "/" + std::filesystem::relative(entry.path(), folder).generic_string();
        all.files_.emplace(path, made(path, std::move(content)));
    }
    return all;
}

std::optional<Reply> StaticFiles::answer(const Request& request) const {
    std::string path = request.path == "/" ? "/index.html" : request.path;
    auto found = files_.find(path);
    const bool is_of_app = path.find('.', path.rfind('/')) == std::string::npos;
    if (found == files_.end() && is_of_app) found = files_.find("/index.html");
    if (found == files_.end()) return std::nullopt;
    const File& file = found->second;
    const bool is_unchanging = found->first.starts_with("/assets/");
    Reply reply;
    reply.route = is_unchanging ? "/assets" : "/";
    reply.headers = {{"Content-Type", file.type}, {"ETag", file.etag}, {"Vary", "Accept-Encoding"}, {"Cache-Control", is_unchanging ? "public, max-age=31536000, immutable" : "no-cache"}};
    if (request.header("if-none-match") == file.etag) {
        reply.status = 304;
        return reply;
    }
    reply.body = file.plain;
    if (file.brotli && accepts(request, "br")) {
        reply.body = file.brotli;
        reply.headers.emplace_back("Content-Encoding", "br");
    } else if (file.gzip && accepts(request, "gzip")) {
        reply.body = file.gzip;
        reply.headers.emplace_back("Content-Encoding", "gzip");
    }
    return reply;
}

}  // namespace ponte::server
