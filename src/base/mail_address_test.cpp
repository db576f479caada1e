#include "base/mail_address.h"

#include <gtest/gtest.h>

#include <string>

namespace ponte {
namespace {

TEST(MailAddress, IsTakenInItsOrdinaryForms) {
    for (const std::string_view address : {"a@example.org", "chan.tai-man+ponte@dsepdr.gov.mo", "x_1@sub.example.com", "O'Neill@a-b.co",
                                           "0@1.example"}) {
        EXPECT_TRUE(is_mail_address(address)) << address;
    }
    EXPECT_TRUE(is_mail_address(std::string(64, 'a') + "@example.org"));
}

TEST(MailAddress, IsRefusedWhereAServerOrAHeaderWouldStumble) {
    for (const std::string_view address :
         {"", "@", "a@", "@example.org", "a@localhost", "a@@example.org", "a@b@example.org", ".a@example.org", "a.@example.org", "a..b@example.org",
          "a@.org", "a@example.", "a@-b.org", "a@b-.org", "a b@example.org", "a@exam ple.org", "a@example.org\r\nBcc: x@y.org", "a@example.org\n",
          "<a@example.org>", "\"a\"@example.org", "a@[127.0.0.1]", "a,b@example.org", "a;b@example.org", "ç@example.org", "a@exämple.org"}) {
        EXPECT_FALSE(is_mail_address(address)) << address;
    }
    EXPECT_FALSE(is_mail_address(std::string(65, 'a') + "@example.org"));
    EXPECT_FALSE(is_mail_address("a@" + std::string(64, 'b') + ".org"));
    std::string much = "a@";
    while (much.size() < 252) much += "bbbbbbbbb.";
    EXPECT_FALSE(is_mail_address(much + "org"));
}

}  // namespace
}  // namespace ponte
