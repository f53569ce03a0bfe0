"""Writes a golden data folder: what a released `jumak` stores, and what it answers from it.

    python3 tests/golden/write_data.py --jumak build/release/app/jumak --name 2026-11-25

runs that program, sends it the commands of story.json, and keeps in tests/golden/data/NAME:

    data.tar.gz     the data folder without its folds: log/, VERSION and HEAD
    told.json       each command with its reply, and each query with its answer

A folder that is there is left alone: what was released never changes. To have more in the next one,
add to story.json; golden_data_test opens every folder that was ever written.
"""

import argparse
import json
import pathlib
import select
import signal
import subprocess
import sys
import tarfile
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
FREE = "tcp://127.0.0.1:*"
START_SECONDS = 30


def start(jumak: str, data: pathlib.Path):
    command = [jumak, "serve", "--data", str(data), "--allow-backdating"]
    for name in ("commands", "queries", "events", "history"):
        command += [f"--{name}", FREE]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    soon, _, _ = select.select([server.stdout], [], [], START_SECONDS)
    if not soon:
        server.kill()
        sys.exit("the server did not start")
    return server, json.loads(server.stdout.readline())


def run(*words: str) -> dict:
    done = subprocess.run(words, capture_output=True, text=True)
    if not done.stdout:
        sys.exit(f"{' '.join(words)}: {done.stderr}")
    return json.loads(done.stdout)


def tell_story(jumak: str, ready: dict, story: dict) -> dict:
    commands = []
    for number, told in enumerate(story["commands"], start=1):
        words = [jumak, "send", told["type"], told["aggregate"], "--json", json.dumps(told["data"])]
        words += ["--id", f"golden-{number}", "--actor", "golden", "--raw", "--commands", ready["commands"]]
        if "time" in told:
            words += ["--time", told["time"]]
        reply = run(*words)
        if reply["status"] != told.get("status", "accepted"):
            sys.exit(f"command {number}, {told['type']}: {json.dumps(reply)}")
        commands.append({"id": f"golden-{number}", **told, "actor": "golden", "reply": reply})
    head = max(command["reply"].get("position", 0) for command in commands)
    queries = []
    for asked in story["queries"]:
        words = [jumak, "ask", asked["type"], "--json", json.dumps(asked["data"]), "--raw"]
        answer = run(*words, "--after", str(head), "--queries", ready["queries"])
        del answer["id"]
        queries.append({**asked, "answer": answer})
    return {"position": head, "commands": commands, "queries": queries}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jumak", required=True, help="the released program")
    parser.add_argument("--name", required=True, help="of the folder, such as the day of the release")
    wanted = parser.parse_args()
    into = HERE / "data" / wanted.name
    if into.exists():
        sys.exit(f"{into} is there; what was released never changes")
    story = json.loads((HERE / "story.json").read_text())
    with tempfile.TemporaryDirectory() as scratch:
        data = pathlib.Path(scratch) / "data"
        server, ready = start(wanted.jumak, data)
        try:
            told = tell_story(wanted.jumak, ready, story)
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(START_SECONDS)
        into.mkdir(parents=True)
        with tarfile.open(into / "data.tar.gz", "w:gz") as packed:
            for name in ("log", "VERSION", "HEAD"):
                packed.add(data / name, name)
    (into / "told.json").write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n")
    size = (into / "data.tar.gz").stat().st_size
    print(f"{into}: {told['position']} events, {size} bytes")


if __name__ == "__main__":
    main()
