// Boost.Asio and Beast live in this file alone; they are slow to compile. Beast reads and judges what comes in
// (both a length and chunks, two lengths, a bad line: refused); what goes out is put together here.

#include "server/wire.h"

#include "server/target.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <ctime>
#include <deque>
#include <set>
#include <utility>

namespace ponte::server {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using tcp = asio::ip::tcp;
using Error = boost::system::error_code;

constexpr std::size_t events_waiting_max = 256;  // A reader that is further behind comes again with Last-Event-ID.
constexpr std::chrono::seconds heartbeat{20};
constexpr std::chrono::seconds grace{10};

std::string_view reason_of(unsigned status) {
    const auto reason = http::obsolete_reason(static_cast<http::status>(status));
    return {reason.data(), reason.size()};
}

Method method_of(http::verb verb) {
    switch (verb) {
        case http::verb::get: return Method::get;
        case http::verb::head: return Method::head;
        case http::verb::post: return Method::post;
        case http::verb::delete_: return Method::del;
        default: return Method::other;
    }
}

bool is_same_word(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, [](char x, char y) { return std::tolower(static_cast<unsigned char>(x)) == y; });
}

// The request as a value; nothing where it is no honest one, and then the answer is 400.
std::optional<Request> request_of(http::request<http::string_body>&& message, bool encrypted, const std::string& peer) {
    Request request;
    request.method = method_of(message.method());
    request.encrypted = encrypted;
    request.peer = peer;
    const std::string_view target(message.target().data(), message.target().size());
    auto read = read_target(target);
    if (!read) return std::nullopt;
    request.path = std::move(read->path);
    request.query = std::move(read->query);
    for (const auto& field : message) {
        const std::string_view name(field.name_string().data(), field.name_string().size());
        for (const std::string_view heard : Wire::headers_heard) {
            if (!is_same_word(name, heard)) continue;
            const bool first = request.headers.emplace(heard, std::string(field.value().data(), field.value().size())).second;
            if (!first) return std::nullopt;  // Twice the same: whoever stands before us may have read the other one.
        }
    }
    if (message.version() == 11 && !request.headers.contains("host")) return std::nullopt;
    request.body = std::move(message.body());
    return request;
}

const std::string& date_line() {
    static std::time_t then = 0;
    static std::string line;
    const std::time_t now = std::time(nullptr);
    if (now != then) {
        then = now;
        std::tm parts{};
        gmtime_r(&now, &parts);
        std::array<char, 64> text{};
        std::strftime(text.data(), text.size(), "Date: %a, %d %b %Y %H:%M:%S GMT\r\n", &parts);
        line = text.data();
    }
    return line;
}

class Talk;  // One connection, whatever it runs on.

struct Loop final : Wire {
    explicit Loop(const WireOptions& given) : options(given), io(1), acceptor(io), secure(asio::ssl::context::tls_server), beat(io), signals(io) {}
    ~Loop() override { stopping = false; }

    void run(Handler given) override;
    void stop() override;
    std::string address() const override { return bound; }
    bool encrypted() const override { return !options.certificate.empty(); }
    WireNumbers numbers() const override { return {.connections = talks.size(), .streams = streams.size(), .refused_connections = refused}; }
    void later(std::function<void()> task) override { asio::post(io, std::move(task)); }
    void after(std::chrono::milliseconds wait, std::function<void()> task) override;
    void when_readable(int file, std::function<bool()> task) override;
    void on_signal(std::function<void(int)> task) override;
    void tell(std::uint64_t id, const std::string& event) override;
    void forget() override;

    void accept();
    void take(tcp::socket socket);
    void turn_away(tcp::socket socket);
    void tell_some();
    void keep_streams_alive();
    void gone(Talk* talk);

    WireOptions options;
    // Before the loop, because connections that die with it take themselves out of these.
    std::set<Talk*> talks;
    std::set<Talk*> streams;
    std::map<std::string, std::size_t> talks_of;
    asio::io_context io;
    tcp::acceptor acceptor;
    asio::ssl::context secure;
    asio::steady_timer beat;
    asio::signal_set signals;
    Handler handler;
    std::string bound;
    std::uint64_t refused = 0;
    std::size_t parting = 0;  // Connections that were turned away a moment ago.
    std::uint64_t news_id = 0;
    Body news;
    Talk* told_last = nullptr;
    bool is_telling = false;
    bool is_to_tell_again = false;
    bool stopping = false;
};

