"""The same entries as plain Markdown, for plain MkDocs with Material."""

from pathlib import Path
from typing import Any

from tests.bench.corpus import Corpus

SETTINGS = """\
site_name: bench
docs_dir: docs
theme:
  name: material
  font: false
plugins: []
"""


def write_plain_mkdocs(corpus: Corpus, project: Path) -> None:
    """One Markdown page per entry and language, with every text of the entry."""
    for kind, name, tree in corpus.entries():
        for lang in ("zh", "en"):
            page = project / "docs" / lang / kind / f"{name}.md"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(_markdown(tree, lang), encoding="utf-8")
    (project / "docs/index.md").write_text("# bench\n", encoding="utf-8")
    (project / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")


def _markdown(tree: dict[str, Any], lang: str) -> str:
    lines = [f"# {tree['title'][lang]}", ""]
    for key, value in tree.items():
        texts = list(_texts(value, lang))
        if key == "title" or not texts:
            continue
        lines += [f"## {key}", "", *(f"- {text}" for text in texts), ""]
    return "\n".join(lines)


def _texts(value: Any, lang: str) -> list[str]:
    if isinstance(value, dict):
        if lang in value and isinstance(value[lang], str):
            return [value[lang]]
        return [text for item in value.values() for text in _texts(item, lang)]
    if isinstance(value, list):
        return [text for item in value for text in _texts(item, lang)]
    return []
