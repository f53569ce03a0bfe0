#include "tests/golden/released_forms.hpp"

#include <gtest/gtest.h>

#include <iostream>
#include <set>

namespace jumak::golden {
namespace {

constexpr const char* add_it = ": run  jumak_golden_tests --write-missing  and commit what it writes";

/// Every file below `group`, relative to the golden folder.
std::set<std::filesystem::path> files_of(const std::filesystem::path& group) {
  std::set<std::filesystem::path> files;
  for (const auto& file : std::filesystem::recursive_directory_iterator(golden_folder() / group)) {
    if (file.is_regular_file()) files.insert(std::filesystem::relative(file.path(), golden_folder()));
  }
  return files;
}

TEST(ReleasedEvents, EachHasItsGoldenFileAndIsReadAsEver) {
  for (const event_form& form : event_forms()) {
    const auto file = read_golden(golden_folder() / form.path());
    if (!file) {
      ADD_FAILURE() << form.path() << " is missing" << add_it;
      continue;
    }
    const auto complaint = form.complaint(*file);
    EXPECT_FALSE(complaint) << form.path() << ": " << complaint.value_or("")
                            << "\nA released event never changes: another form is the next schema number, with an "
                               "upcaster (core/upcast.hpp).";
  }
}

TEST(ReleasedEvents, NoneWasForgotten) {
  std::set<std::filesystem::path> files = files_of("events");
  for (const event_form& form : event_forms()) files.erase(form.path());
  for (const auto& file : files) ADD_FAILURE() << file << " was released, and nothing here reads it any more";
}

TEST(ReleasedCommands, EachFormIsTakenFromClientsAsEver) {
  for (const command_form& form : command_forms()) {
    for (unsigned number = 1; number <= forms_of(form); ++number) {
      const auto refused = form.refused(read_golden(golden_folder() / form.path(number)).value());
      EXPECT_FALSE(refused) << form.path(number) << ": clients send this, and it is malformed now: " << *refused;
    }
  }
}

TEST(ReleasedCommands, TheNewestFormIsTheCurrentOne) {
  for (const command_form& form : command_forms()) {
    const auto newest = read_golden(golden_folder() / form.path(forms_of(form)));
    EXPECT_TRUE(newest && form.is_current(*newest))
        << form.kind << "'s " << form.type << " has a form without a golden file" << add_it
        << ".\nA retry that comes across the upgrade has another fingerprint then, and is answered id_reused.";
  }
}

TEST(ReleasedCommands, NoneWasForgotten) {
  std::set<std::filesystem::path> files = files_of("commands");
  for (const command_form& form : command_forms()) {
    for (unsigned number = 1; number <= forms_of(form); ++number) files.erase(form.path(number));
  }
  for (const auto& file : files) ADD_FAILURE() << file << " was released, and nothing here takes it any more";
}

}  // namespace
}  // namespace jumak::golden

/// The flag adds golden files for what is new: `jumak_golden_tests --write-missing`.
int main(int argc, char** argv) {
  ::testing::InitGoogleTest(&argc, argv);
  if (argc == 2 && std::string_view(argv[1]) == "--write-missing") {
    const auto written = jumak::golden::write_missing();
    for (const auto& path : written) std::cout << "wrote " << path.string() << '\n';
    if (written.empty()) std::cout << "nothing was missing\n";
    return 0;
  }
  return RUN_ALL_TESTS();
}
