"""The workflows of GitHub and GitLab: they can be read, run every day, call targets that exist and hold no secret."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from scripts.commit_addresses import RECORD
from tests.builds import ROOT

GITHUB, GITLAB = ROOT / ".github" / "workflows" / "publish.yml", ROOT / ".gitlab-ci.yml"
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def github() -> dict[Any, Any]:
    read: dict[Any, Any] = yaml.safe_load(GITHUB.read_text(encoding="utf-8"))
    return read


def gitlab() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(GITLAB.read_text(encoding="utf-8"))
    return read


def steps() -> Iterator[dict[str, Any]]:
    for job in github()["jobs"].values():
        yield from job["steps"]


def commands() -> list[str]:
    of_gitlab = [line for job in gitlab().values() for line in job["script"]]
    return [*(step["run"] for step in steps() if "run" in step), *of_gitlab]


def test_they_call_targets_of_the_makefile() -> None:
    called = [found for command in commands() for found in re.findall(r"\bmake ([a-z-]+)", command)]
    assert called == ["publish", "publish"]
    assert TARGETS.issuperset(called)


def test_github_publishes_every_day_what_was_dated_ahead_and_takes_away_what_has_expired() -> None:
    begins = github()[True]  # YAML takes the word `on` for a truth value
    assert begins["schedule"] == [{"cron": "10 17 * * *"}]
    assert {"push", "workflow_dispatch"} <= begins.keys()


def test_gitlab_runs_at_a_schedule_too() -> None:
    rules = gitlab()["pages"]["rules"]
    assert {"if": '$CI_PIPELINE_SOURCE == "schedule"'} in rules


def test_they_give_away_the_folder_that_publishing_writes() -> None:
    given = [step["with"]["path"] for step in steps() if step.get("uses", "").startswith("actions/upload-pages")]
    assert given == ["published/site"]
    job = gitlab()["pages"]
    assert "mv published/site public" in job["script"]
    assert "public" in job["artifacts"]["paths"]


def test_they_use_only_actions_of_github_itself_by_version() -> None:
    used = [step["uses"] for step in steps() if "uses" in step]
    assert used
    assert all(re.fullmatch(r"actions/[a-z-]+@(?:v\d+|[0-9a-f]{40})", one) for one in used)


def test_a_job_may_do_no_more_than_it_needs() -> None:
    read = github()
    assert read["permissions"] == {"contents": "read"}
    assert "id-token" not in read["jobs"]["build"]["permissions"]


def test_what_was_published_is_noted_in_the_repository_by_a_job_that_does_nothing_else() -> None:
    jobs = github()["jobs"]
    assert [name for name, job in jobs.items() if job["permissions"].get("contents") == "write"] == ["record"]
    assert jobs["record"]["needs"] == "deploy"
    assert gitlab()["record"]["needs"] == ["pages"]
    kept = [step["with"]["path"] for step in steps() if step.get("uses", "").startswith("actions/upload-artifact")]
    assert kept == [RECORD]
    assert RECORD in gitlab()["pages"]["artifacts"]["paths"]
    noted = [command for command in commands() if "commit_addresses.py" in command]
    assert len(noted) == 2
    assert all((ROOT / "scripts" / "commit_addresses.py").is_file() for _ in noted)


@pytest.mark.parametrize("path", [GITHUB, GITLAB])
def test_they_hold_no_secret(path: Any) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"secrets\.|password|AKIA|PRIVATE KEY", text, re.IGNORECASE)
