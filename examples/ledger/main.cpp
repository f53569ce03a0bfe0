#include <jumak/app/main_of.hpp>
#include <jumak/hosting/typed_views.hpp>

#include "views.hpp"

int main(int argc, char** argv) {
  return jumak::app::main_of(argc, argv, jumak::hosting::typed_domain<ledger::views, ledger::decider>(),
                             {.description = "A double-entry ledger on Jumak"});
}
