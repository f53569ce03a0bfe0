#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <variant>

#include "hosting/typed_description.hpp"

/// Counts which refusals the tests of a domain have seen, against those its commands declare.
namespace jumak::testing {

/// The engine's, which any command may be refused with.
inline constexpr std::string_view version_conflict = "version_conflict";

/// The type's name of a command or event.
template <class... Alternatives>
[[nodiscard]] std::string type_of(const std::variant<Alternatives...>& value) {
  return std::visit([](const auto& which) { return std::string(std::remove_cvref_t<decltype(which)>::type); }, value);
}

/// True when the command of that type declares the code, or the engine does.
template <decider Decider>
[[nodiscard]] bool declares(std::string_view command, std::string_view code) {
  bool found = code == version_conflict;
  hosting::for_each_type<typename Decider::command>([&](auto identity) {
    using type = typename decltype(identity)::type;
    if (type::type == command) found = found || std::ranges::count(hosting::rejections_of<type>(), code) > 0;
  });
  return found;
}

/// Which command of which kind was refused with which code, in this process so far. One thread.
class rejection_count {
 public:
  void note(std::string_view kind, std::string_view command, std::string_view code) {
    seen_.emplace(kind, command, code);
  }
  [[nodiscard]] bool has(std::string_view kind, std::string_view command, std::string_view code) const {
    return seen_.contains({std::string(kind), std::string(command), std::string(code)});
  }

 private:
  std::set<std::tuple<std::string, std::string, std::string>> seen_;
};

inline rejection_count& rejections_seen() {
  static rejection_count seen;
  return seen;
}

/// Fails the run for each declared pair of command and code that no given/when/then of it has seen. Looks only when
/// all tests ran, or JUMAK_COUNT_REJECTIONS is set, so that a single test can be run by itself.
template <decider... Deciders>
class every_rejection final : public ::testing::Environment {
 public:
  void TearDown() override {
    if (GTEST_FLAG_GET(filter) != "*" && std::getenv("JUMAK_COUNT_REJECTIONS") == nullptr) return;
    (look<Deciders>(), ...);
    std::cout << pairs_ - missing_ << " of " << pairs_ << " declared rejections were seen\n";
  }

 private:
  template <class Decider>
  void look() {
    hosting::for_each_type<typename Decider::command>([&](auto identity) {
      using command = typename decltype(identity)::type;
      for (const std::string& code : hosting::rejections_of<command>()) {
        ++pairs_;
        if (rejections_seen().has(Decider::kind, command::type, code)) continue;
        ++missing_;
        ADD_FAILURE() << "no given/when/then has seen " << command::type << " of a " << Decider::kind
                      << " refused with " << code;
      }
    });
  }

  std::size_t pairs_ = 0;
  std::size_t missing_ = 0;
};

/// Has every_rejection look at the end of the run. Once in a test program, at namespace scope:
///
///   const auto* const counted = jumak::testing::count_every_rejection<decider>();
template <decider... Deciders>
::testing::Environment* count_every_rejection() {
  return ::testing::AddGlobalTestEnvironment(std::make_unique<every_rejection<Deciders...>>().release());
}

}  // namespace jumak::testing
