"""The order of rows by columns of whole numbers, in time that grows as their number does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Hashes = NDArray[np.uint64]

BITS = 64
DIGIT_BITS = 16
"""Numbers of so many bits numpy sorts by counting; longer ones it compares, which takes ten times as long."""


def order_by(*columns: NDArray[np.integer[Any] | np.bool_]) -> Ints:
    """The order of rows by their columns, of which the first counts most; rows alike in all stay as they stood.

    Args:
        columns: of whole numbers, negative ones too.
    """
    import numpy as np

    lows = [int(column.min()) if len(column) else 0 for column in columns]
    spans = [int(column.max(initial=low)) - low for column, low in zip(columns, lows, strict=True)]
    widths = [span.bit_length() for span in spans]
    if sum(widths) > BITS:
        return np.lexsort(columns[::-1])
    keys = _from(columns[0], lows[0])
    for column, low, width in zip(columns[1:], lows[1:], widths[1:], strict=True):
        keys <<= np.uint64(width)
        keys |= _from(column, low)
    return order_of(keys, sum(widths))


def _from(column: NDArray[np.integer[Any] | np.bool_], low: int) -> Hashes:
    """A column counted from its least number on."""
    import numpy as np

    keys = column.astype(np.uint64)  # a negative number wraps around, and so does what is taken off
    if low:
        keys -= np.uint64(low % (1 << BITS))
    return keys


def order_of(keys: Hashes, bits: int) -> Ints:
    """The order of numbers of so many bits; equal ones stay as they stood."""
    import numpy as np

    order = np.argsort(keys.astype(np.uint16), kind="stable")
    for shift in range(DIGIT_BITS, bits, DIGIT_BITS):
        digits = (keys >> np.uint64(shift)).astype(np.uint16)
        order = order[np.argsort(digits[order], kind="stable")]
    return order
