"""The reference pages name every command, option, setting, exit code and JSON key."""

import inspect
import re
from dataclasses import fields
from importlib import import_module
from pathlib import Path

import pytest

from rashomon.core import RashomonError
from rashomon.present.cli import INTERNAL_FAULT, INTERRUPTED, edge
from rashomon.present.cli.app import GROUPS, SHORT
from rashomon.present.cli.target import ENDINGS
from rashomon.present.exports.schema import NAMES, schema
from rashomon.settings import Settings

DOCS = Path(__file__).parents[2] / "docs"
COMMANDS = (DOCS / "reference" / "cli.md").read_text("utf-8")
SHAPES = (DOCS / "reference" / "json.md").read_text("utf-8")


@pytest.mark.parametrize("command", SHORT, ids=lambda command: command.__name__)
def test_every_command_and_option_is_listed(command):
    assert f"rashomon {command.__name__.replace('_', '-')}" in COMMANDS
    for parameter in inspect.signature(command, eval_str=True).parameters.values():
        for option in getattr(parameter.annotation.__metadata__[0], "param_decls", None) or ():
            assert f"`{option}" in COMMANDS or f"[{option}" in COMMANDS, option


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.info.name)
def test_every_command_of_a_group_and_its_options_are_listed(group):
    assert f"## rashomon {group.info.name}" in COMMANDS
    for registered in group.registered_commands:
        assert f"rashomon {group.info.name} {registered.name or registered.callback.__name__}" in COMMANDS
        for parameter in inspect.signature(registered.callback, eval_str=True).parameters.values():
            told = getattr(parameter.annotation, "__metadata__", [None])[0]
            for option in getattr(told, "param_decls", None) or ():
                assert re.search(rf"[`\[(]{option}\b|, `{option}\b| {option}\b", COMMANDS), option


@pytest.mark.parametrize("field", fields(Settings), ids=lambda field: field.name)
def test_every_setting_is_listed_with_its_default(field):
    assert f"| `{field.name}` | `RASHOMON_{field.name.upper()}` | `{field.default}` |" in COMMANDS


@pytest.mark.parametrize("code", [edge.DONE, edge.SOME_SET_ASIDE, edge.BAD_USAGE, INTERNAL_FAULT, INTERRUPTED])
def test_every_exit_code_is_listed(code):
    assert f"\n| {code} | " in COMMANDS


def test_every_code_of_what_ends_a_command_is_listed():
    def below(kind):
        yield kind
        for each in kind.__subclasses__():
            yield from below(each)

    for module in ("rashomon.engines.errors", "rashomon.stores.errors", "rashomon.runs"):
        import_module(module)
    codes = {kind.code for kind in below(RashomonError)}
    assert len(codes) > 10
    assert {code for code in codes if f"`{code}`" not in COMMANDS} == set()


def test_every_ending_that_names_a_form_is_listed():
    assert all(f"`{ending}`" in COMMANDS for ending in ENDINGS)


@pytest.mark.parametrize("name", NAMES)
def test_every_key_is_named(name):
    def keys(part):
        if isinstance(part, dict):
            yield from part.get("properties", {})
            for value in part.values():
                yield from keys(value)
        elif isinstance(part, list):
            for value in part:
                yield from keys(value)

    missing = {key for key in keys(schema(name)) if not re.search(rf"\b{key}\b", SHAPES)}
    assert not missing


def test_every_word_of_a_closed_list_is_named():
    def words(part):
        if isinstance(part, dict):
            yield from part.get("enum", ())
            for value in part.values():
                yield from words(value)
        elif isinstance(part, list):
            for value in part:
                yield from words(value)

    kinds = {"person", "body", "place", "people", "thing", "verb", "noun", "light", "adjective"}
    said = {word for name in NAMES for word in words(schema(name))} - kinds
    assert {word for word in said if not re.search(rf"\b{word}\b", SHAPES)} == set()
