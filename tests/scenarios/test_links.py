"""`zhiquan links` as a whole, over a project whose entries name a server that misbehaves."""

import json
from pathlib import Path

import pytest

from tests.conftest import zhiquan
from tests.outgoing.misbehaving import Misbehaving, misbehaving
from tests.sample import write_sample

LAW, CHANNEL = "docs/entries/laws/civil-code.yaml", "docs/entries/channels/nfra-12378.yaml"
DAYS = ("2026-11-23", "2026-11-24", "2026-11-25")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A sample project without addresses."""
    return write_sample(tmp_path / "project")


def name(project: Path, file: str, address: str) -> None:
    """Lets an entry name an address."""
    path = project / file
    path.write_text(f"{path.read_text('utf-8')}url: {address}\n", "utf-8")


def links(project: Path, day: str, *options: str) -> tuple[int, str]:
    """Runs the command in a hurry; gives its exit code and what it printed."""
    hurry = ("--private", "--pause", "0", "--timeout", "5", "--tries", "1")
    done = zhiquan("links", "--today", day, *hurry, *options, cwd=project)
    assert done.stderr == ""
    return done.returncode, done.stdout


def both(project: Path, server: Misbehaving) -> None:
    """One entry names an address that is gone, and another one that is fine."""
    name(project, LAW, server.address("/gone"))
    name(project, CHANNEL, server.address("/fine"))


def test_the_third_day_is_an_alarm_and_blocks_nobody(project: Path) -> None:
    """It ends with 0 whatever it finds, and with 1 for an alarm only where that was asked for."""
    with misbehaving() as server:
        both(project, server)
        for day in DAYS[:2]:
            code, said = links(project, day, "--strict", "--lang", "en")
            assert (code, "Failing, not yet an alarm\n" in said) == (0, True)
        assert links(project, DAYS[2], "--lang", "en") == (
            0,
            f"""\
2 addresses asked: 1 answer, 1 are an alarm

Alarms: failed on three days or more
  laws/civil-code: 3 pages depend on it
    {server.address("/gone")}
      answers 404; days of failure: 3, since 2026-11-23; in url
""",
        )
        assert links(project, DAYS[2], "--strict")[0] == 1


def test_it_speaks_chinese_and_markdown_and_json(project: Path) -> None:
    """For an issue, for programs, and for an editor who reads Chinese."""
    with misbehaving() as server:
        both(project, server)
        _, said = links(project, DAYS[0], "--lang", "zh", "--format", "markdown")
        assert said == (
            "问了 2 个网址：1 个能打开，0 个要处理\n\n### 打不开，但还不到三天\n\n"
            "- laws/civil-code：关系到 3 个页面\n"
            f"  - <{server.address('/gone')}>\n"
            "    回答 404；打不开的天数：1，从 2026-11-23 起；在 url\n"
        )
        data = json.loads(links(project, DAYS[0], "--format", "json")[1])
    assert (data["asked"], data["fine"], data["alarms"]) == (2, 1, 0)
    assert (data["found"][0]["file"], data["found"][0]["fields"]) == (LAW, ["url"])


def test_strikes_are_kept_where_the_scheduled_job_wants_them(project: Path) -> None:
    """By default under .cache/; a file that holds something else is wrong usage, and stays."""
    with misbehaving() as server:
        both(project, server)
        links(project, DAYS[0], "--state", "kept/strikes.json")
        assert server.address("/gone") in (project / "kept/strikes.json").read_text("utf-8")
        links(project, DAYS[0])
        assert (project / ".cache/links.json").exists()
    done = zhiquan("links", "--state", "mkdocs.yml", cwd=project)
    assert done.returncode == 2
    assert "does not hold strikes of earlier runs" in done.stderr


def test_entries_on_which_more_depends_come_first(project: Path) -> None:
    """Whoever has time for one address mends the one that matters most."""
    with misbehaving() as server:
        name(project, CHANNEL, server.address("/gone"))
        name(project, LAW, server.address("/gone?first"))
        _, said = links(project, DAYS[0], "--lang", "en")
    assert said.index("nfra-12378: 4 pages") < said.index("civil-code: 3 pages")
