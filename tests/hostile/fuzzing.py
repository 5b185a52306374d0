"""Coverage-guided fuzzing of the YAML reader and the Markdown renderer, by atheris.

`python -m tests.hostile.fuzzing TARGET SECONDS FOLDER` starts from the real entries, keeps what
finds new ways through the code in `FOLDER/corpus` and ends at the first finding, which it leaves in
FOLDER as `crash-…`, `timeout-…` or `oom-…`. `tests/audit/hostile.py` runs it.
"""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["zhiquan", "markdown_it", "mdurl"]):
    from tests.hostile.harmless import read_yaml, render_markdown
    from zhiquan.source.yaml_reader import Document, read

ROOT = Path(__file__).parents[2]
SEEDS = ("docs/entries", "tests/cases/knowledge/docs/entries", "tests/cases/pages/docs/entries")
MOST_BYTES = 2048
TARGETS: dict[str, Callable[[bytes], None]] = {"yaml": read_yaml, "markdown": render_markdown}


def seeds(target: str) -> Iterator[bytes]:
    """Real files for the YAML reader, their texts for the renderer."""
    for folder in SEEDS:
        for path in sorted((ROOT / folder).rglob("*.yaml")):
            data = path.read_bytes()
            if target == "yaml":
                if len(data) <= MOST_BYTES:
                    yield data
            elif isinstance(found := read(data, name="a"), Document):
                yield from _texts(found.tree)
    for path in sorted((ROOT / "tests/cases/hostile").glob(f"{target}-*")):
        yield path.read_bytes()


def _texts(tree: object) -> Iterator[bytes]:
    if isinstance(tree, str):
        yield tree.encode()
    elif isinstance(tree, dict | list):
        for part in tree.values() if isinstance(tree, dict) else tree:
            yield from _texts(part)


def main() -> None:
    """Lays the seeds and fuzzes one target for some seconds."""
    target, seconds, folder = sys.argv[1], sys.argv[2], Path(sys.argv[3])
    corpus = folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(sorted(set(seeds(target)))[::7]):
        (corpus / f"seed-{number}").write_bytes(data)
    flags = [
        *(f"-max_total_time={seconds}", "-timeout=10", "-rss_limit_mb=500", "-seed=1"),
        *(f"-max_len={MOST_BYTES}", f"-artifact_prefix={folder}{os.sep}", "-print_final_stats=1"),
    ]
    atheris.Setup([sys.argv[0], *flags, str(corpus)], TARGETS[target])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
