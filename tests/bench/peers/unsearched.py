"""`zhiquan` without its search index, for the tools that make none: the same command line."""

from unittest.mock import patch

from zhiquan.cli import run
from zhiquan.outputs.search import index

_NOTHING = index.Indexed({}, {})


def main() -> None:
    """Runs the command that is typed; no index is made and no file of it written."""
    with (
        patch.object(index, "indexed", lambda *_, **__: _NOTHING),
        patch.object(index, "joined", lambda *_: {}),
    ):
        run()


if __name__ == "__main__":
    main()
