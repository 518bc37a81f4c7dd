"""Our generator: hands the catalogue that the gate has let through to the build of the site."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pelican.generators import Generator
from pelican.log import console

from khuyencong.build.site import Folders, SiteBuild
from khuyencong.build.store import Store, only_one_build, program_version


class SiteGenerator(Generator):  # type: ignore[misc]
    """Builds the whole site; Pelican's writer has nothing to do, as pages are written where they are rendered."""

    def generate_output(self, writer: Any) -> None:
        """Bring the published site up to the catalogue."""
        cache = Path(self.settings["CACHE_PATH"])
        folders = Folders(Path(self.path), Path(self.theme), Path(self.output_path), cache)
        with only_one_build(cache, console.print):
            store = Store(cache, program_version())
            build = SiteBuild(folders, store, name_index=bool(self.settings["LINKS_NAME_INDEX"]))
            self.settings["BUILT"] = build.run(self.settings["CATALOGUE"])
            store.close()
