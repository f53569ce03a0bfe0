#include "actors/view_report.hpp"

#include <gtest/gtest.h>

namespace jumak::actors {
namespace {

constexpr const char* zeros = "00000000000000000000000000000000";

TEST(ViewReport, ShowsRowsAndHashes) {
  const all_figures views{{"counts", 3, hash128{0xAB, 0}}, {"bare", std::nullopt, std::nullopt}};
  EXPECT_EQ(views_report(position(9), position(4), views),
            R"({"position":9,"kept":4,"views":[{"name":"counts","rows":3,"hash":"000000000000000000000000000000ab",)"
            R"("position":9},{"name":"bare","position":9}]})");
}

TEST(ViewReport, ComparesWhatWasRebuilt) {
  using std::chrono_literals::operator""ms;
  rebuilt_views rebuilt{position(9), {{"counts", 3, hash128()}}, {{"counts", 2, hash128()}}, 5ms, 70ms};
  EXPECT_EQ(rebuild_report(rebuilt), std::string(R"({"position":9,"equal":true,"views":[{"name":"counts","rows":3,"hash":")") +
                                         zeros + R"(","rows_before":2,"hash_before":")" + zeros +
                                         R"("}],"held_ms":5,"took_ms":70})");
  rebuilt.before[0].hash = hash128{1, 0};
  EXPECT_NE(rebuild_report(rebuilt).find(R"("equal":false)"), std::string::npos);
  rebuilt.now[0].hash = rebuilt.before[0].hash = std::nullopt;
  EXPECT_EQ(rebuild_report(rebuilt),
            R"({"position":9,"views":[{"name":"counts","rows":3,"rows_before":2}],"held_ms":5,"took_ms":70})");
}

}  // namespace
}  // namespace jumak::actors
