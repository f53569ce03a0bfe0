#pragma once

#include <functional>
#include <memory>

#include "actors/interfaces.hpp"
#include "actors/view_builder.hpp"

namespace jumak::actors {

struct builder_state {
  static constexpr const char* name = "view-builder";
  std::unique_ptr<view_builder> inside;
  std::function<void(ready_reply)> reply;
};

/// Adapts a view_builder to CAF, at a lower priority than all else. Spawn it detached: it blocks.
builder_actor::behavior_type run_builder(builder_actor::stateful_pointer<builder_state> self,
                                         std::shared_ptr<std::unique_ptr<view_builder>> inside,
                                         std::function<void(ready_reply)> reply);

}  // namespace jumak::actors
