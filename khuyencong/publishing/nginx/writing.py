"""How nginx writes things down."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator


def block(head: str, lines: Iterable[str]) -> Iterator[str]:
    """Write lines between braces.

    Arguments:
        head: what stands before the brace.
        lines: what stands within.
    """
    yield f"{head} {{"
    yield from (f"    {line}" for line in lines)
    yield "}"


def table(of: str, to: str, values: Iterable[tuple[str, str]], default: str) -> Iterator[str]:
    """Write a `map`.

    Arguments:
        of: the variable that is looked up.
        to: the variable that gets the answer.
        values: keys and answers; a key that begins with `~` is a pattern.
        default: the answer for any other key.
    """
    lines = [f"default {quoted(default)};", *(f"{quoted(key)} {quoted(value)};" for key, value in values)]
    yield from block(f"map {of if of.count('$') == 1 else quoted(of)} {to}", lines)


def quoted(text: str) -> str:
    r"""Write a text as nginx reads it between quotation marks, where only `\"`, `\\`, `\t`, `\r`, `\n` mean another."""
    return '"{}"'.format(re.sub(r'\\(?=[\\"trn])|"', lambda found: f"\\{found[0]}", text))


def value(text: str) -> str:
    """Write a value of a header: a variable as it is, anything else between quotation marks."""
    return text if text.startswith("$") else quoted(text)
