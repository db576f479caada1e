#include "adapters/outbox/smtp.h"

#include "base/check.h"

#include <algorithm>
#include <array>
#include <curl/curl.h>
#include <filesystem>
#include <fstream>

namespace ponte::outbox {

namespace {

struct Closing {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

// What is sent, how far it has come, and what was said last on either side.
struct Talk {
    std::string_view mail;
    std::size_t sent = 0;
    std::string asked;     // "RCPT", in capitals.
    std::string answered;  // "550 5.1.1 no such user"
    bool body_begun = false;
    bool over = false;     // We took our leave: what is said now is said of nothing.
};

std::size_t give(char* place, std::size_t size, std::size_t count, void* talk_) {
    Talk& talk = *static_cast<Talk*>(talk_);
    const std::size_t now = std::min(size * count, talk.mail.size() - talk.sent);
    std::copy_n(talk.mail.data() + talk.sent, now, place);
    talk.sent += now;
    talk.body_begun = true;
    return now;
}

int listen(CURL*, curl_infotype kind, char* data, std::size_t size, void* talk_) {
    Talk& talk = *static_cast<Talk*>(talk_);
    std::string_view line(data, size);
    line = line.substr(0, line.find_first_of("\r\n"));
    if (kind == CURLINFO_HEADER_OUT && line.starts_with("QUIT")) talk.over = true;
    if (kind == CURLINFO_HEADER_OUT && !talk.over) talk.asked = line.substr(0, 4);
    if (kind == CURLINFO_HEADER_IN && !talk.over) talk.answered = line.substr(0, 300);
    return 0;
}

// One line of printable characters: it stands in a database and on a screen.
std::string one_line(std::string_view text) {
    std::string line(text);
    std::ranges::replace_if(line, [](char c) { return c < ' ' || c > '~'; }, '?');
    return line;
}

class Smtp final : public Transport {
public:
    Smtp(const Settings& settings, std::optional<Credentials> credentials, Patience patience)
        : settings_(settings), credentials_(std::move(credentials)), patience_(patience) {
        static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
        CHECK(ready == CURLE_OK);
    }

    [[nodiscard]] Delivered deliver(const std::string& recipient, const std::string& mail) override {
        const std::unique_ptr<CURL, Closing> handle(curl_easy_init());
        if (!handle) return {Delivery::unreachable, "libcurl did not start"};
        const std::string to = "<" + recipient + ">";
        const std::unique_ptr<curl_slist, Closing> recipients(curl_slist_append(nullptr, to.c_str()));
        if (!recipients) return {Delivery::unreachable, "libcurl did not start"};
        Talk talk{.mail = mail, .asked = {}, .answered = {}};
        CURL* const on = handle.get();
        prepare(on, talk);
        curl_easy_setopt(on, CURLOPT_MAIL_RCPT, recipients.get());
        return judged(curl_easy_perform(on), talk);
    }

private:
    void prepare(CURL* on, Talk& talk) const {
        const bool six = settings_.host.find(':') != std::string::npos;
        const std::string url = "smtp://" + (six ? "[" + settings_.host + "]" : settings_.host) + ":" + std::to_string(settings_.port);
        const std::string from = "<" + settings_.sender + ">";
        const auto set = [on](CURLoption option, auto value) { CHECK(curl_easy_setopt(on, option, value) == CURLE_OK); };
        set(CURLOPT_URL, url.c_str());
        set(CURLOPT_PROTOCOLS_STR, "smtp");
        set(CURLOPT_PROXY, "");  // Whatever the environment says: mail goes where the settings say.
        set(CURLOPT_USE_SSL, settings_.security == Security::starttls ? long{CURLUSESSL_ALL} : long{CURLUSESSL_NONE});
        set(CURLOPT_SSLVERSION, long{CURL_SSLVERSION_TLSv1_2});
        set(CURLOPT_MAIL_FROM, from.c_str());
        set(CURLOPT_UPLOAD, 1L);
        set(CURLOPT_READFUNCTION, &give);
        set(CURLOPT_READDATA, &talk);
        set(CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(talk.mail.size()));
        set(CURLOPT_VERBOSE, 1L);  // Else nothing is told to `listen`.
        set(CURLOPT_DEBUGFUNCTION, &listen);
        set(CURLOPT_DEBUGDATA, &talk);
        set(CURLOPT_NOSIGNAL, 1L);
        set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(patience_.connect.count()));
        set(CURLOPT_TIMEOUT_MS, static_cast<long>(patience_.whole.count()));
        set(CURLOPT_SERVER_RESPONSE_TIMEOUT, static_cast<long>(std::max<std::int64_t>(1, patience_.whole.count() / 1000)));
        if (credentials_) {
            set(CURLOPT_USERNAME, credentials_->name.c_str());
            set(CURLOPT_PASSWORD, credentials_->password.c_str());
        }
    }

    // A code from 500 on is for good only where it speaks of this recipient or of this message.
    static Delivered judged(CURLcode code, const Talk& talk) {
        if (code == CURLE_OK) return {Delivery::accepted, one_line(talk.answered)};
        const bool of_recipient = talk.asked == "RCPT";
        const bool of_message = talk.body_begun || talk.asked == "DATA";
        const bool refused = code == CURLE_SEND_ERROR || code == CURLE_WEIRD_SERVER_REPLY || code == CURLE_RECV_ERROR;
        const std::string said = refused && !talk.answered.empty() ? talk.answered : curl_easy_strerror(code);
        if (!of_recipient && !of_message) return {Delivery::unreachable, one_line(said)};
        // After the body has begun, the last answer is 354 until there is a verdict: no verdict, no end.
        const bool for_good = code != CURLE_OPERATION_TIMEDOUT && talk.answered.starts_with('5');
        return {for_good ? Delivery::never : Delivery::later, one_line(said)};
    }

    Settings settings_;
    std::optional<Credentials> credentials_;
    Patience patience_;
};

}  // namespace

Attempt<Credentials> read_credentials(const std::string& path) {
    namespace fs = std::filesystem;
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (error || !fs::is_regular_file(status)) return fail("outbox.credentials_unreadable", path, "there is no such file");
    constexpr fs::perms others = fs::perms::group_all | fs::perms::others_all;
    if ((status.permissions() & others) != fs::perms::none) return fail("outbox.credentials_exposed", path, "others may read it; its mode must be 0600");
    std::ifstream file(path);
    Credentials credentials;
    if (!std::getline(file, credentials.name) || !std::getline(file, credentials.password) || credentials.name.empty() ||
        credentials.password.empty()) {
        return fail("outbox.credentials_unreadable", path, "it must hold a name and a password, a line each");
    }
    return credentials;
}

std::unique_ptr<Transport> smtp(const Settings& settings, std::optional<Credentials> credentials, Patience patience) {
    return std::make_unique<Smtp>(settings, std::move(credentials), patience);
}

}  // namespace ponte::outbox
