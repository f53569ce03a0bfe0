#include "domain/guest/decider.hpp"

#include <gtest/gtest.h>

#include "testkit/given_when_then.hpp"

namespace jumak::guest {
namespace {

using testing::given;

free_text words(std::string_view text) { return free_text::from_text(text).value(); }

event kim() {
  return guest_registered{words("Kim Min-ji"), words("kim@example.com"), std::nullopt,
                          words("KOR")};
}

update_guest new_phone(std::string_view phone) {
  return {std::nullopt, std::nullopt, words(phone), std::nullopt};
}

TEST(RegisterGuest, RegistersOnce) {
  const register_guest asked{words("Kim Min-ji"), words("kim@example.com"), std::nullopt,
                             words("KOR")};
  given<decider>({}).when(asked).then({kim()});
  given<decider>({kim()}).when(asked).then_rejected("already_exists");
  given<decider>({kim()}).expecting(0).when(asked).then_rejected("version_conflict");
}

TEST(UpdateGuest, CarriesTheFieldsGiven) {
  given<decider>({kim()})
      .when(new_phone("+82 2"))
      .then({guest_updated{std::nullopt, std::nullopt, words("+82 2"), std::nullopt}});
  const update_guest all{words("Kim"), words("kim@example.com"), std::nullopt, std::nullopt};
  given<decider>({kim()}).when(all).then(
      {guest_updated{words("Kim"), words("kim@example.com"), std::nullopt, std::nullopt}});
}

TEST(UpdateGuest, WithEqualValuesIsNothingToDo) {
  const event updated =
      guest_updated{std::nullopt, words("k@example.com"), words("+82 2"), std::nullopt};
  given<decider>({kim(), updated}).when(new_phone("+82 2")).then_nothing_to_do();
  given<decider>({kim(), updated})
      .when(update_guest{words("Kim Min-ji"), words("k@example.com"), words("+82 2"), words("KOR")})
      .then_nothing_to_do();
}

TEST(UpdateGuest, RefusesAnUnknownGuestAfterTheVersion) {
  given<decider>({}).when(new_phone("1")).then_rejected("unknown_guest");
  given<decider>({}).expecting(3).when(new_phone("1")).then_rejected("version_conflict");
}

TEST(UpdateGuest, WithoutAnyFieldIsMalformed) {
  EXPECT_TRUE(update_guest::check({}).has_value());
  EXPECT_EQ(update_guest::check(new_phone("1")), std::nullopt);
}

TEST(GuestSnapshot, LoadsNothingFromOtherBytes) {
  state known;
  decider::evolve(known, kim(), {{}, version(1)});
  const std::string bytes = decider::save(known);
  EXPECT_EQ(decider::load(bytes), known);
  EXPECT_EQ(decider::load(bytes + "x"), std::nullopt);
  EXPECT_EQ(decider::load(bytes.substr(0, bytes.size() - 1)), std::nullopt);
  EXPECT_EQ(decider::load("\x02" + bytes.substr(1)), std::nullopt);
}

}  // namespace
}  // namespace jumak::guest
