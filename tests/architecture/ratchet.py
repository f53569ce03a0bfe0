"""The exceptions that existed when a rule came, or were agreed since. They may only shrink.

ratchet.json holds, for each kind of exception, what is excused and how large it may be (lines; 1
where there is nothing to count). A new entry is written by hand and defended in review; an entry
that is no longer needed is itself a violation, so that the list never outlives its reasons.
"""

import json
import pathlib


class Ratchet:
    def __init__(self, path: pathlib.Path):
        self.path = path
        self.allowed = json.loads(path.read_text()) if path.exists() else {}
        self.looked: set[str] = set()
        self.needed: dict[str, dict[str, int]] = {}

    def look(self, kind: str) -> None:
        """A rule that excuses this kind has run; from now on its unused entries count."""
        self.looked.add(kind)

    def excuses(self, kind: str, what: str, size: int = 1) -> bool:
        """True if this violation is excused at this size."""
        self.needed.setdefault(kind, {})[what] = size
        return size <= self.allowed.get(kind, {}).get(what, 0)

    def outlived(self):
        for kind in sorted(self.looked):
            for what in self.allowed.get(kind, {}):
                if what not in self.needed.get(kind, {}):
                    yield f"{self.path}: {kind}: {what} needs no excuse now; run tidy.py --shrink"

    def shrink(self) -> None:
        kept = {}
        for kind, entries in self.allowed.items():
            needed = self.needed.get(kind, {})
            kept[kind] = {w: min(n, needed[w]) for w, n in entries.items() if w in needed}
        self.path.write_text(json.dumps(kept, indent=2, sort_keys=True) + "\n")
