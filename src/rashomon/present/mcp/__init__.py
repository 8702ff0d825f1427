"""The face for assistants: tools over the Model Context Protocol, which the command `rashomon mcp` serves on stdio."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rashomon.core import RashomonError

if TYPE_CHECKING:
    from mcp.server.mcpserver import MCPServer

    from rashomon.pipeline import Pipeline
    from rashomon.stores import Store


def make_server(pipeline: Pipeline, store: Store | None = None) -> MCPServer[Any]:
    """The server of the tools; it listens to nobody until it is run.

    Args:
        pipeline: what reads and concludes.
        store: the archive to ask, where there is one.

    Raises:
        RashomonError: the extra `mcp` is not installed.
    """
    from importlib.util import find_spec

    if find_spec("mcp") is None:
        raise RashomonError('tools for assistants need mcp: pip install "rashomon[mcp]"')
    from rashomon.present.mcp.server import server_of
    from rashomon.present.mcp.tools import Tools

    return server_of(Tools(pipeline, store))
