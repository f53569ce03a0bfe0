#pragma once

#include <boost/json/array.hpp>
#include <optional>
#include <string>

#include "app/client/reply.hpp"

/// What a server says of its views, for people.
namespace jumak::app::client {

/// The views in the answer; none when it has none.
[[nodiscard]] const boost::json::array& views_of(const reply& answer);

/// Name, rows, position and hash of each, and where they are kept.
[[nodiscard]] std::string views_table(const reply& shown);

/// Rows and hash of each, now and before, or of the one view, and how it went.
[[nodiscard]] std::string rebuild_table(const reply& rebuilt, const std::optional<std::string>& only);

/// True when the server says that a view differs from the one before.
[[nodiscard]] bool differs(const reply& rebuilt);

}  // namespace jumak::app::client
