#!/usr/bin/env python3
"""Gives the AsyncAPI document of a program to the official parser, @asyncapi/parser of the npm registry.

    validate_asyncapi.py PROGRAM FOLDER

The parser is installed into FOLDER once. Without node, or where the registry cannot be reached, nothing is judged, and
the exit code 77 says so.
"""

import pathlib
import shutil
import subprocess
import sys

PARSER = "@asyncapi/parser@3.6.6"
NOT_JUDGED = 77
JUDGE = """
const { Parser } = require('@asyncapi/parser');
let text = '';
process.stdin.on('data', (piece) => { text += piece; });
process.stdin.on('end', async () => {
  const { document, diagnostics } = await new Parser().parse(text);
  for (const found of diagnostics) console.log(found.severity, found.code, found.path.join('/'), found.message);
  const errors = diagnostics.filter((found) => found.severity === 0);
  console.log(document ? document.messages().all().length + ' messages' : 'no document');
  process.exit(document && errors.length === 0 ? 0 : 1);
});
"""


def main(program, folder):
    if not shutil.which("node") or not shutil.which("npm"):
        print("skipped: there is no node here")
        return NOT_JUDGED
    pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
    if not (pathlib.Path(folder) / "node_modules/@asyncapi/parser").is_dir():
        install = ["npm", "install", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund", PARSER]
        if subprocess.run(install, stdout=subprocess.DEVNULL, timeout=200, check=False).returncode != 0:
            print("skipped: the parser could not be installed")
            return NOT_JUDGED
    document = subprocess.run([program, "describe", "--asyncapi"], stdout=subprocess.PIPE, check=True).stdout
    return subprocess.run(["node", "-e", JUDGE], input=document, cwd=folder, timeout=100, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
