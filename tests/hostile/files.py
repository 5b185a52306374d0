"""Hostile files as they may lie in a pull request, or on the disk of someone who checks one out."""

import os
import stat
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

ENTRY = "docs/entries/terms/x.yaml"
LOCK = "docs/entries/translations.lock"
FAR = "a" * 250

Lay = str | bytes | Callable[[Path], object]
"""The text or bytes of a file, or what makes it at its path."""


def term(zh: str = "它的意思。", en: str = "What it means.", *, more: str = "") -> str:
    """A small entry with these texts as its definition, as YAML writes them."""
    texts = f"definition:\n  zh: {zh}\n  en: {en}\n"
    return f"title: {{zh: 词, en: Word}}\n{texts}review: {{on: 2026-11-01, by: editors}}\n{more}"


def quoted(piece: str, *, size: int = 200_000) -> str:
    """A piece repeated to a size in bytes, in double quotes."""
    return '"' + piece * (size // len(piece.encode())) + '"'


def _socket(path: Path) -> None:
    os.mknod(path, stat.S_IFSOCK | 0o600)  # to bind one takes a path of at most 107 bytes


def _to(target: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(target)


def _levels() -> str:
    names = "bcdefghijk"
    lines = (f"{name}: &{name} [{f'*{last},' * 9}]\n" for last, name in zip("abcdefghij", names))  # noqa: B905
    return "a: &a [x, x, x]\n" + "".join(lines)


def _numbers(count: int) -> str:
    return ", ".join(f"none-{number}" for number in range(count))


def _fields(pairs: Iterable[tuple[str, str]]) -> str:
    return "".join(f"{name}: {value}\n" for name, value in pairs)


SPOILT: Mapping[str, dict[str, Lay]] = {
    "bomb of aliases": {ENTRY: _levels()},
    "flood of anchors": {ENTRY: "a: " + "&a " * 60_000},
    "flood of aliases": {ENTRY: "a: &a [x]\nb: [" + "*a," * 60_000 + "]"},
    "ten megabytes": {ENTRY: term("长" * 3_400_000)},
    "text of 240 KB": {ENTRY: term("长" * 80_000)},
    "brackets in brackets": {ENTRY: "a: " + "[" * 200_000},
    "braces in braces": {ENTRY: "{a: " * 60_000},
    "lists in lists": {ENTRY: "- " * 120_000},
    "questions in questions": {ENTRY: "? " * 120_000},
    "deep indentation": {ENTRY: "".join(" " * depth + "a:\n" for depth in range(700))},
    "NUL": {ENTRY: b"\0" * 10_000},
    "NUL by an escape": {ENTRY: term(r'"a\0b"')},
    "all controls": {ENTRY: term(quoted("".join(map(chr, range(32))), size=50_000))},
    "broken UTF-8": {ENTRY: b"title: \xc0\x80\xed\xa0\x80\xf8\x88\x80\x80\x80\xff\n"},
    "half a surrogate": {ENTRY: term(r'"\ud800"')},
    "UTF-16": {ENTRY: term().encode("utf-16")},
    "right to left": {ENTRY: term("甲\u202e乙\u2066")},
    "right to left by an escape": {ENTRY: term(r'"甲\u202e乙"')},
    "zero width": {ENTRY: term("甲\u200b\u2060\ufeff乙")},
    "tags": {ENTRY: term(en="a\U000e0041\U000e0042")},
    "a term that is one space": {ENTRY: term().replace("词", '" "').replace("Word", '"\u3000"')},
    "a term that is a filler": {ENTRY: term().replace("词", "\u3164").replace("Word", "\u2800")},
    "orders to the terminal": {ENTRY: term(more='"\\e[2J\\e]0;x\\a": y\n')},
    "orders to a workflow": {"docs/entries/terms/a\n::error::x.yaml": term()},
    "number of ten thousand digits": {ENTRY.replace("terms", "topics"): f"order: {'9' * 10_000}"},
    "year 0": {ENTRY: term().replace("2026", "0000")},
    "year 9999": {ENTRY: term().replace("2026", "9999")},
    "ten thousand unknown names": {ENTRY: term(more=f"topics: [{_numbers(10_000)}]\n")},
    "ten thousand unknown fields": {
        ENTRY: term(more=_fields((f"field-{number}", "x") for number in range(10_000)))
    },
    "a field of 100 KB": {ENTRY: term(more=f"ask: {'b' * 100_000}\n")},
    "path in an id": {"docs/entries/tables/a..%2f..%2fx.yaml": term()},
    "path in a reference": {ENTRY: term(more="see: [laws/../../../../etc/passwd]\n")},
    "id of a device": {"docs/entries/terms/con.yaml": term()},
    "id of 250 characters": {f"docs/entries/terms/{FAR}.yaml": term()},
    "id that differs by case": {"docs/entries/terms/Lpr.yaml": term()},
    "name that is no UTF-8": {os.fsdecode(b"docs/entries/terms/a\xff.yaml"): term()},
    "name from right to left": {"docs/entries/terms/a\u202elmay.yaml": term()},
    "host in lookalikes": {ENTRY: term(en='"[a](https://www.nfr\u0430.gov.cn/)"')},
    "host that is not named": {ENTRY: term(en='"[www.nfra.gov.cn](https://a.example/)"')},
    "link to a script": {ENTRY: term(en='"[a](javascript:alert(1))"')},
    "link to data": {ENTRY: term(en='"[a](data:text/html,x)"')},
    "HTML": {ENTRY: term(en="<script>alert(1)</script>")},
    "link out of the tree": {ENTRY: _to("../../../../secret")},
    "link to a device": {ENTRY: _to("/dev/zero")},
    "link to itself": {ENTRY: _to("x.yaml")},
    "link to a folder": {"docs/entries/guides": _to("/etc")},
    "link among the assets": {"docs/assets/secret.txt": _to("../../../secret")},
    "link in the templates": {"templates/secret.html": _to("../../secret")},
    "lock that is a link": {LOCK: _to("../../../secret")},
    "pipe": {ENTRY: os.mkfifo},
    "lock that is a pipe": {LOCK: os.mkfifo},
    "socket": {ENTRY: _socket},
    "folder of an entry's name": {ENTRY: Path.mkdir},
    "lock of ten megabytes of blanks": {LOCK: "terms/lpr\n" + "  " * 5_000_000},
    "lock of junk": {LOCK: "  x" + " 0123456789" * 300_000},
}
"""By name: files of which each check has something to say, with its place."""

BAIT: tuple[str, ...] = (
    *("[", "[[", "[[a|", "](", "![", "(", "（", "“", '\\"', "<", "*", "**a ", "_a_", "a ", "aa, "),
    *("1", "1,000", "1.1", "1-", "-1", "a-", "a.", "第1、", "一", "亿", "1 and ", "one hundred "),
    *("\\n", "\\n ", "x\\n-", "# ", "|a", "|-|\\n", "- - ", "1. ", "http://a", "&a;", "1月"),
)
"""Pieces that patterns over texts could trip over when repeated."""


def lay(root: Path, files: Mapping[str, Lay]) -> None:
    """Makes the files of a case below a project."""
    for name, made in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(made, str):
            path.write_text(made, "utf-8")
        elif isinstance(made, bytes):
            path.write_bytes(made)
        else:
            made(path)


def baits(size: int = 4800) -> dict[str, Lay]:
    """A file for each piece, repeated to the length that a text may have, in both languages."""
    return {
        f"docs/entries/terms/bait-{number}.yaml": term(*([quoted(piece, size=size)] * 2))
        for number, piece in enumerate(BAIT)
    }
