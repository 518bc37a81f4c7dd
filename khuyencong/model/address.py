"""An address as the source gives it."""

from __future__ import annotations

from pydantic import Field

from khuyencong.model.fields import Part, Text


class Address(Part):
    """Where an establishment is, in the words of its source, mostly from before the reform of 1 July 2025."""

    street: Text | None = Field(None, title="Số nhà, đường", description="Số nhà, tên đường hoặc ấp.")
    commune: Text | None = Field(None, title="Xã, phường", description="Tên xã, phường, thị trấn như nguồn ghi.")
    district: Text | None = Field(None, title="Huyện, thành phố", description="Tên huyện, thị xã như nguồn ghi.")
    province: Text | None = Field(None, title="Tỉnh, thành phố", description="Tên tỉnh, thành phố như nguồn ghi.")

    @property
    def text(self) -> str:
        """The known parts in one line, the smallest first."""
        return ", ".join(part for part in (self.street, self.commune, self.district, self.province) if part)
