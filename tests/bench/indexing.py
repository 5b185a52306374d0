"""What the search index of a project costs by itself; a build's target does not count it."""

import datetime as dt
import sys
import time
from pathlib import Path

from zhiquan.knowledge.collection import without_collection
from zhiquan.knowledge.load import load
from zhiquan.outputs.search import index
from zhiquan.pages.publication import Publication
from zhiquan.source.message import LANGUAGES

TODAY = dt.date(2026, 11, 23)


def main() -> None:
    """Prints the seconds of CPU that the index of the project named first takes."""
    root = Path(sys.argv[1])
    with without_collection():
        publication = Publication(load(root, today=TODAY).kb, templates=root / "templates")
        for lang in LANGUAGES:
            publication.questions(lang)  # the pages need the answers too
        start = time.process_time()
        index.files(publication)
        print(time.process_time() - start)


if __name__ == "__main__":
    main()
