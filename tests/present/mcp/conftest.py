"""A client of the tools, in memory; one loop of events for each question."""

import anyio
import pytest
from mcp import Client

from rashomon.pipeline import Pipeline
from rashomon.present.mcp import make_server
from rashomon.stores import open_store


@pytest.fixture
def pipeline(reader):
    made = Pipeline()
    made._reader = reader
    return made


def asking(server, mode):
    def ask(tool, **arguments):
        async def call():
            async with Client(server, mode=mode) as client:
                return await client.call_tool(tool, arguments)

        return anyio.run(call)

    return ask


@pytest.fixture(params=["auto", "legacy"])
def ask(request, pipeline):
    """Put a question to the tools without an archive, over the newest and the oldest form of the protocol."""
    return asking(make_server(pipeline), request.param)


@pytest.fixture
def ask_archive(built, pipeline):
    """Put a question to the tools with the small archive."""
    store = open_store(built, create=False)
    yield asking(make_server(pipeline, store), "auto")
    store.close()
