"""Builds that are killed at random moments, and what readers have after each."""

import random
import time
from itertools import cycle, islice
from pathlib import Path

from tests.faults.conftest import QUICK, TITLES, Project
from tests.faults.runs import begun, builds_beside, ended, files_of

SEED = 7


def kill(project: Project, said: Path, *, kills: int, options: tuple[str, ...] = QUICK) -> int:
    """Kills builds (SIGKILL) at seeded moments of their time and looks at the site after each.

    Each build would change the site, so that old and new can be told apart.

    Args:
        project: has a finished site.
        said: a file for what the builds say.
        kills: how many.
        options: of the build.

    Returns:
        Of how many builds something was left beside the site at most.

    Raises:
        AssertionError: the site was neither that of before nor the new one, whole.
    """
    moments = random.Random(SEED)  # noqa: S311  (moments, not secrets)
    command = ("build", *options, "--root", str(project.folder))
    start = time.monotonic()
    assert ended(begun(*command, said=said)) == 0, said.read_text("utf-8")
    lasts = time.monotonic() - start
    most, before = 0, files_of(project.site)
    for title in islice(cycle(reversed(TITLES)), kills):
        project.entitle(title)
        build = begun(*command, said=said)
        build.join(moments.uniform(0, 1.1 * lasts))
        build.kill()
        ended(build)
        after = files_of(project.site)
        assert after in (before, project.sites[title])
        most = max(most, len(builds_beside(project.folder)))
        before = after
    return most
