"""The map in ARCHITECTURE.md and the tree say the same, and the tests mirror the sources.

The map is the first table below a heading with the word "map" in it; the first cell of each row
names a folder, as `core/`. Every path that ARCHITECTURE.md names in backticks must exist, too.
"""

import pathlib
import re

from tree import line_of

MAP_FILE = "ARCHITECTURE.md"
HEADING = re.compile(r"^#+ .*\bmap\b.*$", re.IGNORECASE | re.MULTILINE)
CELL = re.compile(r"^\|\s*\[?`?([\w.-]+/)`?[^|]*\|", re.MULTILINE)
NAMED = re.compile(r"`([\w.-]+(?:/[\w.-]+)*/?)`")

# Where a test of the same name is asked for; bench/ and tests/ themselves need none.
MIRRORED = ("core", "domain", "wire", "hosting", "storage", "net", "actors", "app")


def check(tree, ratchet):
    if tree.has(MAP_FILE):
        yield from the_map(tree)
        yield from named_paths(tree)
    else:
        yield f"{MAP_FILE}:1: there is no map; a newcomer reads it first"
    yield from mirror(tree, ratchet)


def the_map(tree):
    text = tree.text(MAP_FILE)
    heading = HEADING.search(text)
    if not heading:
        yield f'{MAP_FILE}:1: no heading with the word "map" above a table of the folders'
        return
    line = line_of(text, heading.start())
    rows = [cell.rstrip("/") for cell in CELL.findall(first_table(text[heading.end() :]))]
    for folder in sorted(tree.folders() - set(rows)):
        yield f"{MAP_FILE}:{line}: the map lacks {folder}/"
    for folder in sorted(set(rows) - tree.folders()):
        yield f"{MAP_FILE}:{line}: the map has {folder}/, which does not exist"
    for folder in sorted({row for row in rows if rows.count(row) > 1}):
        yield f"{MAP_FILE}:{line}: the map has {folder}/ more than once"


def first_table(text: str) -> str:
    rows = []
    for line in text.splitlines():
        if line.startswith("|"):
            rows.append(line)
        elif rows or line.startswith("#"):
            break
    return "\n".join(rows)


def named_paths(tree):
    """Paths in backticks that begin with one of our folders must lead somewhere."""
    text = tree.text(MAP_FILE)
    for match in NAMED.finditer(text):
        path = match.group(1)
        if "/" in path.rstrip("/") and path.split("/")[0] in tree.folders() and not tree.has(path):
            yield f"{MAP_FILE}:{line_of(text, match.start())}: {path} does not exist"


def mirror(tree, ratchet):
    ratchet.look("untested")
    for path in tree.sources(*MIRRORED):
        if not path.endswith(".cpp"):
            continue
        test = "tests/" + str(pathlib.PurePosixPath(path).with_suffix("")) + "_test.cpp"
        if not tree.has(test) and not ratchet.excuses("untested", path):
            yield f"{path}:1: has no {test}"
