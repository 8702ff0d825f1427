"""What every engine keeps to; whoever writes one of their own runs this over it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

from rashomon.core.engine import Engine, Fallen, reach
from rashomon.pipeline import Pipeline
from rashomon.settings import Settings

STREAM = 200


def check_engine(make: Callable[[], Engine], *, outlives: bool = True) -> None:
    """Hold an engine to what the pipeline relies on.

    Args:
        make: gives a new engine each time; it is closed here.
        outlives: whether work is done in other processes, so that the end of one is outlived, whatever ended it and
            however early it came; of what is so little that an engine may do it here (`alone`) nothing is said.

    Raises:
        AssertionError: it does otherwise; the message says in what.
    """
    for check in (_order, _nothing, _lazy, _broken_off, _faults, _again, _reached, *((_ends,) if outlives else ())):
        engine = make()
        try:
            check(engine)
        finally:
            engine.close()


def account_by(engine: Engine, inputs: list[str]) -> bytes:
    """The account of inputs as this engine makes it; by every engine it is the same, byte for byte."""
    import msgspec

    return msgspec.json.encode(Pipeline(Settings(), engine=engine).account(inputs))


def doubled(numbers: list[int]) -> list[int]:
    """Twice each; the work of these checks, done wherever the engine does it."""
    return [2 * number for number in numbers]


def fallible(numbers: list[int]) -> list[int]:
    """Twice each; raises over 7."""
    if 7 in numbers:
        raise ValueError("seven")
    return doubled(numbers)


def deadly(numbers: list[int]) -> list[int]:
    """Twice each; ends the process over 13."""
    if 13 in numbers:
        os._exit(3)
    return doubled(numbers)


def _order(engine: Engine) -> None:
    for together, alone in ((1, 0), (7, 0), (7, 20), (1000, 0)):
        found = list(engine.each(doubled, range(STREAM), together=together, alone=alone))
        _expect(found == doubled(list(range(STREAM))), f"{together} together, {alone} alone: not each, or not in order")


def _nothing(engine: Engine) -> None:
    _expect(list(engine.each(doubled, [], together=3)) == [], "something came of nothing")


def _lazy(engine: Engine) -> None:
    taken = 0

    def counted() -> Iterator[int]:
        nonlocal taken
        for number in range(100_000):
            taken += 1
            yield number

    stream = iter(engine.each(doubled, counted(), together=4))
    _expect(next(stream) == 0, "the first is not the first")
    _expect(taken < 10_000, f"{taken} things of a long stream were taken in for the first of them")


def _broken_off(engine: Engine) -> None:
    stream = engine.each(doubled, range(STREAM), together=4)
    next(iter(stream))
    del stream
    _expect(list(engine.each(doubled, [1, 2], together=1)) == [2, 4], "it does not go on after a stream was left")


def _faults(engine: Engine) -> None:
    try:
        list(engine.each(fallible, range(20), together=3))
    except ValueError as error:
        _expect(str(error) == "seven", "a fault of the work comes back changed")
    else:
        raise AssertionError("a fault of the work was not told")
    _expect(list(engine.each(doubled, [1], together=1)) == [2], "it does not go on after a fault")


def _again(engine: Engine) -> None:
    _expect(list(engine.each(doubled, [1], together=1)) == [2], "it does not begin")
    engine.close()
    _expect(list(engine.each(doubled, [2], together=1)) == [4], "it does not begin anew once it was closed")


def _reached(engine: Engine) -> None:
    reach(engine)
    _expect(list(engine.each(doubled, [1], together=1)) == [2], "it does not begin once it was reached")
    reach(engine)
    engine.close()
    reach(engine)
    _expect(list(engine.each(doubled, [2], together=1)) == [4], "it is not reached anew once it was closed")


def _ends(engine: Engine) -> None:
    for alone in (0, 20, 39):
        engine.close()
        _ends_alone(engine, alone)


def _ends_alone(engine: Engine, alone: int) -> None:
    found = list(engine.each(deadly, range(40), together=4, alone=alone))
    fallen = [each for each in found if isinstance(each, Fallen)]
    _expect([each.given for each in fallen] == [13], "what ends processes is not set aside, or not it alone")
    others = [each for each in found if not isinstance(each, Fallen)]
    _expect(others == [2 * number for number in range(40) if number != 13], "something beside it was lost or doubled")


def _expect(holds: bool, otherwise: str) -> None:  # noqa: FBT001  # the subject of the sentence
    if not holds:
        raise AssertionError(otherwise)
