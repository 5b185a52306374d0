"""What the fields of a model mean: the docstrings below them, read from the source when asked for.

Pydantic would read them for every model at every start (`use_attribute_docstrings`), which took a
tenth of a second from whoever only wants to check a file.
"""

import ast
import inspect
import sys
from collections.abc import Iterator, Mapping
from functools import cache

from pydantic import BaseModel


@cache
def meanings(model: type[BaseModel]) -> Mapping[str, str]:
    """What each field of a model means, by the name that editors write.

    A field that says nothing of its own is not in it.
    """
    found: dict[str, str] = {}
    for own in reversed(model.__mro__):
        if own.__name__ in (classes := _classes(own.__module__)):
            found |= dict(_below_fields(classes[own.__name__]))
    infos = model.model_fields.items()
    return {info.alias or name: found[name] for name, info in infos if name in found}


@cache
def _classes(module: str) -> Mapping[str, ast.ClassDef]:
    """The classes of one of our modules; nothing for others."""
    if not module.startswith(f"{__package__}."):
        return {}
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}


def _below_fields(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    """Each field with the docstring right below it."""
    for field, words in zip(node.body, node.body[1:], strict=False):
        if not (isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)):
            continue
        if isinstance(words, ast.Expr) and isinstance(words.value, ast.Constant):
            yield field.target.id, inspect.cleandoc(str(words.value.value))
