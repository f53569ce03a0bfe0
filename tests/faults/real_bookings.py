#!/usr/bin/env python3
"""Plays real bookings into servers and checks what they promised about them.

    real_bookings.py --jumak PATH --faults PATH --bookings FILE [--folder DIR]
    real_bookings.py --jumak PATH --faults PATH --bench PATH [--folder DIR] [--events N]

With --bookings (a .csv or .csv.gz of the "hotel booking demand" data, which is not part of this project) it
plays them twice into a hotel with ample rooms and into one with 40 rooms of each type, and looks at the
figures; then it asks everything again after a restart, without index/, and of both sides as processes of their
own; and it plays all of it once more with the fold of the index paused and room for one aggregate in memory.

With --bench it makes a log of N events, with one query process stopped in the middle and another that starts
on all of them, and compares both with one that followed all the time.

Prints a line for each thing seen. JUMAK_BOOKINGS in the environment stands for --bookings. Exit codes: 0 all as
promised, 1 not, 2 usage, 77 nothing to play.
"""

import argparse
import contextlib
import datetime
import filecmp
import json
import os
import pathlib
import shutil
import signal
import sys
import tempfile
import time

from servers import Broken, Programs, expect, say

AMPLE = {
    "commands": 233_775,
    "accepted": 233_379,
    "made": 39_665,
    "rejected_by_code": {"invalid_rate": 1, "invalid_stay": 384, "no_guests": 10, "too_early": 1},
    "cancelled": 10_825,
    "no_shows": 284,
    "stays": 28_555,
    "statistics": {
        "room_revenue": "1160163403",
        "room_nights_sold": "119635",
        "adr": "9697.5250",
        "average_stay": "4.1896",
        "average_lead_days": "93.2001",
    },
}
TIGHT_ROOMS = 40
TIGHT = {
    "commands": 51_193,
    "accepted": 36_530,
    "made": 28_246,
    "rejected_by_code": {
        "invalid_rate": 1,
        "invalid_stay": 384,
        "no_availability": 11_419,
        "no_guests": 10,
        "too_early": 1,
        "unknown_reservation": 2_848,
    },
    "cancelled": 8_050,
    "no_shows": 211,
    "stays": 0,
    "statistics": {"room_revenue": "0", "room_nights_sold": "0"},
}
SIZES = {"ample": (AMPLE, ["--ample"]), "tight": (TIGHT, ["--tight", str(TIGHT_ROOMS)])}
IMPORTS = ["--allow-backdating"]
SMALL_MEMORY = IMPORTS + ["--test-fold-paused", "--aggregates-in-memory", "1"]
LISTS = [
    "FindReservations",
    "GetCalendar",
    "GetRoomBoard",
    "ListArrivals",
    "ListDepartures",
    "ListInHouse",
    "SearchAvailability",
]
# The rest finds nothing in bookings that use no more than a reservation's usual life.
QUERIES = [
    *LISTS,
    *("FindGuests", "GetGuest", "GetReservation", "GetStatistics"),
    *("ListBlocks", "ListHolds", "ListNightAudits", "ListRatePlans", "ListWaitlist"),
]
EVENTS_MISSED = 200_000
EVENTS_A_SECOND_LEAST = 250_000
SKIPPED = 77
STATUS_PATIENCE = 5


def replay(programs, server, bookings, size):
    return programs.replay(
        server, [str(bookings), "--hotel", "Resort Hotel", "--as", "resort", *SIZES[size][1]]
    )


