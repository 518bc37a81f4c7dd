"""The workflows of GitHub and GitLab: they can be read, run every day, call targets that exist and hold no secret."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from tests.builds import ROOT

GITHUB, GITLAB = ROOT / ".github" / "workflows" / "publish.yml", ROOT / ".gitlab-ci.yml"
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def github() -> dict[Any, Any]:
    read: dict[Any, Any] = yaml.safe_load(GITHUB.read_text(encoding="utf-8"))
    return read


def steps() -> Iterator[dict[str, Any]]:
    for job in github()["jobs"].values():
        yield from job["steps"]


def commands() -> list[str]:
    of_gitlab = yaml.safe_load(GITLAB.read_text(encoding="utf-8"))["pages"]["script"]
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
    rules = yaml.safe_load(GITLAB.read_text(encoding="utf-8"))["pages"]["rules"]
    assert {"if": '$CI_PIPELINE_SOURCE == "schedule"'} in rules


def test_they_give_away_the_folder_that_publishing_writes() -> None:
    given = [step["with"]["path"] for step in steps() if step.get("uses", "").startswith("actions/upload-pages")]
    assert given == ["published/site"]
    job = yaml.safe_load(GITLAB.read_text(encoding="utf-8"))["pages"]
    assert "mv published/site public" in job["script"]
    assert "public" in job["artifacts"]["paths"]


def test_they_use_only_actions_of_github_itself_by_version() -> None:
    used = [step["uses"] for step in steps() if "uses" in step]
    assert used
    assert all(re.fullmatch(r"actions/[a-z-]+@(?:v\d+|[0-9a-f]{40})", one) for one in used)


def test_what_was_published_is_written_down_in_the_repository_when_the_site_is_there() -> None:
    jobs = github()["jobs"]
    (kept,) = [one["with"] for one in jobs["build"]["steps"] if one.get("uses") == "actions/upload-artifact@v4"]
    (taken,) = [one["with"] for one in jobs["record"]["steps"] if "download-artifact" in one.get("uses", "")]
    assert (kept["path"], kept["name"]) == ("content/addresses.csv", taken["name"])
    assert jobs["record"]["needs"] == "deploy"
    job = yaml.safe_load(GITLAB.read_text(encoding="utf-8"))
    assert "content/addresses.csv" in job["pages"]["artifacts"]["paths"]
    assert job["record"]["needs"] == ["pages"]
    scripts = [step["run"] for step in jobs["record"]["steps"] if "run" in step] + job["record"]["script"]
    assert all(re.match(r"python3? scripts/commit_record\.py ", one) for one in scripts)
    assert len(scripts) == 2


def test_only_the_job_that_writes_the_record_may_write_to_the_repository() -> None:
    writing = [name for name, job in github()["jobs"].items() if job["permissions"].get("contents") == "write"]
    assert writing == ["record"]


def test_a_job_may_do_no_more_than_it_needs() -> None:
    read = github()
    assert read["permissions"] == {"contents": "read"}
    assert "id-token" not in read["jobs"]["build"]["permissions"]


@pytest.mark.parametrize("path", [GITHUB, GITLAB])
def test_they_hold_no_secret(path: Any) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"secrets\.|password|AKIA|PRIVATE KEY", text, re.IGNORECASE)
