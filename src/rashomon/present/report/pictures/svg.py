"""The few elements of SVG that the pictures are made of, as markup whose every attribute and word is escaped."""

from __future__ import annotations

from markupsafe import Markup, escape

from rashomon.present.report.characters import on_one_line

DECIMALS = 1


def element(tag: str, *inside: Markup | str, **attributes: str | float | None) -> Markup:
    """An element: `class_` is its class, `stroke_width` its `stroke-width`; an attribute that is None is left out."""
    told = Markup("").join(
        Markup(' {}="{}"').format(name.rstrip("_").replace("_", "-"), _value(value))
        for name, value in attributes.items()
        if value is not None
    )
    return Markup("<{tag}{told}>{inside}</{tag}>").format(tag=tag, told=told, inside=joined(inside))


def joined(parts: tuple[Markup | str, ...] | list[Markup]) -> Markup:
    """Markup and words one after the other, the words escaped."""
    return Markup("").join(parts)


def picture(
    *inside: Markup | str, width: float, height: float, told: str, class_: str, label_id: str | None = None
) -> Markup:
    """A picture of so many CSS pixels, with what it shows in words for those who do not see it.

    With `label_id` the words stand elsewhere on the page and are named by it.
    """
    size = f"0 0 {_value(width)} {_value(height)}"
    return Markup(
        '<svg class="{}" width="{}" height="{}" viewBox="{}" role="img" {}="{}" focusable="false">{}</svg>'
    ).format(
        class_,
        _value(width),
        _value(height),
        size,
        "aria-labelledby" if label_id else "aria-label",
        label_id or on_one_line(told),
        joined(inside),
    )


def label(words: str, *, at: tuple[float, float], class_: str, anchor: str | None = None) -> Markup:
    """Words at a place; `anchor` is `middle` or `end` where they do not begin there."""
    return element("text", escape(on_one_line(words)), x=at[0], y=at[1], class_=class_, text_anchor=anchor)


def _value(value: str | float) -> str:
    return value if isinstance(value, str) else f"{round(value, DECIMALS):g}"


def path(*steps: tuple[str, float, float]) -> str:
    """The `d` of a path: `("M", 0, 0), ("L", 9, 9)`."""
    return "".join(f"{command}{_value(x)} {_value(y)}" for command, x, y in steps)