def check_figures(programs, server, size, played):
    wanted = SIZES[size][0]
    by_type = played["accepted_by_type"]
    got = {
        "commands": played["commands"],
        "accepted": played["accepted"],
        "made": by_type["MakeReservation"],
        "rejected_by_code": played["rejected_by_code"],
        "cancelled": by_type["CancelReservation"],
        "no_shows": by_type["MarkNoShow"],
        "stays": by_type.get("CheckOut", 0),
    }
    for name, value in got.items():
        expect(value == wanted[name], f"{size}: {name} is {value}, not {wanted[name]}")
    expect(played["unanswered"] == played["errors"] == 0, f"{size}: not all was answered")
    years = ["hotel=resort", "from=2010-01-01", "to=2020-01-01"]
    told = programs.ask(server, "GetStatistics", *years)
    for name, value in wanted["statistics"].items():
        expect(f'"{name}":{value}' in told, f"{size}: {name} is not {value} in {told}")
    for name in ("made", "cancelled", "no_shows", "stays"):
        expect(f'"{name}":{wanted[name]}' in told, f"{size}: the views count other {name}: {told}")
    say(f"{size}: figures", **{k: v for k, v in got.items() if k != "rejected_by_code"})


def check_again(programs, server, bookings, size, first):
    head = programs.head(server)
    again = replay(programs, server, bookings, size)
    expect(again["duplicates"] == again["commands"], f"{size}: only {again['duplicates']} copies")
    expect(again["answers_digest"] == first["answers_digest"], f"{size}: a copy answered otherwise")
    expect(programs.head(server) == head, f"{size}: copies moved the head")
    say(f"{size}: again", duplicates=again["duplicates"], head=head)


def fill_a_house(programs, server):
    """Guests in house and to come, so that no list of the front desk is empty."""
    def send(command, *words):
        programs.send(server, command, "hotel/desk", *words)

    send("RegisterHotel", "title=Desk", "city=Seoul", "country=KOR", "time_zone=UTC", "currency=KRW")
    send("DefineRoomType", "room_type=twin", "title=Twin", "max_guests:=2", "rate:=90000")
    send("AddRooms", "room_type=twin", "rooms:=" + json.dumps([str(room) for room in range(9)]))
    today = datetime.datetime.now(datetime.timezone.utc).date()
    stay = [f"arrival={today}", f"departure={today + datetime.timedelta(days=2)}", 'guests:={"adults":1}']
    for guest in range(9):
        which = f"reservation=r-{guest}"
        send("MakeReservation", which, "room_type=twin", f"guest=g-{guest}", *stay)
        send("AssignRoom", which, f"room={guest}")
        if guest % 2 == 0:
            send("CheckIn", which)


def first_answers(programs, folder, name, queries, history):
    out = folder / f"{name}.answers"
    told = programs.answers(queries, history, out)
    expect(set(told["by_type"]) == set(QUERIES), f"not all queries were asked: {told}")
    say(name, **told)
    return out, told


def same_answers(programs, folder, name, queries, history, first):
    out = folder / f"{name}.answers"
    told = programs.answers(queries, history, out)
    expect(filecmp.cmp(out, first, shallow=False), f"{out} is not {first}")
    say(name, answers=told["answers"], equal=True)
    out.unlink()


def check_memory(programs, server):
    """The command side says of itself once a second how many aggregates it holds."""
    deadline = time.monotonic() + STATUS_PATIENCE
    while (status := programs.status(server))["aggregates_in_memory"] > 1:
        expect(time.monotonic() < deadline, f"more than one aggregate: {status}")
    return status


def check_rooms(size, told):
    if size == "tight":
        most = told["most_rooms_taken"]
        expect(most == TIGHT_ROOMS, f"{most} of {TIGHT_ROOMS} rooms were taken in some night")


