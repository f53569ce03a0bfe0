#!/usr/bin/env python3
"""Plants one bug after the other into the hotel's rules and says how soon the random walk finds it.

    planted_bugs.py --build DIR [--seconds 60] [--seed N] [--only WORD...]

DIR is an optimized build in which jumak_domain_walk_tests is built. No file of the tree is touched, nor one of the
build: of the one source that a bug is in, a changed copy is compiled, and linked before the library that has the sound
one. The bugs stand in bugs.py. First the walk has to pass without any, or what it finds later would say nothing.
Prints a line for each and exits 1 if one was not found in time. Only the standard library is used.
"""

import argparse
import os
import pathlib
import shlex
import subprocess
import sys
import time

from bugs import BUGS

WALK = "tests/domain/jumak_domain_walk_tests"
ROOT = pathlib.Path(__file__).resolve().parents[2]
SOUND_CASES = 200
ENDLESS_CASES = 1_000_000


class Workshop:
    """Builds walks with a bug in them, in a folder of their own beside the build's."""

    def __init__(self, build: pathlib.Path):
        self.build = build
        self.folder = build / "planted"
        self.folder.mkdir(exist_ok=True)

    def walk_with(self, bug):
        """The walk as it is with the bug, as the path of a program."""
        sound = (ROOT / bug.file).read_text()
        if sound.count(bug.sound) != 1:
            sys.exit(f"{bug.file}: \"{bug.sound}\" stands there {sound.count(bug.sound)} times, not once")
        copy = self.folder / pathlib.PurePath(bug.file).name
        copy.write_text(sound.replace(bug.sound, bug.wrong))
        compiled = copy.with_suffix(".o")
        walk = self.folder / "walk"
        self.run(self.compile_command(bug.file, copy, compiled))
        self.run(self.link_command(compiled, walk))
        return walk

    def compile_command(self, file, copy, compiled):
        made = f"domain/CMakeFiles/jumak_domain.dir/{file.removeprefix('domain/')}.o"
        words = shlex.split(self.last_command(made))
        words[words.index("-c") + 1] = str(copy)
        for option, value in (("-o", compiled), ("-MF", compiled.with_suffix(".d"))):
            words[words.index(option) + 1] = str(value)
        return words

    def link_command(self, compiled, walk):
        words = shlex.split(self.last_command(WALK))
        out = words.index("-o")
        words[out : out + 2] = [str(compiled), "-o", str(walk)]
        return [word for word in words if word not in (":", "&&")]

    def last_command(self, target):
        done = subprocess.run(
            ["ninja", "-C", self.build, "-t", "commands", target], check=True, capture_output=True, text=True
        )
        return done.stdout.splitlines()[-1]

    def run(self, command):
        done = subprocess.run(command, cwd=self.build, capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"{shlex.join(command)}\n{done.stderr}")


def seconds_to_red(walk, seed, cases, seconds):
    """How long the walk took to fail; None when it did not."""
    parameters = f"seed={seed} max_success={cases} noshrink=1"
    begin = time.monotonic()
    try:
        done = subprocess.run(
            [walk, "--gtest_filter=InventoryProperty.*"],
            env=os.environ | {"RC_PARAMS": parameters},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
        )
    except subprocess.TimeoutExpired:
        return None
    return time.monotonic() - begin if done.returncode != 0 else None


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=pathlib.Path, required=True)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=time.time_ns())
    parser.add_argument("--only", nargs="*", default=[], help="bugs with one of these words in their name")
    options = parser.parse_args()
    print(f"seed {options.seed}")

    build = options.build.resolve()
    if seconds_to_red(build / WALK, options.seed, SOUND_CASES, None) is not None:
        sys.exit("the walk fails without a planted bug")
    workshop = Workshop(build)
    missed = 0
    for bug in BUGS:
        if options.only and not any(word in bug.name for word in options.only):
            continue
        took = seconds_to_red(workshop.walk_with(bug), options.seed, ENDLESS_CASES, options.seconds)
        missed += took is None
        print(f"NOT FOUND  {bug.name}" if took is None else f"{took:7.2f} s  {bug.name}", flush=True)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
