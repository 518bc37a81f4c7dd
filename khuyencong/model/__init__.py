"""Ground floor: what may be published, in plain typed Python that knows neither Pelican nor HTML."""
