"""Names and words that this tree does without."""

import pathlib
import re

from tree import line_of

# A file that fits no folder's sentence is a new idea, and gets a name of its own.
NAMELESS = {"common", "util", "utils", "helper", "helpers", "misc"}

# These files hold the words because they forbid them, or are not our prose.
EXEMPT = {"LICENSE", "tests/architecture/words.py", "tests/architecture/tidy_test.py"}

PROSE = [
    (re.compile(r"\bTODO\b(?!\([\w-]+\):)"), "a TODO names its owner, as TODO(name): what"),
    (re.compile(r"\b(FIXME|XXX|HACK)\b"), "write TODO(name): what, or do it"),
    (
        re.compile(r"(?<![\w.:~-])/(work|root|home)/\w|/tmp/bash|/var/tmp/jumak"),
        "a path of one machine",
    ),
    (
        re.compile(
            r"\b(claude|anthropic|chatgpt|openai|copilot|llm|llms|sub-?agents?)\b"
            r"|\b(ai|coding) (assistant|agent)s?\b|\bagent session\b|\blanguage model\b",
            re.IGNORECASE,
        ),
        "say what the code does, not who typed it",
    ),
]

CATCH = re.compile(r"\bcatch\s*\((?P<what>[^)]*)\)\s*\{(?P<body>[^{}]*)\}")
ANSWERS = re.compile(r"\b(throw|return|current_exception|terminate|abort|_exit|FAIL)\b|\w\(")
# Our namespaces do not indent, so this is one that every includer gets, not one in a function.
USING = re.compile(r"^using\s+namespace\b", re.MULTILINE)
RAW = re.compile(r"(?<!operator )\bnew\b(?=\s*[\w:(\[])|(?<!operator )(?<![=] )(?<!=)\bdelete\b")
# std::unique_ptr<a>(new a(...)) is how a static function calls a private constructor.
OWNED = re.compile(r"_ptr<[^;{}]*>\s*\w*\s*[({]\s*$")
SLEEP = re.compile(r"\b(sleep_for|sleep_until|usleep|nanosleep)\b|(?<![\w.>:])sleep\s*\(")


def check(tree, ratchet):
    for path in tree.files:
        for part in pathlib.PurePosixPath(path).parts:
            if part.split(".")[0] in NAMELESS:
                yield f"{path}:1: \"{part}\" says nothing; name the idea"
        if path not in EXEMPT:
            yield from prose(tree, path)
    ratchet.look("raw_memory")
    ratchet.look("sleeps")
    for path in tree.sources():
        yield from code(tree, ratchet, path)


def prose(tree, path):
    text = tree.text(path)
    for pattern, advice in PROSE:
        for match in pattern.finditer(text):
            yield f"{path}:{line_of(text, match.start())}: \"{match.group()}\": {advice}"


def code(tree, ratchet, path):
    text = tree.code(path)

    def at(match):
        return f"{path}:{line_of(text, match.start())}"

    for match in CATCH.finditer(text):
        if not match["body"].strip():
            yield f"{at(match)}: an empty catch swallows the error; answer it"
        elif match["what"].strip() == "..." and not ANSWERS.search(match["body"]):
            yield f"{at(match)}: catch (...) swallows the error; answer it or throw on"
    if path.endswith(".hpp"):
        for match in USING.finditer(text):
            yield f"{at(match)}: a header has no using namespace"
    for match in RAW.finditer(text):
        owned = OWNED.search(text[max(0, match.start() - 200) : match.start()])
        if not owned and not ratchet.excuses("raw_memory", path):
            yield f"{at(match)}: no raw {match.group()}; let an owner hold it"
    if path.startswith("tests/"):
        for match in SLEEP.finditer(text):
            if not ratchet.excuses("sleeps", path):
                yield f"{at(match)}: a test waits for what it wants to see; it does not sleep"