class Talk {
public:
    virtual ~Talk() = default;
    virtual void tell(std::uint64_t id, const Body& event) = 0;
    virtual void say(const Body& text) = 0;
    virtual void end() = 0;        // Nothing more is said; for streams and idle connections.
    virtual bool is_idle() const = 0;
    virtual int file() const = 0;
    virtual const std::string& peer() const = 0;
};

template <class Stream>
class Connection final : public Talk, public std::enable_shared_from_this<Connection<Stream>> {
    static constexpr bool is_secure = !std::same_as<Stream, beast::tcp_stream>;

public:
    template <class... Given>
    Connection(Loop& loop, std::string peer, Given&&... given) : loop_(loop), stream_(std::forward<Given>(given)...), peer_(std::move(peer)) {
        loop_.talks.insert(this);
        ++loop_.talks_of[peer_];
    }
    ~Connection() override {
        shut();
        loop_.gone(this);
    }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    void start() {
        if constexpr (is_secure) {
            expires(loop_.options.limits.head_wait);
            stream_.async_handshake(asio::ssl::stream_base::server, [self = this->shared_from_this()](Error error) {
                if (!error) self->read();
            });
        } else {
            read();
        }
    }

    void tell(std::uint64_t id, const Body& event) override {
        if (id <= told_) return;
        told_ = id;
        say(event);
    }
    void say(const Body& event) override {
        if (waiting_.size() >= events_waiting_max) return end();
        waiting_.push_back(event);
        if (!is_telling_) write_event();
    }
    void end() override {
        is_ended_ = true;
        shut();
        Error ignored;
        lowest().socket().cancel(ignored);
    }
    bool is_idle() const override { return is_idle_; }
    int file() const override { return const_cast<Connection*>(this)->lowest().socket().native_handle(); }
    const std::string& peer() const override { return peer_; }

private:
    beast::tcp_stream& lowest() {
        if constexpr (is_secure) {
            return stream_.next_layer();
        } else {
            return stream_;
        }
    }
    void expires(std::chrono::seconds wait) { lowest().expires_after(wait); }
    // Said by shutting down and not by closing: a child may still hold the same socket.
    void shut() {
        Error ignored;
        lowest().socket().shutdown(tcp::socket::shutdown_both, ignored);
    }

    void read() {
        if (is_ended_ || loop_.stopping) return shut();
        parser_.emplace();
        parser_->header_limit(static_cast<std::uint32_t>(loop_.options.limits.head_bytes));
        parser_->body_limit(loop_.options.limits.body_bytes);
        is_idle_ = true;
        expires(loop_.options.limits.head_wait * (is_first_ ? 1 : 4));
        is_first_ = false;
        http::async_read_header(stream_, buffer_, *parser_, [self = this->shared_from_this()](Error error, std::size_t) { self->on_head(error); });
    }

    void on_head(Error error) {
        is_idle_ = false;
        if (error) return refuse_broken(error);
        const auto& head = parser_->get();
        // A coding that is not read here would leave its body to be taken for the next request (RFC 9112, section 6.1).
        const auto codings = head.count(http::field::transfer_encoding);
        if (codings > 1 || (codings == 1 && !beast::iequals(head[http::field::transfer_encoding], "chunked"))) return refuse_status(400);
        const auto type = head[http::field::content_type];
        if (type.starts_with("application/json")) parser_->body_limit(loop_.options.limits.json_bytes);
        if (const auto length = parser_->content_length(); length) {
            const std::size_t most = type.starts_with("application/json") ? loop_.options.limits.json_bytes : loop_.options.limits.body_bytes;
            if (*length > most) return refuse_status(413);
        }
        if (parser_->is_done()) return hear();
        expires(loop_.options.limits.body_wait);
        if (beast::iequals(head[http::field::expect], "100-continue")) {
            static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
            return asio::async_write(stream_, asio::buffer(go_on), [self = this->shared_from_this()](Error failed, std::size_t) {
                if (!failed) self->read_body();
            });
        }
        read_body();
    }

    void read_body() {
        http::async_read(stream_, buffer_, *parser_, [self = this->shared_from_this()](Error error, std::size_t) {
            if (error) return self->refuse_broken(error);
            self->hear();
        });
    }

