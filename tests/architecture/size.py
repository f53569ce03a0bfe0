"""Files tell one thing and functions fit a screen."""

import pathlib
import re

from tree import line_of

FILE_LINES_MAX = 300
FUNCTION_LINES_MAX = 70

MEASURED = {".cpp", ".hpp", ".py", ".sh", ".cmake"}

_DIRECTIVE = re.compile(r"^[ \t]*#(?:\\\n|[^\n])*", re.MULTILINE)
_SCOPE = re.compile(r'(\b(namespace|class|struct|union|enum)\b|\bextern\s*"")[^()]*$')
_NOISE = re.compile(r"\[\[.*?\]\]|\balignas\s*\([^)]*\)", re.DOTALL)
_VALUE = re.compile(r"=\s*[\w:<>,\s]*$")
_MEMBERS = re.compile(r"\)\s*(?:noexcept\s*)?:(?!:)[^;]*[\w>]\s*$", re.DOTALL)
_NAME = re.compile(r"([~\w:]+|operator\s*\S+)\s*\(")
_TEST = re.compile(r"\b(TEST|TEST_F|TEST_P|TYPED_TEST|RC_GTEST_PROP)\s*\(\s*(\w+)\s*,\s*(\w+)")


def check(tree, ratchet):
    ratchet.look("long_files")
    ratchet.look("long_functions")
    for path in tree.files:
        if pathlib.PurePosixPath(path).suffix in MEASURED:
            lines = tree.text(path).count("\n")
            if lines > FILE_LINES_MAX and not ratchet.excuses("long_files", path, lines):
                yield (
                    f"{path}:1: {lines} lines, of at most {FILE_LINES_MAX};"
                    " split it where the second noun appears"
                )
    for path in tree.sources():
        for name, line, lines in functions(tree.code(path)):
            if lines > FUNCTION_LINES_MAX and not ratchet.excuses(
                "long_functions", f"{path} {name}", lines
            ):
                yield f"{path}:{line}: {name} has {lines} lines, of at most {FUNCTION_LINES_MAX}"


def functions(code: str):
    """Yields (name, first line, lines) of every function body; lambdas count to their function."""
    code = _DIRECTIVE.sub(lambda m: "\n" * m.group().count("\n"), code)
    start = 0
    place = 0
    while place < len(code):
        character = code[place]
        if character in ";}":
            start = place + 1
        elif character == "{":
            head = code[start:place]
            kind = kind_of(head)
            if kind == "scope":
                start = place + 1
            else:
                end = closing(code, place)
                if kind == "function":
                    first = line_of(code, start + len(head) - len(head.lstrip()))
                    yield name_of(head), first, line_of(code, end) - first + 1
                if kind != "member":
                    start = end + 1
                place = end
        place += 1


def kind_of(head: str) -> str:
    """What a brace opens: a "scope", a "function", a "value", or a "member": some value in the head
    of a function that is still to come, such as a default argument or an initialized member."""
    head = _NOISE.sub("", head)
    if head.count("(") > head.count(")"):
        return "member"
    if _SCOPE.search(head) and not head.rstrip().endswith(")"):
        return "scope"
    if "(" not in head or _VALUE.search(head):
        return "value"
    if _MEMBERS.search(head) and not re.search(r"\b(const|noexcept|override|final)\s*$", head):
        return "member"
    return "function"


def closing(code: str, opening: int) -> int:
    depth = 0
    for place in range(opening, len(code)):
        if code[place] == "{":
            depth += 1
        elif code[place] == "}":
            depth -= 1
            if depth == 0:
                return place
    return len(code) - 1


def name_of(head: str) -> str:
    test = _TEST.search(head)
    if test:
        return f"{test.group(2)}.{test.group(3)}"
    names = [n for n in _NAME.findall(head) if n not in ("requires", "decltype", "noexcept")]
    return names[0] if names else head.strip().splitlines()[0]
