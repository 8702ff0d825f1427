"""Packed bodies come in steps, whatever the sizes of the chunks, and never grow beyond the limit."""

from __future__ import annotations

import gzip
import tracemalloc
import zlib
from contextlib import suppress

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.ingest.unpacking import CutShortError, TooLongError, UnpackingError, unpacked

PACKED = {"gzip": gzip.compress, "deflate": zlib.compress, "br": brotli.compress, "identity": bytes}


@given(st.binary(max_size=2000), st.sampled_from(sorted(PACKED)), st.integers(1, 50), st.integers(0, 300))
def test_a_body_comes_back_however_it_is_cut_into_chunks(body, name, size, repeats):
    body *= repeats
    packed = PACKED[name](body)
    chunks = [packed[at : at + size] for at in range(0, len(packed), size)]
    assert unpacked(chunks, [name], most=len(body)) == body
    if body:
        with pytest.raises(TooLongError):
            unpacked(chunks, [name], most=len(body) - 1)
        assert unpacked(chunks, [name], most=len(body) // 2, cut=True) == body[: len(body) // 2]


@given(st.binary(min_size=1, max_size=300), st.sampled_from(["gzip", "deflate", "br"]))
def test_any_bytes_are_a_body_or_a_named_fault(body, name):
    with suppress(UnpackingError, TooLongError, CutShortError):
        assert len(unpacked([body], [name], most=1000)) <= 1000


@pytest.mark.parametrize("name", ["gzip", "deflate", "br"])
def test_a_bomb_is_never_held_whole(name):
    bomb = PACKED[name](bytes(20_000_000))
    tracemalloc.start()
    try:
        with pytest.raises(TooLongError):
            unpacked([bomb], [name], most=200_000)
        assert tracemalloc.get_traced_memory()[1] < 2_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("name", ["gzip", "deflate", "br"])
def test_a_missing_end_is_noticed_and_an_empty_body_is_none(name):
    with pytest.raises(CutShortError):
        unpacked([PACKED[name](b"The harbour closed. " * 50)[:-3]], [name], most=10_000)
    assert unpacked([], [name], most=10) == b""
    assert unpacked([b""], [name], most=10) == b""