    void refuse_broken(Error error) {
        if (error == http::error::end_of_stream || error == asio::error::operation_aborted || error == beast::error::timeout ||
            error == asio::error::connection_reset || error == asio::error::eof || error == http::error::partial_message) {
            return shut();
        }
        if (error == http::error::body_limit) return refuse_status(413);
        if (error == http::error::header_limit || error == http::error::buffer_overflow) return refuse_status(431);
        if (error.category() == http::make_error_code(http::error::bad_method).category()) return refuse_status(400);
        shut();
    }

    // Before there is a request to speak of: the connection ends with it.
    void refuse_status(unsigned status) {
        keep_ = false;
        is_head_only_ = false;
        const std::string_view code = status == 413 ? "server.body_too_large" : status == 431 ? "server.head_too_large" : "server.request_malformed";
        std::string said = R"({"type":"/problems/)" + std::string(code) + R"(","code":")" + std::string(code) + R"(","status":)" + std::to_string(status) + R"(,"title":")" +
                           std::string(reason_of(status)) + "\"}";
        Reply reply;
        reply.status = status;
        reply.headers = {{"Content-Type", "application/problem+json"}};
        reply.body = body_of(std::move(said));
        answer(std::move(reply));
    }

    void hear() {
        lowest().expires_never();
        auto message = parser_->release();
        keep_ = message.keep_alive();
        is_head_only_ = message.method() == http::verb::head;
        auto request = request_of(std::move(message), is_secure, peer_);
        if (!request) return refuse_status(400);
        loop_.handler(*std::move(request), [self = this->shared_from_this()](Reply reply) { self->answer(std::move(reply)); });
    }

    void answer(Reply reply) {
        keep_ = keep_ && !loop_.stopping && !is_ended_;
        body_ = reply.body ? std::move(reply.body) : body_of({});
        head_.clear();
        head_ += "HTTP/1.1 ";
        head_ += std::to_string(reply.status);
        head_ += ' ';
        head_ += reason_of(reply.status);
        head_ += "\r\n";
        for (const auto& [name, value] : reply.headers) {
            head_ += name;
            head_ += ": ";
            for (const char one : value) head_ += one == '\r' || one == '\n' ? ' ' : one;
            head_ += "\r\n";
        }
        head_ += date_line();
        const bool streams = reply.streams && !is_head_only_;
        if (streams) {
            head_ += "Connection: close\r\n";
        } else {
            if (reply.status != 304) head_ += "Content-Length: " + std::to_string(body_->size()) + "\r\n";
            if (!keep_) head_ += "Connection: close\r\n";
        }
        head_ += "\r\n";
        expires(loop_.options.limits.body_wait);
        const bool is_bare = is_head_only_ || reply.status == 304;
        const std::array<asio::const_buffer, 2> parts{asio::buffer(head_), is_bare ? asio::const_buffer() : asio::buffer(*body_)};
        asio::async_write(stream_, parts, [self = this->shared_from_this(), streams, from = reply.from](Error error, std::size_t) {
            if (error) return self->shut();
            if (streams) return self->stream_on(from);
            if (!self->keep_) return self->finish();
            self->read();
        });
    }

    // Says that nothing more comes and takes in what is still under way, so that the answer is not lost by a reset.
    void finish() {
        Error ignored;
        lowest().socket().shutdown(tcp::socket::shutdown_send, ignored);
        expires(std::chrono::seconds(1));
        linger();
    }
    void linger() {
        lowest().async_read_some(asio::buffer(scrap_), [self = this->shared_from_this()](Error error, std::size_t) {
            if (!error && ++self->lingered_ < 64) self->linger();
        });
    }

    void stream_on(std::uint64_t from) {
        lowest().expires_never();
        told_ = std::max(told_, from);
        loop_.streams.insert(this);
        // Nothing is expected from the reader; the end of his half is the end.
        stream_.async_read_some(asio::buffer(scrap_), [self = this->shared_from_this()](Error, std::size_t) {
            self->loop_.streams.erase(self.get());
            self->end();
        });
    }

    void write_event() {
        is_telling_ = true;
        body_ = waiting_.front();
        waiting_.pop_front();
        asio::async_write(stream_, asio::buffer(*body_), [self = this->shared_from_this()](Error error, std::size_t) {
            self->is_telling_ = false;
            if (error) {
                self->loop_.streams.erase(self.get());
                return self->end();
            }
            if (!self->waiting_.empty()) self->write_event();
        });
    }

    Loop& loop_;
    Stream stream_;
    std::string peer_;
    beast::flat_buffer buffer_{64 * 1024};
    std::optional<http::request_parser<http::string_body>> parser_;
    std::string head_;
    Body body_;
    std::deque<Body> waiting_;
    std::array<char, 1024> scrap_{};
    std::uint64_t told_ = 0;
    int lingered_ = 0;
    bool keep_ = false;
    bool is_first_ = true;
    bool is_idle_ = false;
    bool is_ended_ = false;
    bool is_telling_ = false;
    bool is_head_only_ = false;
};

