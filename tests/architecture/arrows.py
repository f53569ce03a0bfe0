"""Each folder includes only what it may see: its folders, and its one outside dependency.

The compiler cannot hold this, because Debian puts every library's headers into one folder.
"""

import pathlib
import re

from tree import line_of

# Folder -> the folders it may include besides itself. app/, bench/ and tests/ see everything, but see ENGINE.
FOLDERS = {
    "core": set(),
    "domain": {"core"},
    "wire": {"core"},
    "hosting": {"core", "wire"},
    "storage": {"core"},
    "net": {"core"},
    "actors": {"core", "wire", "hosting", "storage", "net"},
    "testkit": {"core", "wire", "hosting"},
}

VOCABULARY = r"boost/(describe|mp11)(/.*)?\.hpp|tl/expected\.hpp"

# Folder -> the outside headers it may include itself, besides the standard library.
OUTSIDE = {
    "core": VOCABULARY + r"|boost/(pfr|unordered/unordered_flat_map)\.hpp",
    "domain": VOCABULARY + r"|date/(date|tz|iso_week)\.h",
    "wire": VOCABULARY + r"|boost/json(/.*)?\.hpp",
    "hosting": VOCABULARY,
    "storage": VOCABULARY + r"|rocksdb/.+\.h|boost/crc\.hpp",
    "net": VOCABULARY + r"|zmq(_addon)?\.hpp|zmq\.h",
    "actors": VOCABULARY + r"|caf/.+\.hpp",
    "testkit": VOCABULARY + r"|(gtest|gmock|rapidcheck)(/.*)?\.(h|hpp)",
}

# One file, one header that its folder may not include.
SINGLE = {("core/hash.cpp", "xxhash.h"), ("core/hash.cpp", "xxh3.h")}

STANDARD = re.compile(r"[a-z_0-9]+")
SYSTEM = re.compile(
    r"(sys|netinet|arpa|linux)/\w+\.h"
    r"|(dirent|errno|fcntl|poll|pthread|sched|signal|time|unistd)\.h"
)
SEES_SYSTEM = {"storage", "net", "actors"}

# What a folder must not even see through a header of another folder.
OWNERS = {"rocksdb/": "storage", "zmq": "net", "caf/": "actors"}

# The domain is pure: no clock, no chance, no threads, no input or output.
IMPURE = re.compile(
    r"atomic|condition_variable|ctime|filesystem|fstream|future|iostream|mutex|random|thread"
)
CLOCK = re.compile(r"\b(system|steady|high_resolution|utc)_clock::now\b|\bstd::(rand|time)\s*\(")

# The engine hosts any domain, so its code speaks of none and sees none. Of app/ all belongs to it but the
# programs of our own domain.
ENGINE = {"core", "wire", "hosting", "storage", "net", "actors", "app", "testkit"}
DOMAINS = ("domain/", "app/hotel/")
HOTEL = re.compile(r"\b\w*(hotel|reservation|guest)\w*\b", re.IGNORECASE)

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"]', re.MULTILINE)


def check(tree, _ratchet):
    for path in tree.sources():
        folder = path.split("/")[0]
        for offset, quote, header in includes(tree, path):
            line = line_of(tree.text(path), offset)
            if folder == "examples":
                wrong = wrong_in_example(tree, path, quote, header)
            else:
                wrong = wrong_include(tree, path, folder, quote, header)
            if wrong:
                yield f"{path}:{line}: {wrong}"
        if folder in FOLDERS:
            yield from leaks(tree, path, folder)
        yield from purity(tree, path, folder)
        if path.endswith(".hpp") and "#pragma once" not in tree.text(path):
            yield f"{path}:1: a header begins with #pragma once"


def includes(tree, path):
    for match in INCLUDE.finditer(tree.text(path)):
        yield match.start(), match.group(1), match.group(2)


def wrong_include(tree, path, folder, quote, header):
    """Why this include is not allowed, or None."""
    top = header.split("/")[0]
    if quote == '"':
        if not tree.has(header) or ".." in header:
            return f'"{header}" is no file; ours are named from the root of the project'
        if folder in FOLDERS and top != folder and top not in FOLDERS[folder]:
            seen = ", ".join(sorted(FOLDERS[folder])) or "no other folder"
            return f"{folder}/ must not include {header}; it may see {seen}"
        if of_engine(path) and header.startswith(DOMAINS):
            return f"the engine must not include {header}: it hosts any domain"
        return None
    if top in tree.folders() and tree.has(header):
        return f'<{header}> is ours: write "{header}"'
    if folder not in FOLDERS or (path, header) in SINGLE:
        return None
    if STANDARD.fullmatch(header):
        if folder == "domain" and IMPURE.fullmatch(header):
            return f"domain/ is pure and needs no <{header}>"
        return None
    if SYSTEM.fullmatch(header) and folder in SEES_SYSTEM:
        return None
    if not re.fullmatch(OUTSIDE[folder], header):
        return f"{folder}/ must not include <{header}>"
    return None


def wrong_in_example(tree, path, quote, header):
    """An example is a project of its own: it sees itself, and the engine as it is installed."""
    if quote == '"':
        folder = pathlib.PurePosixPath(path).parent
        places = (folder, folder.parent) if folder.name == "tests" else (folder,)
        found = any(tree.has(str(place / header)) for place in places)
        return None if found else f'"{header}" is not beside it'
    if not header.startswith("jumak/"):
        return None
    ours = header.removeprefix("jumak/")
    return None if tree.has(ours) and of_engine(ours) else f"<{header}> is not of the engine"


def of_engine(path):
    return path.split("/")[0] in ENGINE and not path.startswith(DOMAINS)


def leaks(tree, path, folder):
    """Outside headers this file sees through headers of other folders."""
    for header, chain in seen_through(tree, path).items():
        for prefix, owner in OWNERS.items():
            if header.startswith(prefix) and folder != owner and len(chain) > 1:
                yield (
                    f"{path}:1: sees <{header}> through {' and '.join(chain[1:])};"
                    f" only {owner}/ may"
                )


def seen_through(tree, path):
    """Outside header -> the chain of our files from this file to it."""
    outside = {}
    chains = {path: [path]}
    waiting = [path]
    while waiting:
        current = waiting.pop()
        for _, quote, header in includes(tree, current):
            if quote == "<":
                outside.setdefault(header, chains[current])
            elif header not in chains and tree.has(header):
                chains[header] = chains[current] + [header]
                waiting.append(header)
    return outside


def purity(tree, path, folder):
    code = tree.code(path)
    if folder == "domain":
        for match in CLOCK.finditer(code):
            yield f"{path}:{line_of(code, match.start())}: the domain asks no clock; time is given"
    if of_engine(path):
        for match in HOTEL.finditer(code):
            yield (
                f"{path}:{line_of(code, match.start())}: {match.group()}:"
                " the engine knows no hotel"
            )
