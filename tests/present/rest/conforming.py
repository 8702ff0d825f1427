"""Replies held against the OpenAPI document of the very application that gave them."""

import re
from functools import lru_cache

from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

HERE = "urn:api"


class Documented:
    """The OpenAPI document of an application, and what it says of a reply."""

    def __init__(self, openapi):
        self.openapi = openapi
        resource = Resource(contents=openapi, specification=DRAFT202012)
        self._registry = Registry().with_resource(HERE, resource)
        templates = sorted(openapi["paths"], key=lambda path: path.count("{"))  # the most definite first
        self._paths = [(re.compile(re.sub(r"\{[^}]+\}", ".+", path), re.DOTALL), path) for path in templates]
        self._validator = lru_cache(maxsize=None)(self._made)

    def operations(self):
        return [(path, method) for path, own in self.openapi["paths"].items() for method in own]

    def operation(self, method, path):
        found = [template for pattern, template in self._paths if pattern.fullmatch(path)]
        longest = max(found, key=lambda template: (-template.count("{"), len(template)))
        return self.openapi["paths"][longest][method.lower()]

    def holds(self, response):
        """Assert that a reply is as documented: its status, its kind and its shape; gives its JSON."""
        told = self.operation(response.request.method, response.request.url.path)["responses"]
        assert str(response.status_code) in told, (response.status_code, response.text[:300])
        content = told[str(response.status_code)].get("content", {})
        if response.status_code == 304:
            assert not response.content
            return None
        kind = response.headers["content-type"].partition(";")[0]
        assert kind in content, (kind, list(content))
        if not kind.endswith("json"):
            return None
        given = response.json()
        errors = list(self._validator(content[kind]["schema"]["$ref"]).iter_errors(given))
        assert not errors, errors[0]
        return given

    def _made(self, reference):
        schema = {"$ref": f"{HERE}{reference}"}
        return Draft202012Validator(schema, registry=self._registry, format_checker=FormatChecker())
