#include "app/client/views_table.hpp"

#include <gtest/gtest.h>

namespace jumak::app::client {
namespace {

reply answer(const std::string& data) {
  return read_reply(R"({"id":"1","status":"ok","position":9,"data":)" + data + "}").value();
}

TEST(ViewsTable, LinesUpWhatTheServerSays) {
  const reply shown = answer(R"({"position":9,"kept":4,"views":[{"name":"counts","rows":12345,"hash":"ab","position":9},)"
                             R"({"name":"rooms-by-name","rows":7,"hash":"cd","position":9}]})");
  EXPECT_EQ(views_table(shown),
            "view            rows  position  hash\n"
            "counts         12345         9  ab\n"
            "rooms-by-name      7         9  cd\n"
            "They are kept at position 4.\n");
  EXPECT_NE(views_table(answer(R"({"kept":0,"views":[]})")).find("kept nowhere yet"), std::string::npos);
}

TEST(ViewsTable, ShowsADashForWhatAViewDoesNotTell) {
  EXPECT_NE(views_table(answer(R"({"kept":0,"views":[{"name":"bare","position":9}]})")).find("bare  -            9  -\n"),
            std::string::npos);
}

TEST(RebuildTable, ShowsBothAndWhetherTheyDiffer) {
  const std::string views =
      R"("position":9,"held_ms":3,"took_ms":50,"views":[{"name":"a","rows":1,"hash":"x","rows_before":2,"hash_before":"y"},)"
      R"({"name":"b","rows":5,"hash":"z","rows_before":5,"hash_before":"z"}]})";
  const reply rebuilt = answer(R"({"equal":false,)" + views);
  EXPECT_TRUE(differs(rebuilt));
  EXPECT_EQ(rebuild_table(rebuilt, {}),
            "view          rows  hash\n"
            "a     before     2  y\n"
            "a     now        1  x\n"
            "b     before     5  z\n"
            "b     now        5  z\n"
            "All views were rebuilt, both at position 9, in 50 ms; nothing was applied for 3 ms.\n"
            "They DIFFER from those before.\n");
  EXPECT_EQ(rebuild_table(rebuilt, "b").find("a     "), std::string::npos);
  EXPECT_FALSE(differs(answer("{" + views)));
  EXPECT_NE(rebuild_table(answer(R"({"equal":true,)" + views), {}).find("They are equal"), std::string::npos);
}

}  // namespace
}  // namespace jumak::app::client
