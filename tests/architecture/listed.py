"""Every source and header is named in its folder's CMakeLists.txt, so that none is forgotten."""

import pathlib
import re


def check(tree, _ratchet):
    for path in tree.sources():
        lists = nearest_lists(tree, path)
        if not lists:
            yield f"{path}:1: no CMakeLists.txt above it"
            continue
        name = str(pathlib.PurePosixPath(path).relative_to(pathlib.PurePosixPath(lists).parent))
        if name not in words_of(tree, lists):
            yield f"{path}:1: {lists} does not name {name}"
    for path in tree.files:
        if pathlib.PurePosixPath(path).name == "CMakeLists.txt" or path.endswith(".cmake"):
            if re.search(r"\bfile\s*\(\s*GLOB", tree.text(path), re.IGNORECASE):
                yield f"{path}:1: sources are listed by name, not found by GLOB"


def nearest_lists(tree, path):
    for folder in pathlib.PurePosixPath(path).parents:
        lists = str(folder / "CMakeLists.txt")
        if tree.has(lists) and str(folder) != ".":
            return lists
    return None


def words_of(tree, lists):
    text = re.sub(r"#[^\n]*", "", tree.text(lists))
    return set(re.split(r'[\s()"]+', text))
