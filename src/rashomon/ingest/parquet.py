import io
from collections.abc import Iterator
from rashomon.core import Page, Problem
def parquet_pages(stream: io.BufferedReader, address: str, *, keep_octets: bool) -> Iterator[Page | Problem]:
    yield from ()
