"""How page templates are compiled: strings put in, indentation dropped, everything escaped."""

import re
from collections.abc import Callable
from types import CodeType
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.ext import Extension
from jinja2.utils import missing
from markupsafe import Markup

from zhiquan.pages.markup import escaped, finished
from zhiquan.pages.strings import Strings

_STATIC = re.compile(r"\{\{ t\['([\w.-]+)'\] \}\}")
_INDENT = re.compile(r"^[ \t]+|\n(?=\s*\n)", re.MULTILINE)


Codes = dict[tuple[object, ...], CodeType]
"""Compiled templates by text, name and manner: kept, a preview compiles them once, not at every
save."""


class Table(dict[str, Markup]):
    """Finished pieces by word, each drawn when it is first asked for."""

    def __init__(self, draw: Callable[[str], str]) -> None:
        super().__init__()
        self._draw = draw

    def __missing__(self, word: str) -> Markup:
        self[word] = piece = finished(self._draw(word))
        return piece


class Labels(dict[str, Markup]):
    """The interface strings as HTML, each escaped when it is first asked for."""

    def __init__(self, strings: Strings) -> None:
        super().__init__()
        self._strings = strings

    def __missing__(self, key: str) -> Markup:
        self[key] = label = Markup.escape(self._strings[key])
        return label

    def __call__(self, key: str, **values: object) -> Markup:
        """A string with its `{names}` filled; the values are escaped."""
        return self[key].format(**values)


class DirectMacro:
    """A macro of a template as a function; Jinja's own sorts out keywords that none here has."""

    def __init__(self, body: Callable[..., str], takes: int, made: Callable[[str], str]) -> None:
        """Wraps what was compiled.

        Args:
            body: prints the macro.
            takes: how many arguments it has; those left out at a call have defaults.
            made: makes what it gives of what it printed.
        """
        self._body = body
        self._takes = takes
        self._made = made

    def __call__(self, *given: Any) -> str:
        """What the macro prints for its arguments, in their order."""
        left_out = self._takes - len(given)
        if left_out:
            given += (missing,) * left_out
        return self._made(self._body(*given))


class DirectCode(CodeGenerator):
    """Compiles templates to the Python that a person would write for them.

    `a.b` and `a[b]` mean exactly that, so a wrong name is an error at once; and what is printed
    goes through `DirectEnvironment.html`. Jinja's own detours cost a third of a page.
    """

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802  # Jinja's name
        """Writes an attribute access."""
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802  # Jinja's name
        """Writes a look-up or a slice."""
        self.write("(")
        self.visit(node.node, frame)
        self.write(")[")
        self.visit(node.arg, frame)
        self.write("]")

    def visit_Call(  # noqa: N802  # Jinja's name
        self,
        node: nodes.Call,
        frame: Frame,
        forward_caller: bool = False,  # noqa: FBT001, FBT002  # Jinja's signature
    ) -> None:
        """Writes a plain call; nothing that is called here wants Jinja's context."""
        if forward_caller or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:  # noqa: ARG002  # Jinja's
        """Writes a macro as a function of so many arguments, given in their order."""
        self.write(f"environment.macro(macro, {len(macro_ref.node.args)})")

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802  # Jinja's name
        """Writes text put together: keys and ids, which are escaped where they are printed."""
        self.write("''.join(map(str, (")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write(")))")

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.html(")


class DirectEnvironment(Environment):
    """Templates compiled by `DirectCode`; with `autoescape`, everything printed is escaped."""

    code_generator_class = DirectCode

    def __init__(self, *, codes: Codes, **options: Any) -> None:
        """An environment that compiles only what `codes` does not hold yet.

        Args:
            codes: Keeps what is compiled; give the same to every environment.
            options: Those of Jinja's environment.
        """
        super().__init__(**options)
        self._codes = codes

    def compile(  # type: ignore[override]  # always to code, never to source
        self,
        source: str,
        name: str | None = None,
        filename: str | None = None,
        raw: bool = False,  # noqa: ARG002, FBT001, FBT002  # Jinja's signature
        defer_init: bool = False,  # noqa: FBT001, FBT002  # same
    ) -> CodeType:
        """The code of a template; the same text with the same strings is compiled once."""
        key = (self.preprocess(source, name, filename), name, self.autoescape)
        code = self._codes.get(key)
        if code is None:
            code = super().compile(source, name, filename, defer_init=defer_init)
            self._codes[key] = code
        return code

    def macro(self, body: Callable[..., str], takes: int) -> DirectMacro:
        """A macro; with `autoescape`, what it gives is finished HTML."""
        return DirectMacro(body, takes, finished if self.autoescape else str)

    @staticmethod
    def html(value: object) -> str:
        """The value as HTML: `Markup` as it is, everything else escaped."""
        if value.__class__ is Markup:
            return value
        return escaped(str(value))


class Typesetting(Extension):
    """Prepares a template for compiling: its interface strings put in, its indentation dropped."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002
        """The source without leading spaces and empty lines, and with the strings of its language.

        Raises:
            MissingStringError: The template names a string that the language does not have.
        """
        labels: Any = self.environment.globals["t"]
        return _STATIC.sub(lambda key: labels[key[1]], _INDENT.sub("", source))
