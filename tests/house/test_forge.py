"""The house around the entries: workflows, forms and owners are well formed, and keep to rules."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from tests.conftest import ROOT
from zhiquan.outputs.settings import SiteSettings

FORGE = ROOT / ".github"
WORKFLOWS = sorted((FORGE / "workflows").glob("*.yml"))
FORMS = sorted(
    set((FORGE / "ISSUE_TEMPLATE").glob("*.yml")) - {FORGE / "ISSUE_TEMPLATE/config.yml"}
)
SCHEMAS = {
    **dict.fromkeys(WORKFLOWS, "github-workflows"),
    **dict.fromkeys(FORMS, "github-issue-forms"),
    FORGE / "ISSUE_TEMPLATE/config.yml": "github-issue-config",
    FORGE / "dependabot.yml": "dependabot",
}
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
PINNED = re.compile(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
SCRIPTS = {f".github/{path.name}" for path in FORGE.glob("*.sh")}
WRITERS = {
    "comment.yml": {"comment": {"pull-requests"}},
    "deploy.yml": {"deploy": {"pages", "id-token"}},
    "scheduled.yml": {"dates": {"issues"}, "links": {"issues"}},
}
"""What each job may write; all others may only read."""
HAN = re.compile("[\u4e00-\u9fff]")
LATIN = re.compile("[A-Za-z]{3}")


def tree(path: Path) -> Any:
    """A file as GitHub reads it; `on` stays a word."""
    return yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506


def jobs(path: Path) -> dict[str, Any]:
    """The jobs of a workflow."""
    found: dict[str, Any] = tree(path)["jobs"]
    return found


def steps(path: Path) -> Iterator[dict[str, Any]]:
    """Every step of a workflow."""
    for job in jobs(path).values():
        yield from job["steps"]


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.name)
def test_the_forge_can_read_it(path: Path) -> None:
    """Each file follows the published schema of its kind, which check-jsonschema brings along."""
    checker = str(Path(sys.executable).parent / "check-jsonschema")
    schema = f"vendor.{SCHEMAS[path]}"
    done = subprocess.run(
        [checker, "--builtin-schema", schema, path], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_by_its_commit(path: Path) -> None:
    """A tag can be moved to other code, a commit cannot; people read the version beside it."""
    used = [line.strip() for line in path.read_text("utf-8").splitlines() if "uses:" in line]
    assert used
    assert [line for line in used if not PINNED.search(line)] == []


def test_an_action_is_of_one_version_everywhere() -> None:
    """Renewed in one workflow, an action is renewed in all."""
    used = {step["uses"] for path in WORKFLOWS for step in steps(path) if "uses" in step}
    assert len(used) == len({name.partition("@")[0] for name in used})


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_job_may_write_only_what_it_is_for(path: Path) -> None:
    """By default nothing may be written; each exception is named here and in the workflow."""
    assert tree(path)["permissions"] == {"contents": "read"}
    for name, job in jobs(path).items():
        granted = {key for key, value in job.get("permissions", {}).items() if value != "read"}
        assert granted == WRITERS.get(path.name, {}).get(name, set()), name


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_code_of_strangers_meets_no_right_to_write(path: Path) -> None:
    """What a pull request triggers writes nothing and holds no secret but the read-only token.

    `pull_request_target` would run with the rights of the repository, so it is not used at all.
    """
    triggers = tree(path)["on"]
    assert "pull_request_target" not in triggers
    if "pull_request" in triggers:
        assert path.name not in WRITERS
    assert set(re.findall(r"secrets\.\w+", path.read_text("utf-8"))) == set()
    for step in steps(path):
        if "actions/checkout@" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] == "false"


def test_who_may_write_runs_the_main_branch() -> None:
    """What follows another workflow has rights, so it takes no code from what it follows."""
    for name in WRITERS:
        for step in steps(FORGE / "workflows" / name):
            if "actions/checkout@" in step.get("uses", ""):
                assert set(step["with"]) == {"persist-credentials"}, name
            if "actions/download-artifact@" in step.get("uses", ""):
                assert step["with"]["path"] not in {"", "."}, "it could replace the script"


def test_a_workflow_follows_one_that_is_there() -> None:
    """Workflows are followed by name, and a new name would silence the one that follows."""
    names = {tree(path)["name"] for path in WORKFLOWS}
    followed = [tree(path)["on"].get("workflow_run", {}).get("workflows", []) for path in WORKFLOWS]
    assert {name for each in followed for name in each} <= names
    assert any(followed)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_what_a_workflow_runs_a_person_can_type(path: Path) -> None:
    """Each line is a make target or a script of the house; no value is pasted into it."""
    for step in steps(path):
        for line in step.get("run", "").splitlines():
            words = line.split()
            target = next((word for word in words[1:] if not word.startswith("-")), "")
            known = (words[0] == "make" and target in TARGETS) or words[0] in SCRIPTS
            assert known, line
            assert "${{" not in line, "give it by env: a title may hold a command"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_job_ends_and_knows_the_day(path: Path) -> None:
    """No job hangs for hours, and today is the day where the rules hold."""
    assert tree(path)["env"]["TZ"] == "Asia/Shanghai"
    assert [name for name, job in jobs(path).items() if "timeout-minutes" not in job] == []


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_a_form_speaks_both_languages_and_asks_for_a_source(path: Path) -> None:
    """Who reads one language only can fill it in; what it rests on is asked of everyone."""
    form = tree(path)
    labels = [part["attributes"]["label"] for part in form["body"] if part["type"] != "markdown"]
    for said in (form["name"], form["description"], *labels):
        assert HAN.search(said), said
        assert LATIN.search(said), said
    source = next(part for part in form["body"] if part.get("id") == "source")
    assert source["validations"]["required"] == "true"


def test_the_link_of_a_page_fills_the_fields_of_the_form() -> None:
    """Whoever reports an error from a page finds the page and its file filled in."""
    settings = SiteSettings(
        name="知权", url="https://site.example/", repository="https://forge.example/a/b",
        edit_path="edit/main/",
    )  # fmt: skip
    file = "docs/entries/limits/contact-hours.yaml"
    link = urlsplit(settings.report("zh/limits/contact-hours.html", file))
    filled = {name: values[0] for name, values in parse_qs(link.query).items()}
    assert link.path == "/a/b/issues/new"
    form = FORGE / "ISSUE_TEMPLATE" / filled.pop("template")
    assert filled.pop("title") == "zh/limits/contact-hours.html"
    assert set(filled) <= {part["id"] for part in tree(form)["body"] if "id" in part}
    assert filled["page"] == "https://site.example/zh/limits/contact-hours.html"
    assert filled["file"] == file


def test_owners_are_of_what_there_is() -> None:
    """No line of CODEOWNERS names a folder that went away."""
    lines = (FORGE / "CODEOWNERS").read_text("utf-8").splitlines()
    paths = [line.split()[0] for line in lines if line and not line.startswith("#")]
    assert "*" in paths
    assert [path for path in paths if path != "*" and not (ROOT / path.strip("/")).is_dir()] == []


def test_the_hooks_call_what_is_installed_and_meet_the_entries() -> None:
    """A hook that matches no entry or calls no command would pass for ever."""
    (local,) = tree(ROOT / ".pre-commit-config.yaml")["repos"]
    assert local["repo"] == "local"
    for hook in local["hooks"]:
        program, command = hook["entry"].split()[:2]
        helped = [str(Path(sys.executable).parent / Path(program).name), command, "--help"]
        assert program.startswith(".venv/bin/")
        assert subprocess.run(helped, capture_output=True, check=False).returncode == 0
        if "files" in hook:
            assert re.search(hook["files"], "docs/entries/limits/contact-hours.yaml")
