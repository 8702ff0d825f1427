"""The one script: served once and for long, without markup made of data, and nothing that a page's policy forbids."""

import re
from importlib.resources import files

import pytest

SCRIPT = files("rashomon.present.web").joinpath("assets/rashomon.js").read_text("utf-8")
TEMPLATES = sorted(
    each.name for each in files("rashomon.present.web").joinpath("templates").iterdir() if each.name.endswith(".j2")
)


def test_every_page_loads_it_from_here_and_late(served):
    page = served.get("/documents/strike-1")
    (address,) = re.findall(r'<script src="(/assets/\w+/rashomon\.js)" defer></script>', page.text)
    script = served.get(address)
    assert script.text == SCRIPT
    assert script.headers["content-type"].startswith("text/javascript")
    assert "immutable" in script.headers["cache-control"]


def test_it_makes_no_markup_of_data():
    for forbidden in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(", "srcdoc"):
        assert forbidden not in SCRIPT


def test_it_names_no_other_place():
    assert not re.search(r"https?://|//\w+\.\w", SCRIPT)


@pytest.mark.parametrize("name", [each for each in TEMPLATES if each != "original.html.j2"])
def test_no_template_has_what_the_policy_forbids(name):
    """Styles, scripts and handlers within a page are not let through; the page as it came has a policy of its own."""
    text = files("rashomon.present.web").joinpath(f"templates/{name}").read_text("utf-8")
    assert not re.search(r"<style|\sstyle=|<script(?! src=)|\son[a-z]+=", text)
