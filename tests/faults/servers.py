"""The programs of a build, as a script starts and asks them."""

import contextlib
import json
import select
import signal
import subprocess
import time

FREE = "tcp://127.0.0.1:*"
STOP_SECONDS = 30
START_SECONDS = 300


class Broken(Exception):
    """A promise that was not kept, in words."""


def expect(holds, otherwise: str) -> None:
    if not holds:
        raise Broken(otherwise)


def say(what: str, **figures) -> None:
    print(what + ": " + json.dumps(figures), flush=True)


class Server:
    """One `jumak serve` that is ready."""

    def __init__(self, command: list[str], errors):
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, text=True)
        soon, _, _ = select.select([self.process.stdout], [], [], START_SECONDS)
        line = self.process.stdout.readline() if soon else ""
        expect(line, f"{' '.join(command)} did not start; see {errors.name}")
        self.ready = json.loads(line)

    def signal(self, number) -> None:
        self.process.send_signal(number)

    def stop(self) -> None:
        self.process.send_signal(signal.SIGCONT)
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(STOP_SECONDS)
        expect(code == 0, f"a server ended with {code}")


class Programs:
    def __init__(self, jumak, faults, bench):
        self.jumak = str(jumak)
        self.faults = str(faults)
        self.bench_program = str(bench)

    @contextlib.contextmanager
    def serve(self, role, data, more):
        addresses = [word for name in ("commands", "queries", "events", "history") for word in (f"--{name}", FREE)]
        command = [self.jumak, "serve", "--role", role, "--data", str(data), *addresses, *more]
        with self.running(command, data.parent / f"{data.name}.log") as server:
            yield server

    @contextlib.contextmanager
    def follow(self, commands):
        feed = ["--events", commands.ready["events"], "--history", commands.ready["history"]]
        with self.running([self.jumak, "serve", "--role", "query", "--queries", FREE, *feed], "/dev/null") as server:
            yield server

    @contextlib.contextmanager
    def running(self, command, log):
        with open(log, "a") as errors:
            server = Server(command, errors)
            try:
                yield server
                server.stop()
            finally:
                if server.process.poll() is None:
                    server.process.kill()
                    server.process.wait()

    def run(self, command) -> str:
        done = subprocess.run(command, capture_output=True, text=True)
        expect(done.returncode == 0, f"{' '.join(command)} ended with {done.returncode}: {done.stderr}{done.stdout}")
        return done.stdout

    def replay(self, server, words):
        words = ["replay", *words, "--json", "--commands", server.ready["commands"]]
        return json.loads(self.run([self.jumak, *words]))

    def send(self, server, command, aggregate, *words) -> None:
        self.run([self.jumak, "send", command, aggregate, *words, "--commands", server.ready["commands"]])

    def ask(self, server, query, *words) -> str:
        return self.run([self.jumak, "ask", query, *words, "--raw", "--queries", server.ready["queries"]])

    def ask_after(self, server, head) -> None:
        """Asks again and again for an answer at `head`: one try after another may meet a lost connection."""
        end = time.monotonic() + STOP_SECONDS
        while time.monotonic() < end:
            with contextlib.suppress(Broken):
                self.ask(server, "GetSystemStatus", "--after", str(head), "--timeout-ms", "30000")
                return
        raise Broken(f"the views do not come to {head}")

    def status(self, server):
        return json.loads(self.ask(server, "GetSystemStatus"))["data"]

    def head(self, server) -> int:
        return self.status(server)["views"][0]["position"]

    def answers(self, queries, history, out):
        addresses = ["--queries", queries.ready["queries"], "--history", history.ready["history"]]
        return json.loads(self.run([self.faults, "answers", *addresses, "--out", str(out)]))

    def bench(self, commands, seconds) -> None:
        load = ["--row", "8x512", "--hotels", "8", "--seconds", str(seconds), "--warm-up", "0", "--repeat", "1", "--only", "jumak"]
        self.run([self.bench_program, "run", "--commands", commands.ready["commands"], *load])
