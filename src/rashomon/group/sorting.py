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
        columns: of whole numbers, none of them negative.
    """
    import numpy as np

    widths = [int(column.max(initial=0)).bit_length() for column in columns]
    if sum(widths) > BITS:
        return np.lexsort(columns[::-1])
    keys = columns[0].astype(np.uint64)
    for column, width in zip(columns[1:], widths[1:], strict=True):
        keys <<= np.uint64(width)
        keys |= column.astype(np.uint64)
    return order_of(keys, sum(widths))


def order_of(keys: Hashes, bits: int) -> Ints:
    """The order of numbers of so many bits; equal ones stay as they stood."""
    import numpy as np

    order = np.argsort(keys.astype(np.uint16), kind="stable")
    for shift in range(DIGIT_BITS, bits, DIGIT_BITS):
        digits = (keys >> np.uint64(shift)).astype(np.uint16)
        order = order[np.argsort(digits[order], kind="stable")]
    return order
