#!/usr/bin/env python3
"""Each rule of tidy.py passes on a small sound tree and fails on that tree with one thing wrong."""

import contextlib
import io
import json
import pathlib
import tempfile
import unittest

import tidy

RATCHET = "tests/architecture/ratchet.json"

SOUND = {
    "ARCHITECTURE.md": (
        "# Architecture\n## The map\n| folder | sentence |\n|---|---|\n"
        "| `core/` | names |\n| `domain/` | decides |\n| `storage/` | remembers |\n"
        "| `tests/` | mirrors |\n\nSee `core/word.hpp` and [the licence](LICENSE).\n"
    ),
    "LICENSE": "Free.\n",
    "core/CMakeLists.txt": "jumak_library(jumak_core SOURCES word.cpp HEADERS word.hpp)\n",
    "core/word.hpp": "#pragma once\n#include <string>\nstd::string word();\n",
    "core/word.cpp": '#include "core/word.hpp"\n\nstd::string word() { return "a"; }\n',
    "domain/CMakeLists.txt": "jumak_library(jumak_domain HEADERS rule.hpp)\n",
    "domain/rule.hpp": '#pragma once\n#include "core/word.hpp"\n',
    "storage/CMakeLists.txt": "jumak_library(jumak_storage HEADERS log.hpp)\n",
    "storage/log.hpp": "#pragma once\n#include <rocksdb/db.h>\n",
    "tests/core/CMakeLists.txt": "jumak_tests(core SOURCES word_test.cpp)\n",
    "tests/core/word_test.cpp": '#include "core/word.hpp"\n',
    RATCHET: "{}\n",
}

LONG_FUNCTION = "int longest() {\n" + "  work();\n" * 80 + "  return 1;\n}\n"


class TidyTest(unittest.TestCase):
    def run_tidy(self, changes: dict, *arguments: str):
        """tidy.py on the sound tree with these files put in (or, if None, taken out)."""
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for path, text in {**SOUND, **changes}.items():
                if text is not None:
                    (root / path).parent.mkdir(parents=True, exist_ok=True)
                    (root / path).write_text(text)
            output = io.StringIO()
            with contextlib.redirect_stdout(output):
                status = tidy.main(["--root", folder, *arguments])
            self.ratchet = json.loads((root / RATCHET).read_text())
            return status, output.getvalue()

    def assert_red(self, rule: str, changes: dict, expected: str):
        status, output = self.run_tidy(changes, rule)
        self.assertEqual(status, 1, f"{rule} let it pass")
        self.assertIn(expected, output)
        self.assertEqual(output.count("\n"), 1, output)

    def assert_green(self, rule: str, changes: dict):
        status, output = self.run_tidy(changes, rule)
        self.assertEqual((status, output), (0, ""))

    def in_word(self, code: str) -> dict:
        return {"core/word.cpp": SOUND["core/word.cpp"] + code}

    def test_the_sound_tree_is_green(self):
        self.assertEqual(self.run_tidy({}), (0, ""))


