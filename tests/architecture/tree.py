"""The files of the project, and C++ text without what only people read."""

import functools
import pathlib
import re

# What a build or a run leaves behind, and what is not ours.
SKIPPED_EVERYWHERE = {".git", ".cache", "__pycache__"}
SKIPPED_AT_THE_TOP = {"build", "data"}

CPP = {".cpp", ".hpp"}


class Tree:
    """The project below a root; every path is relative to it, with forward slashes."""

    def __init__(self, root: pathlib.Path):
        self.root = root
        self.files = sorted(self._walk(root))

    def _walk(self, folder: pathlib.Path):
        for entry in folder.iterdir():
            if entry.name in SKIPPED_EVERYWHERE:
                continue
            if folder == self.root and entry.name in SKIPPED_AT_THE_TOP:
                continue
            if entry.is_dir() and not entry.is_symlink():
                yield from self._walk(entry)
            elif entry.is_file():
                yield entry.relative_to(self.root).as_posix()

    def folders(self) -> set[str]:
        """The visible top-level folders that hold a file."""
        return {f.split("/")[0] for f in self.files if "/" in f and not f.startswith(".")}

    def sources(self, *folders: str) -> list[str]:
        """The C++ files, all or only those below these top-level folders."""
        return [
            f
            for f in self.files
            if pathlib.PurePosixPath(f).suffix in CPP
            and (not folders or f.split("/")[0] in folders)
        ]

    def has(self, path: str) -> bool:
        return (self.root / path).exists()

    @functools.lru_cache(maxsize=None)
    def text(self, path: str) -> str:
        """The content; empty for a file that is not UTF-8 text."""
        try:
            return (self.root / path).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            return ""

    @functools.lru_cache(maxsize=None)
    def code(self, path: str) -> str:
        return without_prose(self.text(path))


_PROSE = re.compile(
    r"""
      //(?:\\\n|[^\n])*                               # a comment to the end of the line
    | /\*.*?\*/                                       # a comment between marks
    | R"(?P<mark>[^()\s\\"]{0,16})\(.*?\)(?P=mark)"   # a raw string
    | "(?:\\.|[^"\\\n])*"                             # a string
    | (?<![0-9A-Fa-f])'(?:\\.|[^'\\\n])+'             # a character, not a digit separator
    """,
    re.VERBOSE | re.DOTALL,
)


def without_prose(text: str) -> str:
    """C++ with comments gone and literals emptied; every line keeps its number."""

    def blank(match: re.Match) -> str:
        found = match.group()
        lines = "\n" * found.count("\n")
        return '""' + lines if found[0] in "\"R" else ("' '" if found[0] == "'" else " " + lines)

    return _PROSE.sub(blank, text)


def line_of(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1
