#!/usr/bin/env python3
"""Fails when the C++ files of a folder, without its tests, have more lines than wanted.

    count_lines.py --most N FOLDER

Counts lines of code: blank lines and lines that are only a comment do not count.
"""

import argparse
import pathlib
import re
import sys

NO_CODE = re.compile(r"\s*(//.*)?")


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--most", type=int, required=True)
    options = parser.parse_args(arguments)
    total = 0
    for path in sorted(options.folder.iterdir()):
        if path.suffix in (".cpp", ".hpp"):
            lines = [line for line in path.read_text().splitlines() if not NO_CODE.fullmatch(line)]
            print(f"{len(lines):5} {path.name}")
            total += len(lines)
    print(f"{total:5} lines of code, of at most {options.most}")
    return 1 if total > options.most or total == 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
