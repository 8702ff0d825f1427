"""A web archive -> its records, each whole; what is broken is named with its place, and the next record is found.

Records are framed here and read by fastwarc: neither it nor any other kept library goes on after a broken record, tells
a file that is cut, or notices a length that runs into the next record (ISO 28500:2017, 4 to 6).
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from rashomon.core import Problem
from rashomon.ingest.faults import fault
from rashomon.ingest.reels import VERSION, Reel

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

MAX_HEADER_BYTES = 65_536
MAX_RECORD_BYTES = 12_000_000
"""The longest record that is held; a page has 10,000,000 bytes at most."""
AFTER_BYTES = 16
"""How much is looked at after a record to see whether its length was right."""
_BETWEEN = b"\r\n\x00"
_BLANKS = re.compile(rb"[\r\n\x00]*")
_BEGINNING = re.compile(rb"WARC/[01]\.\d")
_LINE_END = 0x0A
_HEADER_END = re.compile(rb"\r?\n\r?\n")
_LENGTH = re.compile(rb"(?im)^content-length:[ \t]*(\d{1,18})[ \t]*\r?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Framed:
    """One record whose length was right: where it stands, and fastwarc's record over its bytes.

    `record` is None where it was passed over unread; `type` is its WARC-Type as written, in small letters.
    """

    place: str
    type: str
    record: WarcRecord | None


_TYPE = re.compile(rb"(?im)^warc-type:[ \t]*([a-z-]{1,40})[ \t]*\r?$")


class Records:
    """The records of one web archive, in order, and a problem for each stretch that holds none."""

    def __init__(self, stream: io.BufferedReader, address: str, *, zipped: bool, wanted: frozenset[str]) -> None:
        """Frame the records of a stream.

        Args:
            stream: the file from its beginning.
            address: what problems call it.
            zipped: whether it is gzipped.
            wanted: the types of records that are read; the others are passed over unread.
        """
        self._reel = Reel(stream, zipped=zipped)
        self._address, self._wanted = address, wanted
        self._in_member = 0

    def __iter__(self) -> Iterator[Framed | Problem]:
        reel = self._reel
        while True:
            self._pass_blanks()
            if not reel.held:
                if reel.broken is not None:
                    yield self._break()
                    continue
                return
            place = self._place()
            found = self._one(place)
            if isinstance(found, Problem) and reel.broken is not None and not reel.held:
                yield self._break()  # the record was not at fault: the zipped bytes break off within it
            else:
                yield found

    def _pass_blanks(self) -> None:
        """On to the first byte that is neither a line end nor padding."""
        while self._reel.fill(1):
            blanks = cast("re.Match[bytes]", _BLANKS.match(self._reel.held)).end()
            if not blanks:
                return
            self._reel.drop(blanks)

    def _place(self) -> str:
        offset, first = self._reel.place()
        self._in_member = 1 if first else self._in_member + 1
        inside = f"&record={self._in_member}" if not first else ""
        return f"{self._address}#offset={offset}{inside}"

    def _break(self) -> Problem:
        broken = self._reel.broken
        assert broken is not None  # noqa: S101  for the type checker
        self._reel.mend()
        place = f"{self._address}#offset={broken.offset}"
        return fault(broken.code, f"At {broken.offset:,} of {self._address} {broken.reason}.", place)

    def _one(self, place: str) -> Framed | Problem:
        """The record that begins here; or what is wrong, after which the next record is sought."""
        reel = self._reel
        reel.fill(MAX_HEADER_BYTES)
        held = reel.held
        if not held.startswith(VERSION):
            return self._lost("corrupt-record", "no record begins here", place, beyond=1)
        end = _HEADER_END.search(held, 0, MAX_HEADER_BYTES)
        header_bytes = end.end() if end is not None else 0
        del end  # it holds the buffer fast
        edge = reel.edge(header_bytes or len(held))
        if not header_bytes or edge is not None:
            short = reel.ended and edge is None
            said = "a record's header does not end"
            return self._lost("corrupt-record", said, place, beyond=len(VERSION), short=short)
        header = bytes(held[:header_bytes])
        length, type_ = _LENGTH.search(header), _TYPE.search(header)
        if length is None:
            return self._lost("wrong-length", "a record does not tell its length", place, beyond=header_bytes)
        kind = type_[1].decode("ascii").lower() if type_ is not None else ""
        size = header_bytes + int(length[1])
        if size > MAX_RECORD_BYTES or kind not in self._wanted:
            return self._passed(size, header_bytes, kind, place)
        return self._held(size, header, kind, place)

    def _held(self, size: int, header: bytes, kind: str, place: str) -> Framed | Problem:
        reel = self._reel
        reel.fill(size + AFTER_BYTES)
        short = len(reel.held) < size
        after = bytes(reel.held[size : size + AFTER_BYTES])
        if short or reel.edge(size) is not None or not self._ends(after, size):
            return self._untrue(place, beyond=len(header), short=short)
        octets = bytes(reel.held[:size])
        reel.drop(size)
        try:
            from fastwarc.warc import WarcRecord

            record = WarcRecord.from_reader(io.BytesIO(octets), quirks_mode=b"\r\n\r\n" not in header)
        except OSError as error:
            return fault("corrupt-record", f"The record at {place} cannot be read: {error}.", place)
        return Framed(place=place, type=kind, record=record)

    def _passed(self, size: int, header_bytes: int, kind: str, place: str) -> Framed | Problem:
        """A record that is not read: passed over without being held, but for its end, which shows its length."""
        reel = self._reel
        if size <= MAX_RECORD_BYTES:
            reel.fill(size + AFTER_BYTES)
        short = reel.too_short_for(size) or (reel.ended and len(reel.held) < size)
        after = None if short else reel.ahead(size, AFTER_BYTES)
        edge = reel.edge(min(size, len(reel.held)))
        if short or edge is not None or (after is not None and not self._ends(after, size)):
            return self._untrue(place, beyond=header_bytes, short=short)
        if not reel.skip(size):
            return self._untrue(place, beyond=0, short=True)
        if after is None:
            reel.fill(AFTER_BYTES)
            if not self._ends(bytes(reel.held[:AFTER_BYTES]), 0):
                return self._untrue(place, beyond=0)
        if size > MAX_RECORD_BYTES and kind in self._wanted:
            said = f"The record at {place} has {size:,} bytes: too long for a page."
            return fault("too-large", said, place)
        return Framed(place=place, type=kind, record=None)

    def _ends(self, after: bytes, distance: int) -> bool:
        """Whether what stands after a record is the beginning of another, of a member, or the end."""
        edge = self._reel.edge(distance + len(after) + 1, any_member=True)
        if edge is not None and edge >= distance:
            after = after[: edge - distance]
        rest = after.lstrip(_BETWEEN)
        return not rest or rest.startswith(VERSION) or VERSION.startswith(rest)

    def _untrue(self, place: str, *, beyond: int, short: bool = False) -> Problem:
        """The problem of a length that is none; `short` where the file ends before, and may have been cut."""
        return self._lost("wrong-length", "a record is not as long as it says", place, beyond=beyond, short=short)

    def _lost(self, code: str, reason: str, place: str, *, beyond: int, short: bool = False) -> Problem:
        """The problem of a stretch that holds no record, and on to the next record, `beyond` so many bytes at least.

        Where no other record follows, one that the file is too `short` for has been cut off.
        """
        reel = self._reel
        at, passed = beyond, 0
        while True:
            begins = _beginning(reel.held, at)
            edge = reel.edge(len(reel.held))
            if edge is not None and edge and (begins is None or edge < begins):
                begins = edge
            if begins is not None:
                break
            kept = min(len(reel.held), AFTER_BYTES)
            passed += len(reel.held) - kept
            reel.drop(len(reel.held) - kept)
            at = 1 if kept else 0
            before = len(reel.held)
            if reel.fill(before + 1) == before:
                begins = before
                break
        reel.drop(begins)
        if short and not reel.held:
            said = f"{self._address} is cut off: the record at {place} has no end."
            return fault("cut-file", said, place)
        said = f"At {place} {reason}; {passed + begins:,} bytes were passed over."
        return fault(code, said, place)


def _beginning(held: bytearray, at: int) -> int | None:
    """Where a line begins a record, from some place on; looked for by `find`, which is a hundred times as fast."""
    while (at := held.find(VERSION, at)) >= 0:
        if (not at or held[at - 1] == _LINE_END) and _BEGINNING.match(held, at):
            return at
        at += 1
    return None