class Arrows(TidyTest):
    def header(self, folder_and_name: str, line: str) -> dict:
        return {folder_and_name: SOUND[folder_and_name] + line + "\n"}

    def test_a_folder_that_must_not_be_seen(self):
        wrong = self.header("core/word.hpp", '#include "domain/rule.hpp"')
        self.assert_red("arrows", wrong, "core/word.hpp:4: core/ must not include domain/rule.hpp")

    def test_an_outside_header_of_another_folder(self):
        for header in ("caf/all.hpp", "zmq.hpp", "boost/json.hpp", "xxhash.h", "unistd.h"):
            wrong = self.header("domain/rule.hpp", f"#include <{header}>")
            self.assert_red("arrows", wrong, f"domain/ must not include <{header}>")

    def test_an_outside_header_seen_through_a_port(self):
        actors = {
            "actors/CMakeLists.txt": "jumak_library(jumak_actors HEADERS shard.hpp)\n",
            "actors/shard.hpp": '#pragma once\n#include "storage/log.hpp"\n',
        }
        self.assert_red("arrows", actors, "sees <rocksdb/db.h> through storage/log.hpp")

    def test_a_domain_with_a_clock(self):
        include = self.header("domain/rule.hpp", "#include <random>")
        self.assert_red("arrows", include, "domain/ is pure")
        clock = self.header("domain/rule.hpp", "auto t = std::chrono::system_clock::now();")
        self.assert_red("arrows", clock, "the domain asks no clock")

    def test_an_engine_that_knows_a_hotel(self):
        self.assert_red("arrows", self.in_word("int hotel_count;\n"), "the engine knows no hotel")
        self.assert_green("arrows", self.in_word("// A hotel, for example.\n"))

    def test_an_engine_that_sees_a_domain(self):
        header = '#pragma once\n#include "domain/rule.hpp"\n'
        lists = "jumak_library(a HEADERS a.hpp)\n"
        for part, red in (("app", True), ("testkit", True), ("app/hotel", False)):
            files = {f"{part}/a.hpp": header, f"{part}/CMakeLists.txt": lists}
            if red:
                self.assert_red("arrows", files, "must not include domain/rule.hpp")
            else:
                self.assert_green("arrows", files)

    def test_an_example_sees_itself_and_the_engine(self):
        path = "examples/shop/shop.cpp"
        sound = '#include <jumak/core/word.hpp>\n#include "shop.hpp"\n'
        beside = {"examples/shop/shop.hpp": "#pragma once\n"}
        self.assert_green("arrows", {**beside, path: sound})
        self.assert_red("arrows", {path: sound}, '"shop.hpp" is not beside it')
        for header in ("jumak/domain/rule.hpp", "jumak/core/none.hpp"):
            self.assert_red("arrows", {path: f"#include <{header}>\n"}, "is not of the engine")

    def test_an_include_that_is_not_named_from_the_root(self):
        wrong = self.header("core/word.hpp", '#include "word.hpp"')
        self.assert_red("arrows", wrong, "is no file")
        wrong = self.header("domain/rule.hpp", "#include <core/word.hpp>")
        self.assert_red("arrows", wrong, "is ours")

    def test_a_header_without_pragma_once(self):
        self.assert_red("arrows", {"domain/rule.hpp": "\n"}, "#pragma once")


class Map(TidyTest):
    def test_no_map(self):
        self.assert_red("map", {"ARCHITECTURE.md": None}, "there is no map")
        self.assert_red("map", {"ARCHITECTURE.md": "# Words\n"}, "no heading")

    def test_a_folder_the_map_lacks(self):
        self.assert_red("map", {"extra/a.txt": "a\n"}, "the map lacks extra/")

    def test_a_folder_the_tree_lacks(self):
        text = SOUND["ARCHITECTURE.md"].replace("| `tests/`", "| `gone/` | was |\n| `tests/`")
        self.assert_red("map", {"ARCHITECTURE.md": text}, "gone/, which does not exist")

    def test_a_part_the_tree_lacks(self):
        text = SOUND["ARCHITECTURE.md"] + "See `core/gone.hpp`.\n"
        self.assert_red("map", {"ARCHITECTURE.md": text}, "core/gone.hpp does not exist")

    def test_a_source_without_a_test(self):
        self.assert_red("map", {"tests/core/word_test.cpp": None}, "tests/core/word_test.cpp")


class Words(TidyTest):
    def test_a_name_that_says_nothing(self):
        self.assert_red("words", {"core/utils/a.txt": "a\n"}, '"utils" says nothing')
        self.assert_red("words", {"core/common.txt": "a\n"}, '"common.txt" says nothing')

    def test_a_todo_without_an_owner(self):
        self.assert_red("words", self.in_word("// TODO: later\n"), "names its owner")
        self.assert_green("words", self.in_word("// TODO(mira): later\n"))

    def test_a_swallowed_error(self):
        swallow = "void f() { try { g(); } catch (...) { count += 1; } }\n"
        self.assert_red("words", self.in_word(swallow), "swallows")
        empty = "void f() { try { g(); } catch (const std::exception&) { /* so what */ } }\n"
        self.assert_red("words", self.in_word(empty), "swallows")
        answered = "int f() { try { g(); } catch (...) { return 1; } }\n"
        self.assert_green("words", self.in_word(answered))

    def test_using_namespace_in_a_header(self):
        wrong = {"core/word.hpp": SOUND["core/word.hpp"] + "using namespace std;\n"}
        self.assert_red("words", wrong, "no using namespace")
        inside = "inline int f() {\n  using namespace part;\n  return g();\n}\n"
        self.assert_green("words", {"core/word.hpp": SOUND["core/word.hpp"] + inside})

    def test_raw_memory(self):
        self.assert_red("words", self.in_word("int* p = new int(1);\n"), "no raw new")
        self.assert_red("words", self.in_word("void f() { delete p; }\n"), "no raw delete")
        self.assert_green("words", self.in_word("struct s { s(const s&) = delete; };  // new s\n"))
        self.assert_green("words", self.in_word("auto p = std::unique_ptr<s>(\n    new s(1));\n"))
        self.assert_green("words", self.in_word("std::unique_ptr<s> p(new s(1));\n"))

    def test_a_test_that_sleeps(self):
        sleep = "void f() { std::this_thread::sleep_for(1s); }\n"
        test = {"tests/core/word_test.cpp": SOUND["tests/core/word_test.cpp"] + sleep}
        self.assert_red("words", test, "it does not sleep")
        self.assert_green("words", self.in_word(sleep))

    def test_a_path_of_one_machine(self):
        self.assert_red("words", {"LINKS": "see /work/main\n"}, "a path of one machine")
        self.assert_green("words", {"LINKS": "see https://example.org/work/main and at/work/it\n"})

    def test_who_typed_it(self):
        self.assert_red("words", {"NOTES": "as the AI assistant said\n"}, "not who typed it")
        self.assert_green("words", {"NOTES": "the travel agent books\n"})


