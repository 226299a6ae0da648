"""Reading: items a second beside quantulum3, and the time for ever longer clauses.

    python benchmarks/reading.py [--seconds 9] [--gold FOLDER] [--check]

The items are those of the bundled rulesets, each with its targets in a line, and with ``--gold`` the texts of the
annotated files (JSON Lines); of both those of 80 to 110 characters. Everything is warm and no result is cached: the
reading behind the cache is called. Times are processor seconds, which a busy machine changes less. quantulum3 is
optional (``pip install quantulum3``); both read the same items in turn in one run, and the ratio is the median of
those of the turns, for the machine's speed may change between them. With ``--check``
the exit code is 1 where the ratio is below 8 or the time grows faster than the length.

A clause of 100,000 characters takes about a third more a character than one of 1,000 to 30,000, and that is Python's
garbage collector: the 25,000 tokens of such a clause live at once, which makes it pass once over all objects that there
are, those of the loaded lexicon as well (0.5 µs a character, seen by ``gc.callbacks``; its passes over young objects
take 0.2). Under ``gc.disable()`` the same reading takes 2.2 to 2.5 µs a character at every length up to 100,000.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import statistics
import time
from collections.abc import Callable
from itertools import groupby
from pathlib import Path

RATIO, STEEPEST = 8.0, 1.5
TURNS = 9
#: The fewest and the most characters of an item.
SHORTEST, LONGEST = 80, 110
LENGTHS = (1_000, 3_000, 10_000, 30_000, 100_000)
CLAUSE = (
    "Tỷ lệ hộ gia đình văn hóa trên 98%, kết nạp từ 5 - 8 đảng viên, giảm ít nhất 5% số vụ so với năm 2020; "
)
BAR = 40


def items(gold: Path | None) -> list[str]:
    from chitieu.ruleset import bundled_rulesets, load_ruleset

    found = []
    for name in bundled_rulesets():
        for _, rules in groupby(load_ruleset(name).rules, key=lambda rule: rule.item):
            found.append(", ".join(f"{rule.target.indicator} {rule.expect}" for rule in rules))
    for path in sorted(gold.rglob("*.jsonl")) if gold else ():
        found += [json.loads(line)["text"] for line in path.read_text("utf-8").splitlines() if line.strip()]
    return [text for text in found if SHORTEST <= len(text) <= LONGEST]


def speed(read: Callable[[str], object], texts: list[str], seconds: float) -> float:
    """Items a second, over whole rounds of all texts."""
    done, begun = 0, time.process_time()
    while (spent := time.process_time() - begun) < seconds:
        for text in texts:
            read(text)
        done += len(texts)
    return done / spent


def peer() -> Callable[[str], object] | None:
    if importlib.util.find_spec("quantulum3") is None:
        return None
    from quantulum3 import parser

    read: Callable[[str], object] = parser.parse
    return read


def best(read: Callable[[str], object], text: str, rounds: int = 3) -> float:
    times = []
    for _ in range(rounds):
        begun = time.process_time()
        read(text)
        times.append(time.process_time() - begun)
    return min(times)


def main() -> int:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--seconds", type=float, default=9.0)
    arguments.add_argument("--gold", type=Path)
    arguments.add_argument("--check", action="store_true")
    options = arguments.parse_args()

    from chitieu.reading import parse

    read: Callable[[str], object] = parse.__wrapped__
    texts = items(options.gold)
    other = peer()
    readers = {"chitieu": read} | ({"quantulum3": other} if other else {})
    speeds: dict[str, list[float]] = {name: [] for name in readers}
    for reader in readers.values():  # what is built once is built before
        for text in texts:
            reader(text)
    for _ in range(TURNS):  # in turn, so that a busy moment hits both
        for name, reader in readers.items():
            speeds[name].append(speed(reader, texts, options.seconds / TURNS))
    medians = {name: statistics.median(found) for name, found in speeds.items()}
    size = statistics.mean(map(len, texts))
    print(f"{len(texts)} items of {size:.0f} characters on average, one core, no cache of results")
    for name, median in medians.items():
        print(f"{name:12}{median:9,.0f} items/s{median * size:13,.0f} characters/s")
    pairs = zip(speeds["chitieu"], speeds["quantulum3"], strict=True) if other else ()
    ratio = statistics.median(ours / theirs for ours, theirs in pairs) if other else None
    if ratio is None:
        print("quantulum3 is not installed: pip install quantulum3")
    else:
        print(f"{'ratio':12}{ratio:9.1f}  (at least {RATIO:g})")

    print("\ncharacters        ms   µs a character")
    costs = []
    for length in LENGTHS:
        text = (CLAUSE * (length // len(CLAUSE) + 1))[:length]
        spent = best(read, text)
        costs.append(spent / length)
        bar = "█" * min(BAR, round(BAR / 2 * costs[-1] / costs[0]))
        print(f"{length:10,}{spent * 1e3:10.1f}{costs[-1] * 1e6:10.2f}  {bar}")
    parse(CLAUSE)
    repeated = best(lambda _: [parse(CLAUSE) for _ in range(1000)], "") / 1000
    print(f"\na repeated clause: {repeated * 1e6:.2f} µs; the first time {best(read, CLAUSE) * 1e6:.0f} µs")
    slow = ratio is not None and ratio < RATIO
    steep = max(costs) > STEEPEST * costs[0]
    return 1 if options.check and (slow or steep) else 0


if __name__ == "__main__":
    raise SystemExit(main())
