"""Our generator: reads every content type, renders every page, hands all files to the writer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from pelican.generators import Generator

from khuyencong.build.beside import Files
from khuyencong.build.frame import make_frame
from khuyencong.build.links import output_path, relative_links, rooted_links
from khuyencong.build.pages import NOT_FOUND, PlannedPage, plan_pages
from khuyencong.build.progress import phase
from khuyencong.build.writer import SiteWriter
from khuyencong.model.catalogue import Catalogue
from khuyencong.outputs.assets import collect
from khuyencong.outputs.images import derive


class SiteGenerator(Generator):  # type: ignore[misc]
    """Builds the whole site from the catalogue that the gate has let through."""

    def generate_context(self) -> None:
        """Take the catalogue from the gate; everything else follows from it."""
        self.catalogue: Catalogue = self.settings["CATALOGUE"]
        self.pages: Counter[str] = Counter()
        self.pictures = 0

    def generate_output(self, writer: SiteWriter) -> None:
        """Render and write the site, then remove what no longer belongs to it."""
        assets = collect(Path(self.theme) / "static")
        files = Files()
        planned = list(plan_pages(self.catalogue, Path(self.path), files))
        render = self._renderer(assets.addresses)
        with phase("Dựng trang", len(planned)) as advance:
            for page in planned:
                writer.put(output_path(page.view.head.url), render(page))
                self.pages[page.kind] += 1
                advance()
        with phase("Làm ảnh", len(files.derivatives)) as advance:
            for derivative in files.derivatives.values():
                writer.put(output_path(derivative.url), derive(derivative))
                self.pictures += 1
                advance()
        for url, path in files.copies.items():
            writer.put(output_path(url), path.read_bytes())
        for url, data in assets.files.items():
            writer.put(output_path(url), data)
        writer.remove_leftovers()
        self.settings["BUILT"] = (self.pages, self.pictures)

    def _renderer(self, addresses: Mapping[str, str]) -> Callable[[PlannedPage], bytes]:
        frame = make_frame(self.catalogue, addresses)
        name_index = bool(self.settings["LINKS_NAME_INDEX"])

        def render(page: PlannedPage) -> bytes:
            html: str = self.env.get_template(page.template).render(view=page.view, frame=frame)
            if page.view.head.url == NOT_FOUND and not name_index:
                return rooted_links(html, urlsplit(self.catalogue.site.url).path).encode()
            return relative_links(html, page.view.head.url, name_index=name_index).encode()

        return render