class Size(TidyTest):
    def test_a_long_file(self):
        self.assert_red("size", self.in_word("\n" * 300), "of at most 300")

    def test_a_long_function(self):
        for head in ("", "struct s {\n", "namespace a {\nnamespace {\n", "enum class e { a, b };\n"):
            self.assert_red("size", self.in_word(head + LONG_FUNCTION), "longest has 83 lines")

    def test_a_long_constructor_and_test(self):
        constructor = LONG_FUNCTION.replace("int longest()", "s::s(int a = {1}) : a_{a}, b_(2)")
        self.assert_red("size", self.in_word(constructor), "s::s has 83 lines")
        test = LONG_FUNCTION.replace("int longest()", "TEST(Word, IsLong)")
        self.assert_red("size", self.in_word(test), "Word.IsLong has 83 lines")

    def test_braces_in_text_do_not_count(self):
        text = 'int f() { return g("{{{", \'{\', R"({{)", 1\'000); }  // {{\n'
        self.assert_green("size", self.in_word(text * 3 + "int table[] = {\n" + "1,\n" * 80 + "};\n"))


class Listed(TidyTest):
    def test_a_forgotten_source(self):
        self.assert_red("listed", {"core/new.cpp": "\n"}, "does not name new.cpp")
        self.assert_red("listed", {"core/part/word.cpp": "\n"}, "does not name part/word.cpp")

    def test_sources_by_glob(self):
        wrong = SOUND["core/CMakeLists.txt"] + "file(GLOB all *.cpp)\n"
        self.assert_red("listed", {"core/CMakeLists.txt": wrong}, "not found by GLOB")


class Links(TidyTest):
    def test_a_link_to_nowhere(self):
        self.assert_red("links", {"docs/a.md": "[b](b.md)\n"}, "docs/a.md:1: b.md leads nowhere")

    def test_links_that_lead_somewhere(self):
        text = "[a](a.md#top) [l](../LICENSE) [w](https://example.org) [t](#top) `[x](y)`\n"
        self.assert_green("links", {"docs/a.md": text})


class RatchetOnlyShrinks(TidyTest):
    def long_file(self, lines: int, allowed: int) -> dict:
        text = SOUND["core/word.cpp"]
        text += "\n" * (lines - text.count("\n"))
        excuse = {"long_files": {"core/word.cpp": allowed}}
        return {"core/word.cpp": text, RATCHET: json.dumps(excuse)}

    def test_an_excused_violation_may_not_grow(self):
        self.assert_green("size", self.long_file(400, 400))
        self.assert_red("size", self.long_file(401, 400), "401 lines")

    def test_an_excuse_that_is_not_needed(self):
        self.assert_red("size", self.long_file(200, 400), "needs no excuse")

    def test_shrink(self):
        self.run_tidy(self.long_file(350, 400), "--shrink")
        self.assertEqual(self.ratchet["long_files"], {"core/word.cpp": 350})
        self.run_tidy(self.long_file(200, 400), "--shrink")
        self.assertEqual(self.ratchet["long_files"], {})


if __name__ == "__main__":
    unittest.main()
