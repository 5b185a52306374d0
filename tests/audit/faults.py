"""What happens to the real site when its build is killed, starved, or done on another machine."""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.audit.claim import Claim, none_of
from tests.conftest import ROOT, TODAY
from tests.faults.conftest import TITLES, Project
from tests.faults.disks import ZHIQUAN
from tests.faults.elsewhere import age, built_elsewhere
from tests.faults.killing import kill
from tests.faults.runs import beside, files_of

DAY = ("--today", TODAY.isoformat())
KILLS = 50
COPIED = ("templates", "docs", "mkdocs.yml")


def claims(_site: Path) -> Iterator[Claim]:
    """Fifty kills of builds of the real entries, and the same entries built elsewhere."""
    with tempfile.TemporaryDirectory(prefix="zhiquan-audit-") as name:
        folder = Path(name)
        real = _copy(folder / "real")
        _entitle_once(real)
        yield none_of(f"{KILLS} kills of real builds: sites that were not whole", _killed(real))
        yield none_of("left beside the site after the next build", _left(real))
        yield none_of("files that differ when built elsewhere", _different(real, folder))


def _copy(folder: Path) -> Path:
    folder.mkdir()
    for name in COPIED:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    return folder


def _entitle_once(project: Path) -> None:
    """Gives an entry a title that the kills can change and find again."""
    path = project / "docs/entries/limits/contact-hours.yaml"
    text = path.read_text("utf-8")
    plain = f"title:\n  zh: 催收时间\n  en: {TITLES[0]}\n"
    path.write_text(re.sub("title:\n.*\n.*\n", plain, text, count=1), "utf-8")


def _killed(real: Path) -> list[str]:
    project = Project(real, {})
    options = (*DAY, "--no-pdf")
    for title in reversed(TITLES):
        project.entitle(title)
        project.build(*options)
        project.sites[title] = files_of(project.site)
    try:
        kill(project, real / "said", kills=KILLS, options=options)
    except AssertionError as found:
        return [str(found).partition("\n")[0]]
    project.build(*options)
    return []


def _left(real: Path) -> list[str]:
    return [path.name for path in beside(real)]


def _different(real: Path, folder: Path) -> list[str]:
    """Both with everything that is made: pages, index, open data, PDFs, EPUBs, the archive."""
    there = _copy(folder / "别处 (2)")
    shutil.copytree(real / "docs/entries", there / "docs/entries", dirs_exist_ok=True)
    age(there)
    here = subprocess.run(
        [ZHIQUAN, "build", *DAY, "--root", str(real)], capture_output=True, check=False
    )
    (folder / "shuffles").mkdir()
    other = built_elsewhere(there, folder / "shuffles", *DAY)
    failed = [run.stderr.decode() for run in (here, other) if run.returncode]
    one, two = files_of(real / "site"), files_of(there / "site")
    return failed or sorted(name for name in one | two if one.get(name) != two.get(name))
