"""Notebooks as pages: run while the documentation is built, so that a page shows what this version gives.

MkDocs calls `on_files` (mkdocs.yml names this module under `hooks`). By hand, `python docs/notebooks/rendered.py NAME`
writes the page to standard output.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

NOTEBOOKS = Path(__file__).parent
SECONDS_A_CELL = 300


def run(path: Path) -> Any:  # noqa: ANN401  # a notebook has no class of its own kind
    """The notebook of a file with the outputs of all its cells; the first cell that fails raises."""
    import nbformat
    from nbclient import NotebookClient
    from traitlets.config import Config

    notebook = nbformat.read(path, as_version=4)
    no_port = Config(ConnectionFileMixin={"transport": "ipc"})
    NotebookClient(notebook, kernel_name="python3", timeout=SECONDS_A_CELL, config=no_port).execute()
    return notebook


def page(notebook: Any) -> str:  # noqa: ANN401
    """A notebook as Markdown: each cell with what it gave, as HTML where it has such a form, else as text."""
    parts: list[str] = []
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            parts.append(cell.source)
            continue
        parts.append(f"```python\n{cell.source}\n```")
        parts += [told for output in cell.outputs if (told := _told(output))]
    return "\n\n".join(parts) + "\n"


def _told(output: Any) -> str:  # noqa: ANN401
    if output.output_type == "stream":
        return _as_text(output.text) if output.name == "stdout" else ""
    shown = output.get("data", {})
    if "text/html" in shown:
        # a blank line would end the block of HTML, and what follows would be read as Markdown
        lines = "\n".join(line for line in shown["text/html"].splitlines() if line.strip())
        return f'<div class="output">\n{lines}\n</div>'
    return _as_text(shown.get("text/plain", ""))


def _as_text(words: str) -> str:
    return f"```text\n{words.rstrip()}\n```"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Put a page beside every notebook."""
    from mkdocs.structure.files import File

    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        place = path.relative_to(config.docs_dir).with_suffix(".md").as_posix()
        files.append(File.generated(config, place, content=page(run(path))))
    return files


if __name__ == "__main__":
    sys.stdout.write(page(run(Path(sys.argv[1]))))
