"""Relative links in the documentation lead to files that exist."""

import posixpath
import re

from tree import line_of

LINK = re.compile(r"\]\(\s*<?([^)\s>]+)>?[^)]*\)")
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
BLOCK = re.compile(r"^(```|~~~).*?^\1|`[^`\n]*`", re.MULTILINE | re.DOTALL)


def check(tree, _ratchet):
    for path in tree.files:
        if not path.endswith(".md"):
            continue
        text = BLOCK.sub(lambda m: "\n" * m.group().count("\n"), tree.text(path))
        for match in LINK.finditer(text):
            target = match.group(1).split("#")[0]
            if not target or ELSEWHERE.match(target):
                continue
            place = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
            if place.startswith("..") or target.startswith("/") or not tree.has(place):
                yield f"{path}:{line_of(text, match.start())}: {target} leads nowhere"