void Loop::gone(Talk* talk) {
    talks.erase(talk);
    streams.erase(talk);
    if (const auto of = talks_of.find(talk->peer()); of != talks_of.end() && --of->second == 0) talks_of.erase(of);
    if (stopping && talks.empty()) io.stop();
}

void Loop::take(tcp::socket socket) {
    Error error;
    const auto far = socket.remote_endpoint(error);
    if (error) return;
    const std::string peer = far.address().to_string();
    if (talks.size() >= options.limits.connections || talks_of[peer] >= options.limits.connections_of_peer) {
        ++refused;
        return turn_away(std::move(socket));
    }
    socket.set_option(tcp::no_delay(true), error);
    if (encrypted()) {
        std::make_shared<Connection<beast::ssl_stream<beast::tcp_stream>>>(*this, peer, beast::tcp_stream(std::move(socket)), secure)->start();
    } else {
        std::make_shared<Connection<beast::tcp_stream>>(*this, peer, std::move(socket))->start();
    }
}

// A sentence that fits the socket's own buffer, then the end. Whoever floods costs no more: beyond a few at a time, and
// where a handshake would come first, the connection is closed without a word.
void Loop::turn_away(tcp::socket socket) {
    constexpr std::size_t parting_max = 64;
    static const std::string said = [] {
        const std::string body = R"({"type":"/problems/server.busy","code":"server.busy","status":503,"title":"Service Unavailable"})";
        return "HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/problem+json\r\nRetry-After: 2\r\nConnection: close\r\nContent-Length: " +
               std::to_string(body.size()) + "\r\n\r\n" + body;
    }();
    if (encrypted() || parting >= parting_max) return;
    Error error;
    socket.non_blocking(true, error);
    socket.write_some(asio::buffer(said), error);
    socket.shutdown(tcp::socket::shutdown_send, error);
    ++parting;
    after(std::chrono::milliseconds(250), [this, held = std::make_shared<tcp::socket>(std::move(socket))] {
        --parting;
        // What he had asked is taken in, or the answer would be lost by a reset.
        std::array<char, 16384> scrap{};
        Error nothing_left;
        held->read_some(asio::buffer(scrap), nothing_left);
    });
}

void Loop::accept() {
    acceptor.async_accept(io, [this](Error error, tcp::socket socket) {
        if (error == asio::error::operation_aborted || stopping) return;
        if (error) {  // No file left, say: those that are open go on, and a moment later there may be one.
            return after(std::chrono::milliseconds(100), [this] { accept(); });
        }
        take(std::move(socket));
        accept();
    });
}

void Loop::run(Handler given) {
    handler = std::move(given);
    accept();
    keep_streams_alive();
    io.run();
    // What still waits holds connections, and these take themselves out of the lists here.
    handler = {};
}

void Loop::stop() {
    if (stopping) return;
    stopping = true;
    Error ignored;
    acceptor.close(ignored);
    signals.cancel(ignored);
    beat.cancel();
    const std::vector<Talk*> all(talks.begin(), talks.end());
    for (Talk* talk : all) {
        if (talk->is_idle() || streams.contains(talk)) talk->end();
    }
    if (talks.empty()) return io.stop();
    after(std::chrono::duration_cast<std::chrono::milliseconds>(grace), [this] { io.stop(); });
}

void Loop::after(std::chrono::milliseconds wait, std::function<void()> task) {
    auto timer = std::make_shared<asio::steady_timer>(io, wait);
    timer->async_wait([timer, task = std::move(task)](Error error) {
        if (!error) task();
    });
}