def play(programs, bookings, folder, size):
    data = folder / size
    with programs.serve("both", data, IMPORTS) as server:
        played = replay(programs, server, bookings, size)
        check_figures(programs, server, size, played)
        check_again(programs, server, bookings, size, played)
        fill_a_house(programs, server)
        first, told = first_answers(programs, folder, f"{size}: answers", server, server)
        empty = [query for query in LISTS if told["by_type"][query]["items"] == 0]
        expect(not empty, f"these lists are empty: {empty}")
        check_rooms(size, told)
    with programs.serve("both", data, IMPORTS) as server:
        same_answers(programs, folder, f"{size}: restarted", server, server, first)
    shutil.rmtree(data / "index")
    with programs.serve("both", data, IMPORTS) as server:
        same_answers(programs, folder, f"{size}: without index", server, server, first)
        check_again(programs, server, bookings, size, played)
    with programs.serve("command", data, IMPORTS) as commands:
        for turn in ("both sides alone", "views rebuilt"):
            with programs.follow(commands) as queries:
                name = f"{size}: {turn}"
                same_answers(programs, folder, name, queries, commands, first)
    with programs.serve("both", folder / f"{size}-small", SMALL_MEMORY) as server:
        small = replay(programs, server, bookings, size)
        check_figures(programs, server, size, small)
        expect(small["outcomes_digest"] == played["outcomes_digest"], "memory decides outcomes")
        check_again(programs, server, bookings, size, small)
        status = check_memory(programs, server)
        expect(status["index_lag_records"] == played["commands"], f"the fold was not paused: {status}")
        _, told = first_answers(programs, folder, f"{size}: answers, small memory", server, server)
        check_rooms(size, told)
        say(f"{size}: small memory", aggregates_in_memory=status["aggregates_in_memory"])


def make_events(programs, commands, watcher, head):
    while programs.head(watcher) < head:
        programs.bench(commands, seconds=1)
    return programs.head(watcher)


def follow(programs, folder, events, least):
    def rate(what, events, began):
        seconds = time.monotonic() - began
        say(what, events=events, seconds=round(seconds, 3), events_a_second=round(events / seconds))
        expect(events / seconds >= least, f"{what}: less than {least} events a second")

    with contextlib.ExitStack() as running:
        commands = running.enter_context(programs.serve("command", folder / "long", []))
        watcher = running.enter_context(programs.follow(commands))
        stopped = running.enter_context(programs.follow(commands))
        make_events(programs, commands, watcher, events // 2)
        before = programs.head(stopped)
        stopped.signal(signal.SIGSTOP)
        head = make_events(programs, commands, watcher, before + EVENTS_MISSED)
        began = time.monotonic()
        stopped.signal(signal.SIGCONT)
        programs.ask_after(stopped, head)
        rate("stopped and going on", head - before, began)
        head = make_events(programs, commands, watcher, events)
        began = time.monotonic()
        empty = running.enter_context(programs.follow(commands))
        rate("started empty", head, began)
        expect(programs.head(empty) == head, "the ready line came too early")
        first, _ = first_answers(programs, folder, "followed all the time", watcher, commands)
        same_answers(programs, folder, "stopped in between", stopped, commands, first)
        same_answers(programs, folder, "begun at the end", empty, commands, first)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--jumak", type=pathlib.Path, required=True)
    parser.add_argument("--faults", type=pathlib.Path, required=True)
    parser.add_argument("--bench", type=pathlib.Path)
    parser.add_argument("--bookings", type=pathlib.Path, default=os.environ.get("JUMAK_BOOKINGS"))
    parser.add_argument("--folder", type=pathlib.Path, help="on the disk to be used")
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--least", type=int, default=EVENTS_A_SECOND_LEAST, help="events a second")
    given = parser.parse_args()
    if not given.bookings and not given.bench:
        print("skipped: give --bookings (or JUMAK_BOOKINGS), --bench or both")
        return SKIPPED
    folder = pathlib.Path(tempfile.mkdtemp(prefix="real-bookings-", dir=given.folder))
    try:
        programs = Programs(given.jumak, given.faults, given.bench)
        if given.bookings:
            for size in SIZES:
                play(programs, given.bookings, folder, size)
        if given.bench:
            follow(programs, folder, given.events, given.least)
    except Broken as broken:
        print(f"real_bookings.py: {broken}; see {folder}", file=sys.stderr)
        return 1
    shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
