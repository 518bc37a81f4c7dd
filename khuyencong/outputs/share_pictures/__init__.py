"""The picture that goes with a shared link (Open Graph): the page's title set in type, 1200 × 630."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from khuyencong.model.media_view import ShareView

WIDTH, HEIGHT = 1200, 630
"""What networks ask for; Zalo and Facebook show it whole."""
DESIGN = 2
"""Raise it when the drawing changes, so that addresses change with it: networks keep pictures by their address."""


@dataclass(frozen=True, slots=True)
class SharePicture:
    """One picture to draw.

    Arguments:
        url: its address.
        title: what is set in large type.
        kicker: the kind of page; empty for none.
        foot: the line at the foot: the site's name.
        photo: the address of a published photo of the page, which fills the right half; empty for none.
    """

    url: str
    title: str
    kicker: str
    foot: str
    photo: str = ""

    @property
    def view(self) -> ShareView:
        """What the page's head says of it."""
        return ShareView(self.url, WIDTH, HEIGHT, ": ".join(filter(None, (self.kicker, self.title))))


def plan_share(folder_url: str, title: str, kicker: str, foot: str, photo: str = "") -> SharePicture:
    """Name the picture of a page by all that it is a function of.

    Arguments:
        folder_url: the address of the page; the picture lies beside it.
        title: the page's title.
        kicker: the kind of page; empty for none.
        foot: the site's name.
        photo: the address of a published photo, which holds the hash of its content; empty for none.
    """
    parts = "\0".join((str(DESIGN), title, kicker, foot, photo))
    digest = hashlib.sha256(parts.encode()).hexdigest()[:10]
    return SharePicture(f"{folder_url}chia-se-{digest}.{'jpg' if photo else 'png'}", title, kicker, foot, photo)
