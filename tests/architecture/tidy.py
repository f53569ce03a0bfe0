#!/usr/bin/env python3
"""Holds the tree to its own rules: ARCHITECTURE.md says them, this script checks them.

    tidy.py              every rule
    tidy.py RULE...      only these: arrows, map, words, size, listed, links
    tidy.py --root DIR   another tree than the one this file stands in
    tidy.py --shrink     take out of ratchet.json what is no longer needed

Prints one line per violation, as "file:line: what is wrong and what to do", and exits 1 if there
is one. Only the standard library is used. Each rule stands in the module of its name.
"""

import argparse
import pathlib
import sys

import arrows
import links
import listed
import map as map_rule
import size
import words
from ratchet import Ratchet
from tree import Tree

RULES = {
    "arrows": arrows.check,
    "map": map_rule.check,
    "words": words.check,
    "size": size.check,
    "listed": listed.check,
    "links": links.check,
}


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rules", nargs="*", metavar="RULE", help=", ".join(RULES))
    parser.add_argument("--root", type=pathlib.Path)
    parser.add_argument("--shrink", action="store_true", help="shrink ratchet.json")
    options = parser.parse_args(arguments)
    for rule in options.rules:
        if rule not in RULES:
            parser.error(f"no rule {rule}; there are {', '.join(RULES)}")

    root = options.root or pathlib.Path(__file__).resolve().parents[2]
    tree = Tree(root)
    ratchet = Ratchet(root / "tests/architecture/ratchet.json")
    violations = 0
    for rule in options.rules or RULES:
        for violation in RULES[rule](tree, ratchet):
            print(f"{violation} [{rule}]")
            violations += 1

    if options.shrink:
        if options.rules:
            parser.error("--shrink needs every rule to have looked")
        ratchet.shrink()
    else:
        for excuse in ratchet.outlived():
            print(excuse)
            violations += 1
    return 1 if violations else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
