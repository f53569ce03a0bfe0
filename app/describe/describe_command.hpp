#pragma once

#include "hosting/hosted_domain.hpp"

namespace CLI {
class App;
}

namespace jumak::app {

/// Declares `describe`: prints on stdout what this program speaks, as Markdown, JSON Schema or AsyncAPI. The domain
/// must outlive `app`.
void add_describe_command(CLI::App& app, int& code, const hosting::hosted_domain& domain);

}  // namespace jumak::app