void Loop::when_readable(int file, std::function<bool()> task) {
    auto watched = std::make_shared<asio::posix::stream_descriptor>(io, file);
    auto again = std::make_shared<std::function<void()>>();
    *again = [watched, task = std::move(task), weak = std::weak_ptr(again)] {
        watched->async_wait(asio::posix::stream_descriptor::wait_read, [held = weak.lock(), watched, &task](Error error) {
            if (!error && task() && held) (*held)();
        });
    };
    (*again)();
}

void Loop::on_signal(std::function<void(int)> task) {
    signals.add(SIGINT);
    signals.add(SIGTERM);
    signals.async_wait([task = std::move(task)](Error error, int number) {
        if (!error) task(number);
    });
}

// A few readers a turn, so that whoever asks meanwhile does not wait for thousands. A newer event takes the place of
// an older one that not everybody has heard yet: it says all that the older one said.
void Loop::tell(std::uint64_t id, const std::string& event) {
    news_id = id;
    news = body_of(event);
    if (std::exchange(is_telling, true)) {
        is_to_tell_again = true;
        return;
    }
    told_last = nullptr;
    tell_some();
}

void Loop::tell_some() {
    constexpr std::size_t readers_a_turn = 64;
    auto next = streams.upper_bound(told_last);
    for (std::size_t told = 0; next != streams.end() && told < readers_a_turn; ++told) {
        told_last = *next;
        told_last->tell(news_id, news);
        next = streams.upper_bound(told_last);
    }
    if (next == streams.end()) {
        told_last = nullptr;
        is_telling = std::exchange(is_to_tell_again, false);
    }
    if (is_telling) later([this] { tell_some(); });
}

void Loop::keep_streams_alive() {
    beat.expires_after(heartbeat);
    beat.async_wait([this](Error error) {
        if (error) return;
        const Body body = body_of(": still here\n\n");
        const std::vector<Talk*> all(streams.begin(), streams.end());
        for (Talk* talk : all) talk->say(body);
        keep_streams_alive();
    });
}

void Loop::forget() {
    ::close(acceptor.native_handle());
    for (const Talk* talk : talks) ::close(talk->file());
}

std::optional<tcp::endpoint> endpoint_of(std::string_view text) {
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos) return std::nullopt;
    std::string_view host = text.substr(0, colon);
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(text.data() + colon + 1, text.data() + text.size(), port);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
    if (host == "localhost") host = "127.0.0.1";
    Error unreadable;
    const auto address = asio::ip::make_address(std::string(host), unreadable);
    if (unreadable) return std::nullopt;
    return tcp::endpoint(address, port);
}

}  // namespace

Attempt<Outcome<std::unique_ptr<Wire>>> Wire::open(const WireOptions& options) {
    using Result = Outcome<std::unique_ptr<Wire>>;
    const auto endpoint = endpoint_of(options.listen);
    if (!endpoint) return Result(refuse(refusals::address_unreadable, options.listen, "--listen"));
    if (options.certificate.empty() != options.key.empty()) {
        return Result(refuse(refusals::certificate_unusable, "both or neither", options.key.empty() ? "--tls-key" : "--tls-certificate"));
    }
    if (options.certificate.empty() && !endpoint->address().is_loopback()) return Result(refuse(refusals::plain_beyond_loopback, options.listen, "--listen"));
    auto loop = std::make_unique<Loop>(options);
    Error error;
    if (!options.certificate.empty()) {
        loop->secure.set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_tlsv1 | asio::ssl::context::no_tlsv1_1 |
                                     asio::ssl::context::no_sslv2 | asio::ssl::context::no_sslv3,
                                 error);
        loop->secure.use_certificate_chain_file(options.certificate, error);
        if (error) return Result(refuse(refusals::certificate_unusable, options.certificate, "--tls-certificate"));
        loop->secure.use_private_key_file(options.key, asio::ssl::context::pem, error);
        if (error) return Result(refuse(refusals::certificate_unusable, options.key, "--tls-key"));
    }
    loop->acceptor.open(endpoint->protocol(), error);
    if (!error) loop->acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) loop->acceptor.bind(*endpoint, error);
    if (!error) loop->acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error) return fail("server.cannot_listen", options.listen, error.message());
    const auto bound = loop->acceptor.local_endpoint();
    loop->bound = (bound.address().is_v6() ? "[" + bound.address().to_string() + "]" : bound.address().to_string()) + ":" + std::to_string(bound.port());
    return Result(std::unique_ptr<Wire>(std::move(loop)));
}

}  // namespace ponte::server
