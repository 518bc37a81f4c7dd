"""Our generator: Pelican's way into the build of the site."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from pelican.generators import Generator

from khuyencong.build.folders import Folders
from khuyencong.build.job import Job, build_site


class SiteGenerator(Generator):  # type: ignore[misc]
    """Builds the whole site; Pelican's writer has nothing to do, as pages are written where they are rendered."""

    def generate_output(self, writer: Any) -> None:
        """Bring the published site up to the content.

        Raises:
            ContentError: when the content has problems; nothing has been written to the site then.
        """
        folders = Folders(Path(self.path), Path(self.theme), Path(self.output_path), Path(self.settings["CACHE_PATH"]))
        started = self.settings.get("STARTED", time.monotonic())
        chosen = self.settings
        is_named, url = bool(chosen["LINKS_NAME_INDEX"]), str(chosen["SITEURL"])
        job = Job(folders, chosen["BUILD_DATE"], is_named, started=started, url=url)
        self.settings["JOB"], self.settings["BUILT"] = job, build_site(job)
