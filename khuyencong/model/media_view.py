"""What pages show of files: pictures, files to download, the picture of a shared link."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class ShareView:
    """The picture that networks show with a link to the page.

    Arguments:
        src: its address from the site's root.
        width: its width in pixels.
        height: its height in pixels.
        alt: what it shows, in words.
    """

    src: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class AttachmentView:
    """A file to download.

    Arguments:
        url: its address on the site.
        title: what the reader sees.
        kind: its ending in capitals, for instance "PDF".
        size: its size in bytes.
        sha256: the hash of its bytes.
        pages: how many pages it has; 0 where the file does not say.
        sheets: how many sheets a table has; 0 for anything else.
        is_signed: whether it carries a digital signature.
    """

    url: str
    title: str
    kind: str
    size: int
    sha256: str
    pages: int = 0
    sheets: int = 0
    is_signed: bool = False


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture in several widths.

    Arguments:
        src: the address of the file for browsers that know nothing better.
        sources: pairs of media type and `srcset`, best first.
        width: the width in CSS pixels at which it is shown where there is room.
        height: the height that goes with it.
        alt: what the picture shows, in words.
        caption: the line below it.
        credit: who made it.
        sizes: how wide it is shown in which window, as browsers want it told.
        tone: the number of the colour that stands in its place until it is there.
        is_lead: whether it is the first thing that readers see, which browsers should fetch at once.
    """

    src: str
    sources: tuple[tuple[str, str], ...]
    width: int
    height: int
    alt: str
    caption: str = ""
    credit: str = ""
    sizes: str = ""
    tone: int = 0
    is_lead: bool = False

    def with_credit(self, caption: str, credit: str) -> PictureView:
        """Give the same picture with its caption and its credit."""
        return replace(self, caption=caption, credit=credit)

    def at_least(self, width: int) -> str:
        """Give the address of the smallest copy of this many pixels, in the format that most browsers know."""
        if not self.sources:
            return self.src
        copies = [copy.split() for copy in self.sources[-1][1].split(", ")]
        return next((address for address, size in copies if int(size[:-1]) >= width), copies[-1][0])

    def as_lead(self) -> PictureView:
        """Give the same picture as the first thing that readers see."""
        return replace(self, is_lead=True)
