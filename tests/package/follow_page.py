#!/usr/bin/env python3
"""Follows a page to the letter in an empty folder, and sees what it promises.

    follow_page.py PAGE --prefix PREFIX [--launcher LAUNCHER]

The page's fenced blocks, in their order:
- after a line that ends in "`NAME`:", with a dot in it, the block is written to the file NAME;
- a block `sh` is executed, all of them by one bash, which stops at the first failure;
- each line of a block `text` must be in what the `sh` block before it printed; `…` stands for anything.
PREFIX, where the package is installed, is told by the environment, as is the compiler's launcher.
Where the machine allows it, it happens in a network of its own, so that nobody else has the ports.
"""

import argparse
import ctypes
import fcntl
import os
import pathlib
import re
import socket
import struct
import subprocess
import sys
import tempfile

BLOCK = re.compile(r"(?:`(?P<file>[\w/]+\.\w+)`[^\n`]*:\n\n)?```(?P<kind>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
MARK = "=== block "
MINUTES_MAX = 10

CLONE_NEWNET = 0x40000000
SIOCGIFFLAGS, SIOCSIFFLAGS, IFF_UP = 0x8913, 0x8914, 1


def own_network():
    """Loopback and nothing else, for this process and its children; as it is, if that is not allowed."""
    if ctypes.CDLL(None, use_errno=True).unshare(CLONE_NEWNET) != 0:
        return
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        request = struct.pack("16sh14x", b"lo", 0)
        flags = struct.unpack("16sh14x", fcntl.ioctl(any_socket, SIOCGIFFLAGS, request))[1]
        fcntl.ioctl(any_socket, SIOCSIFFLAGS, struct.pack("16sh14x", b"lo", flags | IFF_UP))


def script_of(blocks):
    lines = ["set -euo pipefail", "trap 'kill $(jobs -p) 2>/dev/null || true; wait' EXIT"]
    for number, block in enumerate(blocks):
        if block["file"]:
            target = pathlib.Path(block["file"])
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(block["body"])
        elif block["kind"] == "sh":
            lines += [f"echo '{MARK}{number}'", block["body"]]
    return "\n".join(lines)


def outputs_of(printed):
    """Number of a block -> what it printed."""
    parts = re.split(rf"^{MARK}(\d+)\n", printed, flags=re.MULTILINE)
    return {int(number): text for number, text in zip(parts[1::2], parts[2::2])}


def broken_promises(blocks, outputs):
    last = ""
    for number, block in enumerate(blocks):
        last = outputs.get(number, last)
        if block["kind"] != "text" or block["file"]:
            continue
        for line in filter(None, map(str.strip, block["body"].splitlines())):
            wanted = ".*".join(map(re.escape, line.split("…")))
            if not re.search(wanted, last):
                yield line


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("page", type=pathlib.Path)
    parser.add_argument("--prefix", required=True)
    parser.add_argument("--launcher", default="")
    options = parser.parse_args(arguments)
    blocks = [match.groupdict() for match in BLOCK.finditer(options.page.read_text())]
    os.environ["CMAKE_PREFIX_PATH"] = options.prefix
    os.environ["CMAKE_CXX_COMPILER_LAUNCHER"] = options.launcher
    own_network()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        run = subprocess.run(
            ["bash", "-c", script_of(blocks)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL, text=True, timeout=60 * MINUTES_MAX, check=False,
        )
        os.chdir("/")
    print(run.stdout)
    missing = list(broken_promises(blocks, outputs_of(run.stdout)))
    for line in missing:
        print(f"the page promises, but it was not printed: {line}")
    executed = sum(block["kind"] == "sh" and not block["file"] for block in blocks)
    print(f"{executed} blocks executed, exit code {run.returncode}")
    return 1 if run.returncode != 0 or missing or executed == 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
