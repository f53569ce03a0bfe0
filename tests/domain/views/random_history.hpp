#pragma once

#include <memory>

#include "tests/domain/views/played_views.hpp"

namespace jumak::hotel::testing {

/// Plays a history that the rules allow: random commands go to the real decider, and what it
/// decides is played. The hotel `grand` has types `single` and `suite` with few rooms, so nights
/// fill up, guests move to the other type, leave early and do not come. Same seed, same history.
[[nodiscard]] played_views random_history(unsigned seed, std::size_t commands);

/// Plays further commands of the same kind. Reservations get names that were not used before.
class history_player {
 public:
  explicit history_player(unsigned seed);
  ~history_player();
  history_player(const history_player&) = delete;
  history_player& operator=(const history_player&) = delete;

  void play_some(std::size_t commands);
  [[nodiscard]] played_views& played();

 private:
  struct hidden;
  std::unique_ptr<hidden> hidden_;
};

}  // namespace jumak::hotel::testing
