"""Asks a language model behind an OpenAI-compatible address for one answer; what is asked is the caller's affair."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from rashomon.core import Problem
from rashomon.ingest.connections import posted


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageModel:
    """A model at an address.

    Attributes:
        address: the base of the service, as in "http://localhost:8080/v1".
        model: the model's name there.
        key: sent as a bearer token, if there is one.
        seconds: how long to wait for an answer.
    """

    address: str
    model: str
    key: str = field(default="", repr=False)
    seconds: float = 60.0

    def __call__(self, prompt: str) -> str | Problem:
        """What the model answers to a prompt, or why there is no answer."""
        body = {"model": self.model, "messages": [{"role": "user", "content": prompt}], "temperature": 0}
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        address = f"{self.address.rstrip('/')}/chat/completions"
        answer = posted(address, json.dumps(body).encode(), headers=headers, seconds=self.seconds, stage="account")
        return answer if isinstance(answer, Problem) else _content(answer, address)


def _content(answer: bytes, address: str) -> str | Problem:
    """What the model wrote; a problem where the answer is not shaped like a chat completion."""
    try:
        content = json.loads(answer)["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError):
        content = None
    if isinstance(content, str):
        return content
    return Problem(
        stage="account",
        code="digest-model-answer",
        message=f"{address} did not answer as an OpenAI-compatible address does",
        address=address,
    )
